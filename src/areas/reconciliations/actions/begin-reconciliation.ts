/** Begins to agree an account with its customer, over a time, in one currency. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Currency } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { lockAccount } from '#areas/ledger/index.ts';
import { insertReconciliation } from '../store/reconciliations.ts';

export type BeginReconciliation = {
  readonly accountId: Id;
  /** Undefined: the company's own. */
  readonly currency: Currency | undefined;
  readonly fromOn: Day;
  readonly toOn: Day;
  readonly family: boolean;
};

export type BeginRefusal =
  | 'reconciliation.no_such_account'
  | 'reconciliation.day_ahead'
  | 'reconciliation.ends_before_it_begins';

export async function beginReconciliation(
  context: Context,
  { currency, ...wish }: BeginReconciliation,
): Promise<Outcome<{ reconciliationId: Id }, BeginRefusal>> {
  const account = await lockAccount(context.tx, wish.accountId);
  if (!account) return refuse('reconciliation.no_such_account');
  if (wish.toOn < wish.fromOn) return refuse('reconciliation.ends_before_it_begins');
  if (wish.toOn > context.today) {
    return refuse('reconciliation.day_ahead', { today: context.today });
  }
  const reconciliationId = context.newId();
  const made = { ...wish, reconciliationId, currency: currency ?? account.baseCurrency };
  await insertReconciliation(context, made);
  context.did({ what: 'reconciliation', id: reconciliationId });
  return accept({ reconciliationId });
}
