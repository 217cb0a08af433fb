/** What was told to whom, every try of it, and what still waits. */
import { id, type Id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type NewDelivery = {
  readonly endpointId: Id;
  readonly deliveryId: Id;
  readonly eventId: Id;
  readonly event: string;
  readonly body: string;
};

/** Kept and due at once; an event that the endpoint was told of already changes nothing. */
export async function insertDelivery(
  { tx, at }: Context,
  { endpointId, deliveryId, eventId, event, body }: NewDelivery,
): Promise<boolean> {
  const inserted = await tx.run(sql`
    insert into webhooks.delivery (endpoint_id, delivery_id, event_id, event, body, recorded_at)
    values (${endpointId}, ${deliveryId}, ${eventId}, ${event}, ${body}, ${at})
        on conflict (endpoint_id, event_id) do nothing`);
  if (inserted === 0) return false;
  await tx.run(sql`
    insert into webhooks.waiting (endpoint_id, delivery_id, tries, next_try)
    values (${endpointId}, ${deliveryId}, 0, ${at})`);
  return true;
}

export type Due = {
  readonly endpointId: Id;
  readonly deliveryId: Id;
  readonly body: string;
  /** Tries with this one. */
  readonly tries: number;
};

/**
 * Takes the delivery that waits longest, and holds it until `heldUntil` for whoever took it: a
 * program that dies meanwhile leaves it to be tried again then. Paused endpoints keep theirs.
 */
export async function takeDue(
  db: Queries,
  at: Instant,
  heldUntil: Instant,
): Promise<Due | undefined> {
  const row = await db.maybe(sql<{
    endpoint_id: string;
    delivery_id: string;
    body: string;
    tries: number;
  }>`
    with due as (
      select w.endpoint_id, w.delivery_id
        from webhooks.waiting w
       where w.next_try <= ${at}
         and (select v.state
                from webhooks.endpoint_version v
               where v.endpoint_id = w.endpoint_id
               order by v.version desc
               limit 1) = 'on'
       order by w.next_try
       limit 1
         for update skip locked
    ), held as (
      update webhooks.waiting w
         set tries = w.tries + 1, next_try = ${heldUntil}
        from due
       where w.endpoint_id = due.endpoint_id
         and w.delivery_id = due.delivery_id
      returning w.endpoint_id, w.delivery_id, w.tries
    )
    select h.endpoint_id, h.delivery_id, d.body, h.tries
      from held h
      join webhooks.delivery d using (endpoint_id, delivery_id)`);
  if (!row) return undefined;
  const { body, tries } = row;
  return { endpointId: id(row.endpoint_id), deliveryId: id(row.delivery_id), body, tries };
}

export type Try = {
  readonly endpointId: Id;
  readonly deliveryId: Id;
  readonly status: number | null;
  readonly problem: string | null;
  readonly tookMs: number;
};

export async function insertTry({ tx, at, newId }: Context, made: Try): Promise<void> {
  await tx.run(sql`
    insert into webhooks.try
      (endpoint_id, delivery_id, try_id, status, problem, took_ms, recorded_at)
    values (${made.endpointId}, ${made.deliveryId}, ${newId()}, ${made.status}, ${made.problem},
            ${made.tookMs}, ${at})`);
}

type Ref = { readonly endpointId: Id; readonly deliveryId: Id };

export async function endWaiting({ tx }: Context, { endpointId, deliveryId }: Ref): Promise<void> {
  await tx.run(sql`
    delete from webhooks.waiting
     where endpoint_id = ${endpointId}
       and delivery_id = ${deliveryId}`);
}

/** Null: it is given up until somebody asks for it again. */
export async function waitUntil(
  { tx }: Context,
  { endpointId, deliveryId }: Ref,
  next: Instant | null,
): Promise<void> {
  await tx.run(sql`
    update webhooks.waiting
       set next_try = coalesce(${next}::timestamptz, 'infinity')
     where endpoint_id = ${endpointId}
       and delivery_id = ${deliveryId}`);
}

/** Due once more, with all its tries before it. */
export async function waitAgain({ tx, at }: Context, ref: Ref): Promise<void> {
  await tx.run(sql`
    insert into webhooks.waiting (endpoint_id, delivery_id, tries, next_try)
    values (${ref.endpointId}, ${ref.deliveryId}, 0, ${at})
        on conflict (endpoint_id, delivery_id) do update set tries = 0, next_try = ${at}`);
}

export const deliveryStates = ['arrived', 'waiting', 'given_up'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export type Delivery = {
  readonly deliveryId: Id;
  readonly event: string;
  readonly at: Instant;
  readonly state: DeliveryState;
  readonly tries: number;
  readonly status: number | null;
  readonly problem: string | null;
  readonly nextTry: Instant | null;
};

type DeliveryRow = {
  delivery_id: string;
  event: string;
  recorded_at: string;
  state: DeliveryState;
  tries: number;
  status: number | null;
  problem: string | null;
  next_try: string | null;
};

/** The latest deliveries of an endpoint, the newest first. */
export async function deliveriesOf(
  db: Queries,
  endpointId: Id,
  limit: number,
): Promise<Delivery[]> {
  const rows = await db.all(sql<DeliveryRow>`
    select d.delivery_id, d.event, d.recorded_at, last.status, last.problem,
           coalesce(last.tries, 0)::int as tries,
           case when w.delivery_id is null then 'arrived'
                when w.next_try = 'infinity' then 'given_up'
                else 'waiting' end as state,
           case when w.next_try < 'infinity' then w.next_try end as next_try
      from webhooks.delivery d
      left join webhooks.waiting w using (endpoint_id, delivery_id)
      left join lateral (
             select t.status, t.problem, count(*) over () as tries
               from webhooks.try t
              where t.endpoint_id = d.endpoint_id
                and t.delivery_id = d.delivery_id
              order by t.try_id desc
              limit 1) last on true
     where d.endpoint_id = ${endpointId}
     order by d.recorded_at desc, d.delivery_id desc
     limit ${limit}`);
  return rows.map((row) => ({
    deliveryId: id(row.delivery_id),
    event: row.event,
    at: instant(row.recorded_at),
    state: row.state,
    tries: row.tries,
    status: row.status,
    problem: row.problem,
    nextTry: row.next_try === null ? null : instant(row.next_try),
  }));
}

export async function hasDelivery(db: Queries, { endpointId, deliveryId }: Ref): Promise<boolean> {
  const row = await db.one(sql<{ known: boolean }>`
    select exists (select
                     from webhooks.delivery
                    where endpoint_id = ${endpointId}
                      and delivery_id = ${deliveryId}) as known`);
  return row.known;
}

/** How many deliveries of each endpoint have not arrived. */
export async function unsettled(db: Queries): Promise<ReadonlyMap<Id, number>> {
  const rows = await db.all(sql<{ endpoint_id: string; count: number }>`
    select endpoint_id, count(*)::int as count
      from webhooks.waiting
     group by endpoint_id`);
  return new Map(rows.map(({ endpoint_id: endpointId, count }) => [id(endpointId), count]));
}
