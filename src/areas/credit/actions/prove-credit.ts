/**
 * Proves the orders: what every check reads is what was stated and decided. That the open book
 * beside it is the sum of its items, the ledger proves.
 */
import type { Queries } from '#platform/postgres/db.ts';
import { type Proof, prove } from '#platform/postgres/proof.ts';
import { orderLaws } from '../store/proof.ts';

export function proveCredit(db: Queries): Promise<Proof> {
  return prove(db, orderLaws);
}
