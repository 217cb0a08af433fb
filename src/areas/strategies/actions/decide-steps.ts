/**
 * A person's word on proposed steps, one or many: approved, put off to a day, or rejected.
 *
 * An approved step is carried out at once where its channel is on. A rejected one is not
 * proposed again in this stretch of dunning, and no later level comes in its place.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { instantOf } from '#kernel/local-time.ts';
import type { Context } from '#platform/action.ts';
import type { CompanyScope } from '#platform/postgres/scope.ts';
import type { ProposalState } from '../rules/proposal.ts';
import { lockProposals } from '../store/carrying-out.ts';
import { type ListedProposal, listProposals } from '../store/list-proposals.ts';
import { type StateChange, changeStates } from '../store/proposals.ts';
import { carryOutApproved } from './carry-out-steps.ts';

export type DecideSteps = {
  readonly act: 'approve' | 'hold' | 'reject';
  readonly proposalIds: readonly Id[];
  /** The day on which what is put off is looked at again. */
  readonly until: Day | null;
  readonly companies: CompanyScope;
};

export type DecideStepsRefusal =
  | 'strategies.no_such_step'
  | 'strategies.step_not_open'
  | 'strategies.hold_needs_day'
  | 'strategies.hold_day_has_passed';

/** Nobody has heard of it yet, so that a person may still say. */
const open: readonly ProposalState[] = ['proposed', 'approved', 'held', 'blocked', 'failed'];

const stateAfter = { approve: 'approved', hold: 'held', reject: 'rejected' } as const;

export async function decideSteps(
  context: Context,
  wish: DecideSteps,
): Promise<Outcome<{ changed: number; queued: number }, DecideStepsRefusal>> {
  const { tx, today, reason } = context;
  const { act, until, companies } = wish;
  if (act === 'hold' && until === null) return refuse('strategies.hold_needs_day');
  if (until !== null && until <= today) {
    return refuse('strategies.hold_day_has_passed', { day: until });
  }
  const proposalIds = [...new Set(wish.proposalIds)];
  const states = await lockProposals(tx, proposalIds);
  const filter = { proposalIds, companies };
  const found = await listProposals(tx, filter, { after: undefined, limit: null });
  if (found.length < proposalIds.length) return refuse('strategies.no_such_step');
  const closed = found.find(({ proposalId }) => !open.includes(states.get(proposalId) ?? 'done'));
  if (closed) {
    const state = states.get(closed.proposalId) ?? closed.state;
    return refuse('strategies.step_not_open', { account: closed.account, state });
  }
  const changes = found.map((row) => changeOf(row, wish, reason));
  await changeStates(context, today, changes);
  context.did({ what: `steps ${act}`, facts: { steps: found.length } });
  if (act !== 'approve') return accept({ changed: found.length, queued: 0 });
  const { queued } = await carryOutApproved(context, proposalIds);
  return accept({ changed: found.length, queued });
}

function changeOf(
  { accountId, proposalId }: ListedProposal,
  { act, until }: DecideSteps,
  reason: string,
): StateChange {
  const waitUntil = until === null ? null : instantOf({ on: until, minutes: 0 }, 'UTC');
  return { accountId, proposalId, state: stateAfter[act], reason, waitUntil };
}
