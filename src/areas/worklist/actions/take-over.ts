/**
 * Takes an account from somebody who has it open, with the reason on its timeline: they are sick,
 * their line broke, a customer insists. Whoever had it sees at once that it is gone.
 */
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { recordActivity } from '#areas/customers/index.ts';
import type { TakeOverRefusal } from '../rules/refusal.ts';
import { placeOf } from '../store/place.ts';
import { holderOf, takeFromHolder } from '../store/locks.ts';

/** Answers from whom it was taken. */
export async function takeOver(
  context: Context,
  { accountId, until }: { readonly accountId: Id; readonly until: Instant },
): Promise<Outcome<{ from: string }, TakeOverRefusal>> {
  const { tx, actor, at } = context;
  const { memberId } = actor;
  if (memberId === null) return refuse('worklist.needs_person');
  if (!(await placeOf(tx, accountId))) return refuse('worklist.no_such_account');
  const holder = await holderOf(tx, accountId, at);
  if (!holder || holder.memberId === memberId) return refuse('worklist.nobody_has_it');
  await takeFromHolder(tx, { accountId, memberId, at, until });
  await recordActivity(context, {
    accountId,
    kind: 'work',
    phrase: 'activity.taken_over',
    facts: { name: holder.name },
    text: context.reason,
    touch: false,
  });
  context.did({ what: 'account taken over', id: accountId, facts: { from: holder.memberId } });
  await context.tell({
    name: 'worklist.account_taken_over',
    accountId,
    payload: { from: holder.memberId, to: memberId },
  });
  return accept({ from: holder.name });
}
