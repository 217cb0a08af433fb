/**
 * How often one address tried to sign in within a minute, counted in the database: a guesser who
 * is sent from one server process to the next has no more tries than at one.
 */
import type { Instant } from '#kernel/instant.ts';
import type { Db } from '../postgres/db.ts';
import { sql } from '../postgres/sql.ts';

/** Counts one try; answers how many there were in the minute and when it is over. */
export async function countSignInTry(
  db: Db,
  address: string,
  now: Instant,
): Promise<{ readonly tries: number; readonly secondsLeft: number }> {
  return db.transaction(async (tx) => {
    const row = await tx.one(sql<{ tries: number; seconds_left: number }>`
      insert into platform.sign_in_try as t (address, started_at, tries)
      values (${address}, ${now}, 1)
          on conflict (address) do update
         set tries      = case when t.started_at > ${now}::timestamptz - interval '1 minute'
                               then t.tries + 1 else 1 end,
             started_at = case when t.started_at > ${now}::timestamptz - interval '1 minute'
                               then t.started_at else excluded.started_at end
      returning tries, ceil(extract(epoch from started_at + interval '1 minute'
                                               - ${now}::timestamptz))::int as seconds_left`);
    if (row.tries === 1) {
      await tx.run(sql`
        delete from platform.sign_in_try
         where started_at < ${now}::timestamptz - interval '1 hour'`);
    }
    return { tries: row.tries, secondsLeft: Math.max(1, row.seconds_left) };
  });
}
