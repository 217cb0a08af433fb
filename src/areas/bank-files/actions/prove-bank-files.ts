/** Proves that files and lines of banks are what came; changes nothing. */
import type { Queries } from '#platform/postgres/db.ts';
import { type Proof, prove } from '#platform/postgres/proof.ts';
import { bankFileLaws } from '../store/proof.ts';

export async function proveBankFiles(db: Queries): Promise<Proof> {
  return prove(db, bankFileLaws);
}
