/**
 * A desk that strategies run on: a policy in force, customers with addresses, mornings.
 *
 *     await using desk = await strategyDesk('2026-04-01');
 *     await desk.inForce(l1AfterFiveDays);
 *     await desk.morning('2026-04-06');
 *
 * What went out is told as its news would tell it, so that no test needs a mail server.
 */
import { day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { carryOutSteps } from '#areas/strategies/actions/carry-out-steps.ts';
import { type DecideSteps, decideSteps } from '#areas/strategies/actions/decide-steps.ts';
import { callMade, messageFailed, messageWent } from '#areas/strategies/actions/finish-step.ts';
import { type RunDone, runStrategies } from '#areas/strategies/actions/run-strategies.ts';
import { setChannel } from '#areas/strategies/actions/set-channel.ts';
import { strategiesToRun } from '#areas/strategies/actions/strategies-to-run.ts';
import type { SwitchChannel } from '#areas/strategies/rules/channel.ts';
import { type ListedProposal, listProposals } from '#areas/strategies/store/list-proposals.ts';
import { type Story, deskOn } from './builders.ts';
import { reachable } from './gate.ts';
import { published } from './policies.ts';

export const zone = 'America/New_York';
export const robot = { ref: 'job:strategies', memberId: null };

/** A step as the file has it. */
export function fileStep(key: string, days: string, act = 'email', told: object = {}): object {
  return { key, days, do: act, template: 'reminder', ...told };
}

/** L1 after 5 days, L2 after 20, L3 after 40, a week between them, from $50: case P-21. */
export const ladderFile = {
  key: 'ladder',
  name: { en: 'Ladder', es: 'Escalera' },
  segment: { order: '10', where: [] },
  minimum: [{ currency: 'USD', amount: '50.00' }],
  between_notices: '7',
  steps: [fileStep('l1', '5'), fileStep('l2', '20'), fileStep('l3', '40')],
};

export type StrategyFile = Readonly<Record<string, unknown>> & { readonly key: string };

export type StrategyDesk = Story & {
  inForce(file: StrategyFile): Promise<void>;
  /** Somebody in Pennsylvania with an e-mail address and a telephone. */
  reachable(accountId: Id): Promise<void>;
  switchOn(channel: SwitchChannel, onlyFor?: readonly string[]): Promise<void>;
  /** Sets the day, runs the strategies and carries out what may be. */
  morning(on: string): Promise<RunDone>;
  steps(): Promise<string[]>;
  listed(): Promise<ListedProposal[]>;
  /** Everything that is queued goes out, or fails. */
  delivered(accountId: Id): Promise<void>;
  failed(accountId: Id): Promise<void>;
  called(accountId: Id): Promise<void>;
  /** A person's word on every step that is not on its way or done. */
  decide(act: DecideSteps['act'], reason: string, until?: string): Promise<Decided>;
};

type Decided = { readonly changed: number; readonly queued: number };

export async function strategyDesk(start: string): Promise<StrategyDesk> {
  const story = await deskOn(start);
  return { ...story, ...verbs(story) };
}

function verbs(story: Story) {
  const listed = (): Promise<ListedProposal[]> =>
    listProposals(story.db, { companies: 'all' }, { after: undefined, limit: null });
  const queued = async (accountId: Id): Promise<Id[]> => {
    const rows = await listed();
    return rows
      .filter((row) => row.accountId === accountId && row.state === 'queued')
      .flatMap(({ messageId }) => (messageId === null ? [] : [messageId]));
  };
  return {
    listed,
    async inForce(file: StrategyFile): Promise<void> {
      const from = story.clock.today();
      await published(story, file.key, JSON.stringify(file), { judged: file, from });
    },
    async reachable(accountId: Id): Promise<void> {
      await reachable(story, accountId);
    },
    async switchOn(channel: SwitchChannel, onlyFor: readonly string[] | null = null) {
      const { companyId } = story;
      await story.done((context) =>
        setChannel(context, { companyId, channel, isOn: true, onlyFor }),
      );
    },
    async morning(on: string): Promise<RunDone> {
      story.on(on);
      const asOf = day(on);
      const strategies = await strategiesToRun(story.db, asOf);
      const by = { zone, actor: robot, reason: 'the morning' };
      const done = await runStrategies(story, { ...by, asOf, strategies });
      await carryOutSteps(story, by);
      return done;
    },
    async steps(): Promise<string[]> {
      const rows = await listed();
      return rows
        .map((row) =>
          [
            row.account,
            row.step,
            row.state,
            row.amount,
            ...(row.state === 'blocked' || row.state === 'failed' ? [row.detail] : []),
          ].join(' '),
        )
        .toSorted();
    },
    async delivered(accountId: Id): Promise<void> {
      for (const messageId of await queued(accountId)) {
        await story.done((context) => messageWent(context, { accountId, messageId }));
      }
    },
    async failed(accountId: Id): Promise<void> {
      for (const messageId of await queued(accountId)) {
        const why = 'mailbox full';
        await story.done((context) => messageFailed(context, { accountId, messageId, why }));
      }
    },
    async decide(act: DecideSteps['act'], _: string, until?: string): Promise<Decided> {
      const rows = await listed();
      const proposalIds = rows
        .filter(({ state }) => !['queued', 'done', 'rejected', 'withdrawn'].includes(state))
        .map(({ proposalId }) => proposalId);
      const wish = { act, proposalIds, until: until === undefined ? null : day(until) };
      return story.done((context) => decideSteps(context, { ...wish, companies: 'all' }));
    },
    async called(accountId: Id): Promise<void> {
      await story.done((context) => callMade(context, { accountId }));
    },
  };
}
