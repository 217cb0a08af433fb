/**
 * Does what was proposed: the message is written and queued, the call put on the list, the task
 * asked for; only through channels that are switched on, never without a permit.
 *
 * Nothing is sent here, so that no level advances: that comes with the news that it went out.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import { type Actor, type Context, type Desk, accepted, perform } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { channelOf, mayAct } from '../rules/channel.ts';
import {
  type ListedProposal,
  type ProposalFilter,
  listProposals,
} from '../store/list-proposals.ts';
import { lockProposals } from '../store/carrying-out.ts';
import { type ChannelSwitch, channelSwitches } from '../store/switches.ts';
import { type CarriedOut, carryOut } from './carry-out.ts';

export type CarryOut = {
  readonly zone: string;
  readonly actor: Actor;
  readonly reason: string;
};

/** So many steps are carried out in one transaction. */
const atOnce = 100;

/** Every step of the zone whose turn it is; a step that cannot be done says why and waits. */
export async function carryOutSteps(desk: Desk, wish: CarryOut): Promise<CarriedOut> {
  const { zone, actor, reason } = wish;
  const ready = await readySteps(desk.db, { zone, companies: 'all' }, desk.clock.now());
  let total: CarriedOut = { queued: 0, done: 0, blocked: 0 };
  for (let from = 0; from < ready.length; from += atOnce) {
    const some = ready.slice(from, from + atOnce);
    const input = { zone, steps: some.length, first: some[0]?.proposalId };
    const doing = { action: 'strategies.carry_out_steps', actor, reason, input };
    const done = await perform(desk, doing, (context) => carryOutReady(context, some));
    const { queued, done: finished, blocked } = accepted(done).answer;
    total = {
      queued: total.queued + queued,
      done: total.done + finished,
      blocked: total.blocked + blocked,
    };
  }
  return total;
}

/** Those among the steps that are still as they were read. */
export async function carryOutReady(
  context: Context,
  steps: readonly ListedProposal[],
): Promise<Outcome<CarriedOut, never>> {
  const states = await lockProposals(
    context.tx,
    steps.map(({ proposalId }) => proposalId),
  );
  const same = steps.filter(({ proposalId, state }) => states.get(proposalId) === state);
  return accept(await carryOut(context, same));
}

/** Steps that need nobody's word any more and whose channel is on. */
export async function readySteps(
  db: Queries,
  filter: Pick<ProposalFilter, 'companies' | 'zone' | 'proposalIds'>,
  now: string,
): Promise<ListedProposal[]> {
  const switches = await channelSwitches(db, filter.companies);
  const on = switches.filter(({ isOn }) => isOn);
  if (on.length === 0) return [];
  const states = ['proposed', 'approved', 'held', 'blocked'] as const;
  const found = await listProposals(db, { ...filter, states }, { after: undefined, limit: null });
  return found.filter((step) => isReady(step, now) && isSwitchedOn(step, on));
}

function isReady({ state, needsApproval, waitUntil }: ListedProposal, now: string): boolean {
  const waits = waitUntil === null ? state === 'held' : waitUntil > now;
  if (waits) return false;
  return state === 'approved' || !needsApproval;
}

function isSwitchedOn(step: ListedProposal, switches: readonly ChannelSwitch[]): boolean {
  const own = switches.find(
    ({ companyId, channel }) => companyId === step.companyId && channel === channelOf(step.act),
  );
  return mayAct(own, step.strategy);
}

/** What a person approved is done at once, as far as its channel is on. */
export async function carryOutApproved(
  context: Context,
  proposalIds: readonly Id[],
): Promise<CarriedOut> {
  const filter = { companies: 'all', proposalIds } as const;
  return carryOut(context, await readySteps(context.tx, filter, context.at));
}
