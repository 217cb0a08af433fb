/**
 * Says why an account, or some of its items, are late: with what is overdue of them today.
 *
 * New words replace old ones item by item; nothing is erased. What is disputed is left to its
 * case, so that the same money is never explained twice.
 */
import type { Id } from '#kernel/ids.ts';
import { formatMoney } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { findAccount, recordActivity } from '#areas/customers/index.ts';
import { lockAccount } from '#areas/ledger/index.ts';
import type { RootCause } from '../rules/cause.ts';
import { insertLateCause, overdueItems } from '../store/late-causes.ts';

export type NoteLateCause = {
  readonly accountId: Id;
  /** None: everything that is overdue. */
  readonly itemIds: readonly Id[];
  readonly cause: RootCause | null;
  readonly note: string;
};

export type NoteCauseRefusal = 'dispute.no_such_account' | 'dispute.nothing_overdue';

export async function noteLateCause(
  context: Context,
  { accountId, itemIds, cause, note }: NoteLateCause,
): Promise<Outcome<{ causeId: Id; items: number }, NoteCauseRefusal>> {
  const { tx, today } = context;
  if (!(await lockAccount(tx, accountId))) return refuse('dispute.no_such_account');
  const account = await findAccount(tx, accountId);
  if (!account) return refuse('dispute.no_such_account');
  const items = await overdueItems(tx, { accountId, itemIds, today });
  if (items.length === 0) return refuse('dispute.nothing_overdue');
  const { companyId } = account;
  const causeId = await insertLateCause(context, { accountId, companyId, cause, note, items });
  await recordActivity(context, {
    accountId,
    kind: 'note',
    phrase: cause === null ? 'activity.late_cause_forgotten' : 'activity.late_cause_noted',
    text: note === '' ? null : note,
    touch: false,
  });
  const amounts = items.map(({ overdue }) => `${formatMoney(overdue)} ${overdue.currency}`);
  context.did({
    what: 'late cause',
    id: causeId,
    facts: { cause: cause ?? 'forgotten', items: items.length, amounts: amounts.join(', ') },
  });
  return accept({ causeId, items: items.length });
}
