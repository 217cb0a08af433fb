/** The SQL of news on their way to who listens. */
import { type Id, id } from '#kernel/ids.ts';
import { instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '../postgres/db.ts';
import { sql } from '../postgres/sql.ts';
import type { HeardEvent } from './listener.ts';

export type WaitingEvent = HeardEvent & { readonly tries: number };

type EventRow = {
  event_id: string;
  name: string;
  at: string;
  account_id: string | null;
  payload: Record<string, unknown>;
  tries: number;
};

/** The oldest event that waits and nobody else delivers; locked until the transaction ends. */
export async function takeWaiting(tx: Tx): Promise<WaitingEvent | undefined> {
  const row = await tx.maybe(sql<EventRow>`
    select e.event_id, e.name, e.at, e.account_id, e.payload, w.tries
      from platform.event_waiting w
      join platform.event e on e.event_id = w.event_id
     where w.next_try <= clock_timestamp()
     order by w.event_id
     limit 1
       for update of w skip locked`);
  if (!row) return undefined;
  const { name, payload, tries, account_id: accountId } = row;
  return {
    eventId: id(row.event_id),
    name,
    at: instant(row.at),
    accountId: accountId === null ? null : id(accountId),
    payload,
    tries,
  };
}

/** Which listeners have heard an event. */
export async function heardBy(db: Queries, eventId: Id): Promise<Set<string>> {
  const rows = await db.all(sql<{ listener: string }>`
    select listener from platform.event_heard where event_id = ${eventId}`);
  return new Set(rows.map((row) => row.listener));
}

/** Marks an event as heard; false when it was already. */
export async function markHeard(tx: Tx, eventId: Id, listener: string): Promise<boolean> {
  const marked = await tx.run(sql`
    insert into platform.event_heard (event_id, listener)
    values (${eventId}, ${listener})
    on conflict do nothing`);
  return marked === 1;
}

export async function stopWaiting(tx: Tx, eventId: Id): Promise<void> {
  await tx.run(sql`delete from platform.event_waiting where event_id = ${eventId}`);
}

/** Tries again after so many seconds; null: not by itself. */
export async function waitLonger(
  tx: Tx,
  eventId: Id,
  seconds: number | null,
  problem: string,
): Promise<void> {
  await tx.run(sql`
    update platform.event_waiting
       set tries    = tries + 1,
           next_try = coalesce(clock_timestamp() + make_interval(secs => ${seconds}::float8),
                               'infinity'),
           problem  = ${problem}
     where event_id = ${eventId}`);
}
