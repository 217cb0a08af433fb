/**
 * Holds a whole account for new orders, or ends that: a person's word, with its reason.
 *
 * Orders that stand approved are not taken back by it; they are asked again before they ship.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { recordActivity } from '#areas/customers/index.ts';
import { lockAccount } from '#areas/ledger/index.ts';
import { insertHold, insertRelease, standingHold } from '../store/account-holds.ts';

export type HoldAccount = { readonly accountId: Id; readonly act: 'hold' | 'release' };

export type HoldRefusal =
  | 'credit.no_such_account'
  | 'credit.account_held_already'
  | 'credit.account_not_held';

export async function holdAccount(
  context: Context,
  { accountId, act }: HoldAccount,
): Promise<Outcome<{ held: boolean }, HoldRefusal>> {
  const { tx } = context;
  if (!(await lockAccount(tx, accountId))) return refuse('credit.no_such_account');
  const standing = await standingHold(tx, accountId);
  if (act === 'hold' && standing) {
    return refuse('credit.account_held_already', { why: standing.reason });
  }
  if (act === 'release' && !standing) return refuse('credit.account_not_held');
  const holdId = standing?.holdId ?? context.newId();
  if (act === 'hold') await insertHold(context, accountId, holdId);
  else await insertRelease(context, accountId, holdId);
  const held = act === 'hold';
  await recordActivity(context, {
    accountId,
    kind: 'status',
    phrase: held ? 'activity.credit_held' : 'activity.credit_hold_ended',
    text: context.reason,
    touch: false,
  });
  context.did({ what: held ? 'account held' : 'account hold ended', id: accountId });
  await context.tell({ name: 'credit.account_hold_changed', accountId, payload: { held } });
  return accept({ held });
}
