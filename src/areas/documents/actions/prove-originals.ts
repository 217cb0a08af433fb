/** Proves that every original is what came; changes nothing. */
import type { Queries } from '#platform/postgres/db.ts';
import { type Proof, prove } from '#platform/postgres/proof.ts';
import { documentLaws } from '../store/proof.ts';

export async function proveOriginals(db: Queries): Promise<Proof> {
  return prove(db, documentLaws);
}
