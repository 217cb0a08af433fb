/** Proves that what stands for each account now is what its facts say; changes nothing. */
import type { Queries } from '#platform/postgres/db.ts';
import { type Proof, prove } from '#platform/postgres/proof.ts';
import { accountLaws } from '../store/proof.ts';

export async function proveAccounts(db: Queries): Promise<Proof> {
  return prove(db, accountLaws);
}
