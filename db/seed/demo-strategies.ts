/**
 * The strategies of the invented company: two in force since it began, read by most, and a
 * change of one that waits for a second person. On the last working day they ran: calls are on,
 * the rest is proposed and waits until somebody switches its channel on.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Id } from '#kernel/ids.ts';
import { attestVersion } from '#areas/policies/actions/attest-version.ts';
import { decideVersion, publishVersion } from '#areas/policies/index.ts';
import { carryOutSteps } from '#areas/strategies/actions/carry-out-steps.ts';
import { decideSteps } from '#areas/strategies/actions/decide-steps.ts';
import { proposeStrategy } from '#areas/strategies/actions/propose-strategy.ts';
import { runStrategies } from '#areas/strategies/actions/run-strategies.ts';
import { setChannel } from '#areas/strategies/actions/set-channel.ts';
import { strategiesToRun } from '#areas/strategies/actions/strategies-to-run.ts';
import { listProposals } from '#areas/strategies/store/list-proposals.ts';
import type { Desk } from '#platform/action.ts';
import { act, deskOn, lastWorkday } from './demo-desk.ts';

type People = ReadonlyMap<string, Id>;

const keys = ['b2b-standard', 'households'] as const;

function written(key: (typeof keys)[number]): string {
  return readFileSync(path.join(import.meta.dirname, 'strategies', `${key}.yaml`), 'utf8');
}

/** On the first day: proposed by the manager, approved by the controller, in force, read. */
export async function adoptStrategies(desk: Desk, people: People): Promise<void> {
  const manager = people.get('manager') ?? null;
  const controller = people.get('controller') ?? null;
  const from = desk.clock.today();
  for (const key of keys) {
    const name = { kind: 'strategy', key, version: 1 };
    const reason = 'The ladder that the house agreed on';
    const proposing = { action: 'strategies.propose_strategy', by: manager, reason };
    await act(desk, proposing, (context) => proposeStrategy(context, written(key)));
    const deciding = { action: 'policies.decide_version', by: controller, reason: 'As agreed' };
    await act(desk, deciding, (context) =>
      decideVersion(context, { ...name, act: 'approved', unseen: true }),
    );
    const publishing = { action: 'policies.publish_version', by: manager, reason: 'First day' };
    await act(desk, publishing, (context) => publishVersion(context, { ...name, from }));
    for (const role of ['collector', 'senior', 'manager', 'controller']) {
      const reading = { action: 'policies.attest_version', by: people.get(role) ?? null };
      await act(desk, reading, (context) => attestVersion(context, name));
    }
  }
}

/** Today: the manager would rather write the second letter five days later. */
export async function proposeChange(desk: Desk, people: People): Promise<void> {
  const text = written('b2b-standard').replace('days: 30', 'days: 35');
  const reason = 'Customers answer the call of day 20 within a fortnight';
  const doing = {
    action: 'strategies.propose_strategy',
    by: people.get('manager') ?? null,
    reason,
  };
  await act(desk, doing, (context) => proposeStrategy(context, text));
}

/** On the last working day: what the strategies ask of whom; those to be called are on the list. */
export async function askByStrategy(
  desk: Desk,
  { companyId, people }: { readonly companyId: Id; readonly people: People },
): Promise<void> {
  const then = deskOn(desk, lastWorkday(desk.clock.today()));
  const asOf = then.clock.today();
  const switching = {
    action: 'strategies.set_channel',
    by: people.get('manager') ?? null,
    reason: 'Calls first; letters and e-mails once the proposals look right',
  };
  await act(then, switching, (context) =>
    setChannel(context, { companyId, channel: 'call', isOn: true, onlyFor: null }),
  );
  const actor = { ref: 'job:seed-demo', memberId: null };
  const run = { zone: 'America/New_York', actor, reason: 'the morning run' };
  const strategies = await strategiesToRun(then.db, asOf);
  await runStrategies(then, { ...run, asOf, strategies });
  await carryOutSteps(then, run);
  await approveCalls(then, people.get('controller') ?? null);
}

/** The largest debts are called for, not written to: the controller says yes to three of them. */
async function approveCalls(desk: Desk, controller: Id | null): Promise<void> {
  const filter = { acts: ['call'], waitsForApproval: true, companies: 'all' } as const;
  const waiting = await listProposals(desk.db, filter, { after: undefined, limit: 3 });
  if (waiting.length === 0) return;
  const proposalIds = waiting.map(({ proposalId }) => proposalId);
  const deciding = {
    action: 'strategies.decide_steps',
    by: controller,
    reason: 'Call them before we write',
  };
  await act(desk, deciding, (context) =>
    decideSteps(context, { act: 'approve', proposalIds, until: null, companies: 'all' }),
  );
}
