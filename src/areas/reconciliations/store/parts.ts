/** Everything that the figures of a reconciliation are made of. */
import type { Queries } from '#platform/postgres/db.ts';
import type { Parts } from '../rules/figures.ts';
import { accountsOf, moved, ourItems } from './ours.ts';
import { type Reconciliation, answersOf, theirsOf } from './reconciliations.ts';

export async function partsOf(db: Queries, made: Reconciliation): Promise<Parts> {
  const accounts = await accountsOf(db, made);
  const items = await ourItems(db, accounts, made);
  const { opening, moves } = await moved(db, accounts, made);
  const theirs = await theirsOf(db, made);
  const answers = await answersOf(db, made);
  return { currency: made.currency, opening, moves, items, theirs, answers };
}
