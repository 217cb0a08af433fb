/**
 * As whom somebody agrees to a plan or a settlement: a member by their roles, the desk's own
 * command line as a collector, a job as nobody.
 */
import type { Actor } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { rolesOf } from '#areas/ledger/index.ts';

export async function agreeingAs(
  db: Queries,
  { ref, memberId }: Actor,
): Promise<readonly string[]> {
  if (memberId !== null) return rolesOf(db, memberId);
  return ref.startsWith('command:') ? ['collector'] : [];
}
