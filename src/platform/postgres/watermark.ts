/**
 * The closed watermark: the newest moment of which nothing new can become known.
 *
 * A fact's moment of recording is taken when its action begins and seen when that commits, so
 * "all that was known at 10:00" may still gain a fact at 10:02. Every writer therefore holds a
 * shared advisory lock that carries the second in which it began, taken before it takes its
 * moment of recording. The oldest such second is as far as nothing can be added any more.
 * The lock is memory: it costs no write, ends with its transaction, and a killed process
 * leaves none behind. A report that must tie out is cut here, never at "now".
 */
import { type Instant, instant } from '#kernel/instant.ts';
import type { Queries, Tx } from './db.ts';
import { prepared, sql } from './sql.ts';

/** Names the writers among all advisory locks: the letters WR. */
const writers = 0x57_52;

/** A lock's number has 32 bits: seconds are counted from here, 68 years each way. */
const origin = 1_600_000_000;

/**
 * How far the clocks of several servers may lie apart; the watermark stands back as much, so
 * that a writer whose clock is behind cannot record before it.
 */
const clocksApartMs = 250;

/** Says that a writer began; to be called before it takes its moment of recording. */
export async function announceWriter(tx: Tx, began: Instant): Promise<void> {
  const second = Math.floor(Date.parse(began) / 1000) - origin;
  await tx.run(prepared`select pg_advisory_xact_lock_shared(${writers}::int, ${second}::int)`);
}

/**
 * The newest moment, before `now`, up to which everything is committed or never will be. Whoever
 * asks within a transaction of its own records after it.
 */
export async function closedWatermark(db: Queries, now: Instant): Promise<Instant> {
  const { oldest } = await db.one(sql<{ oldest: bigint | null }>`
    select min(case when l.objid::bigint > 2147483647 then l.objid::bigint - 4294967296
                    else l.objid::bigint end) as oldest
      from pg_locks l
     where l.locktype = 'advisory'
       and l.classid  = ${writers}::oid
       and l.objsubid = 2
       and l.pid     <> pg_backend_pid()
       and l.database = (select oid from pg_database where datname = current_database())`);
  const latest = Date.parse(now) - clocksApartMs;
  // A millisecond before its second, because a moment recorded at the full second counts.
  const begun = oldest === null ? latest : (Number(oldest) + origin) * 1000 - 1;
  return instant(new Date(Math.min(latest, begun)).toISOString());
}
