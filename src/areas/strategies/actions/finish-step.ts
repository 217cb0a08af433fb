/**
 * A step went out, or will not: only the first of these moves its account up a level.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import {
  type Outgoing,
  callsToMake,
  insertDoneItems,
  outgoingByMessage,
} from '../store/carrying-out.ts';
import { changeStates } from '../store/proposals.ts';

/** The message of a step is out of the house: from today its debts have had this step. */
export async function messageWent(
  context: Context,
  { accountId, messageId }: { readonly accountId: Id; readonly messageId: Id },
): Promise<Outcome<{ done: number }, never>> {
  const step = await outgoingByMessage(context.tx, accountId, messageId);
  // A message that was given up for lost and arrived all the same counts too.
  if (!step || step.state === 'done') return accept({ done: 0 });
  await finish(context, step, 'sent');
  return accept({ done: 1 });
}

/** It was not sent and never will be: a person, or the next run, decides what then. */
export async function messageFailed(
  context: Context,
  { accountId, messageId, why }: { accountId: Id; messageId: Id; why: string },
): Promise<Outcome<{ failed: number }, never>> {
  const step = await outgoingByMessage(context.tx, accountId, messageId);
  if (step?.state !== 'queued') return accept({ failed: 0 });
  const { proposalId } = step;
  const change = { accountId, proposalId, state: 'failed', reason: why } as const;
  await changeStates(context, context.today, [{ ...change, facts: { messageId } }]);
  return accept({ failed: 1 });
}

/** Somebody was spoken to, or a message was left: the call that waited was made. */
export async function callMade(
  context: Context,
  { accountId }: { readonly accountId: Id },
): Promise<Outcome<{ done: number }, never>> {
  const [first] = await callsToMake(context.tx, accountId);
  if (!first) return accept({ done: 0 });
  await finish(context, first, 'called');
  return accept({ done: 1 });
}

async function finish(context: Context, step: Outgoing, reason: string): Promise<void> {
  const { accountId, proposalId, days, episode } = step;
  const items = step.items.map(([itemId, own]) => ({
    accountId,
    proposalId,
    itemId,
    step: own,
    days,
    episode,
    notice: true,
  }));
  await insertDoneItems(context, context.today, items);
  await changeStates(context, context.today, [{ accountId, proposalId, state: 'done', reason }]);
  context.did({ what: 'step done', id: proposalId });
  await context.tell({ name: 'strategies.step_done', accountId, payload: { proposalId, days } });
}
