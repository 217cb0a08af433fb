/**
 * A read replica: a second PostgreSQL that follows the first and answers reports.
 *
 * A report from it says up to which moment it knows. A replica that is away, or more than half
 * a minute behind, is not asked: the first database answers instead, and nobody waits.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { type Instant, instant } from '#kernel/instant.ts';
import { type Db, openDb } from './db.ts';
import { sql } from './sql.ts';

export type ReplicaReader = {
  readonly db: Db;
  /** Everything that was recorded up to then is on it. */
  readonly knownTo: Instant;
};

export type Replica = {
  /** Who answers a report now; undefined when the replica is away or too far behind. */
  reader(): Promise<ReplicaReader | undefined>;
  close(): Promise<void>;
};

const mostBehindSeconds = 30;
const answersWithinMs = 2000;
const connections = 6;

/** Opens the replica of `url`; it need not be there yet. `onAway` hears when it is not asked. */
export function openReplica(url: string, onAway: (error: unknown) => void): Replica {
  const db = openDb(url, { poolSize: connections });
  return {
    reader: () =>
      Promise.race([reading(db, onAway), wait(answersWithinMs, undefined, { ref: false })]),
    close: () => db.close(),
  };
}

async function reading(
  db: Db,
  onAway: (error: unknown) => void,
): Promise<ReplicaReader | undefined> {
  try {
    const row = await db.one(sql<{ known_to: string | null; behind: boolean }>`
      select pg_last_xact_replay_timestamp() as known_to,
             pg_last_xact_replay_timestamp()
               < clock_timestamp() - make_interval(secs => ${mostBehindSeconds}) as behind`);
    // No such moment: not a replica, or one that has replayed nothing yet.
    if (row.known_to === null || row.behind) return undefined;
    return { db, knownTo: instant(row.known_to) };
  } catch (error) {
    onAway(error);
    return undefined;
  }
}

const beatMs = 5000;

export type Heartbeat = { stop(): Promise<void> };

/**
 * Commits on the first database now and then, so that a replica of a quiet desk can tell that
 * nothing happened from nothing having arrived. An empty commit leaves no row.
 */
export function startHeartbeat(db: Db): Heartbeat {
  const ending = new AbortController();
  const done = beat(db, ending.signal);
  return {
    async stop() {
      ending.abort();
      await done;
    },
  };
}

async function beat(db: Db, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await db.one(sql`select pg_current_xact_id()`).catch(later);
    await wait(beatMs, undefined, { signal }).catch(later);
  }
}

/** The database is away or the wait was ended; the next beat finds out. */
function later(): void {
  return undefined;
}
