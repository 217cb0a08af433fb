/**
 * Work that only one of several processes may do at a time, such as filling an empty database.
 */
import type { Db } from './db.ts';
import { sql } from './sql.ts';

/**
 * Waits until nobody else does the work of this name, however long that takes, then does it.
 * The lock ends with this process, however it ends. `work` runs outside the lock's transaction.
 */
export async function oneAtATime<T>(db: Db, name: string, work: () => Promise<T>): Promise<T> {
  return db.transaction(async (tx) => {
    await tx.run(sql`set local lock_timeout = 0`);
    await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
    return work();
  });
}
