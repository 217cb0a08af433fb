/** A reconciliation that may still be worked on: held by whoever works on it, and not signed. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Tx } from '#platform/postgres/db.ts';
import {
  type Reconciliation,
  lockReconciliation,
  reconciliationsOf,
} from '../store/reconciliations.ts';

export type WhichOne = { readonly accountId: Id; readonly reconciliationId: Id };
export type FindRefusal = 'reconciliation.no_such_reconciliation';
export type OpenRefusal = FindRefusal | 'reconciliation.frozen';

export async function lockOne(
  tx: Tx,
  { accountId, reconciliationId }: WhichOne,
): Promise<Outcome<Reconciliation, FindRefusal>> {
  await lockReconciliation(tx, reconciliationId);
  const [found] = await reconciliationsOf(tx, { accountId, reconciliationId });
  return found ? accept(found) : refuse('reconciliation.no_such_reconciliation');
}

export async function openOne(
  tx: Tx,
  which: WhichOne,
): Promise<Outcome<Reconciliation, OpenRefusal>> {
  const found = await lockOne(tx, which);
  if (!found.ok) return found;
  return found.value.preparer ? refuse('reconciliation.frozen') : found;
}
