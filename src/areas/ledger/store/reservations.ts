/** Reservations: credits held for a refund or an approval, so that nobody else spends them. */
import { type Id, id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type Reservation = {
  readonly reservationId: Id;
  readonly itemId: Id;
  readonly amount: bigint;
};

export async function insertReservation(
  { tx, actor, at, reason }: Context,
  accountId: Id,
  { reservationId, itemId, amount }: Reservation,
): Promise<void> {
  await tx.run(sql`
    insert into ledger.reservation (account_id, reservation_id, item_id, amount_minor, reason,
                                    actor, recorded_at)
    values (${accountId}, ${reservationId}, ${itemId}, ${amount.toString()}, ${reason},
            ${actor.ref}, ${at})`);
  await moveReserved(tx, accountId, itemId, amount);
}

/** Ends a reservation that stands; the balance no longer holds it. */
export async function endReservation(
  { tx, actor, at }: Context,
  accountId: Id,
  { reservationId, itemId, amount }: Reservation,
  outcome: 'released' | 'used',
): Promise<void> {
  await tx.run(sql`
    insert into ledger.reservation_end (account_id, reservation_id, outcome, actor, recorded_at)
    values (${accountId}, ${reservationId}, ${outcome}, ${actor.ref}, ${at})`);
  await moveReserved(tx, accountId, itemId, -amount);
}

async function moveReserved(tx: Tx, accountId: Id, itemId: Id, by: bigint): Promise<void> {
  await tx.run(sql`
    update ledger.item_balance
       set reserved_minor = reserved_minor + ${by.toString()}::bigint
     where account_id = ${accountId}
       and item_id    = ${itemId}`);
}

/** The reservations on an item that have not ended. */
export async function standingReservations(
  db: Queries,
  accountId: Id,
  itemId: Id,
): Promise<Reservation[]> {
  const rows = await db.all(sql<{ reservation_id: string; amount_minor: bigint }>`
    select r.reservation_id, r.amount_minor
      from ledger.reservation r
     where r.account_id = ${accountId}
       and r.item_id    = ${itemId}
       and not exists (select
                         from ledger.reservation_end e
                        where e.account_id     = r.account_id
                          and e.reservation_id = r.reservation_id)
     order by r.reservation_id`);
  return rows.map((row) => ({
    reservationId: id(row.reservation_id),
    itemId,
    amount: row.amount_minor,
  }));
}

/** One reservation if it has not ended. */
export async function standingReservation(
  db: Queries,
  accountId: Id,
  reservationId: Id,
): Promise<Reservation | undefined> {
  const row = await db.maybe(sql<{ item_id: string; amount_minor: bigint }>`
    select r.item_id, r.amount_minor
      from ledger.reservation r
     where r.account_id     = ${accountId}
       and r.reservation_id = ${reservationId}
       and not exists (select
                         from ledger.reservation_end e
                        where e.account_id     = r.account_id
                          and e.reservation_id = r.reservation_id)`);
  return row && { reservationId, itemId: id(row.item_id), amount: row.amount_minor };
}
