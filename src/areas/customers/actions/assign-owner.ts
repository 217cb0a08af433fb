/**
 * Gives an account to a collector, or to nobody; a dated fact, so that past lists stay true.
 *
 * A person who says whose an account is means it: the account is pinned, and no rule moves it
 * until somebody unpins it. An account given to nobody waits for a rule again.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { memberById } from '#areas/team/index.ts';
import type { AssignRefusal } from '../rules/refusal.ts';
import { findAccount, lockNow } from '../store/accounts.ts';
import { insertOwner } from '../store/facts.ts';
import { insertPins } from '../store/owners.ts';
import { recordActivity } from '../store/timeline.ts';

export type AssignOwner = { readonly accountId: Id; readonly memberId: Id | null };

/** Answers the owner's name; `context.reason` becomes the reason of the fact. */
export async function assignOwner(
  context: Context,
  { accountId, memberId }: AssignOwner,
): Promise<Outcome<{ owner: string | null }, AssignRefusal | 'customers.no_such_account'>> {
  const { tx, today } = context;
  const now = await lockNow(tx, accountId);
  const account = now && (await findAccount(tx, accountId));
  if (!account) return refuse('customers.no_such_account');
  if (now.ownerId === memberId) return refuse('customers.owner_unchanged');
  const member = memberId === null ? undefined : await memberById(tx, memberId);
  if (memberId !== null && !member?.active) return refuse('customers.owner_has_left');
  const sees = member?.companyIds ?? 'all';
  if (sees !== 'all' && !sees.includes(account.companyId)) {
    return refuse('customers.owner_sees_other_companies', { name: member?.name ?? '' });
  }

  const recorded = { at: context.at, actor: context.actor.ref, reason: context.reason };
  await insertOwner(tx, { accountId, memberId, effectiveOn: today }, recorded);
  const pinned = memberId !== null;
  if (pinned !== now.pinned) await insertPins(tx, [{ accountId, pinned }], recorded);
  await recordActivity(context, {
    accountId,
    kind: 'owner',
    phrase: member ? 'activity.owner_assigned' : 'activity.owner_removed',
    facts: { name: member?.name ?? '' },
    text: context.reason,
    touch: false,
  });
  context.did({ what: 'owner', id: accountId, facts: { owner: memberId ?? '' } });
  await context.tell({
    name: 'customers.owner_assigned',
    accountId,
    payload: { memberId, before: now.ownerId },
  });
  return accept({ owner: member?.name ?? null });
}
