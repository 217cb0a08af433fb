/** What the workers have still before them. */
import type { Queries } from './db.ts';
import { sql } from './sql.ts';

export type Backlog = { readonly waiting: bigint; readonly unsealed: bigint };

/** Events not yet heard by all, and audit rows not yet in the chain. */
export async function backlog(db: Queries): Promise<Backlog> {
  return db.one(sql<Backlog>`
    select (select count(*) from platform.event_waiting) as waiting,
           (select count(*) from platform.audit) -
           (select count(*) from platform.audit_seal) as unsealed`);
}
