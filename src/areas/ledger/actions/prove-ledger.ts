/**
 * Proves the ledger: every law that rows can break, over the whole book, in sets.
 *
 * It changes nothing. The first broken row of each law is named; a book without one is
 * proved.
 */
import type { Queries } from '#platform/postgres/db.ts';
import { type Proof, prove } from '#platform/postgres/proof.ts';
import { balanceLaws } from '../store/proof/balances.ts';
import { factLaws } from '../store/proof/facts.ts';
import { journalLaws } from '../store/proof/journal.ts';
import { periodLaws } from '../store/proof/periods.ts';

/** Control totals are proved for the last day of the book and three days back. */
export async function proveLedger(db: Queries): Promise<Proof> {
  return prove(db, [...balanceLaws, ...factLaws, ...periodLaws, ...(await journalLaws(db))]);
}
