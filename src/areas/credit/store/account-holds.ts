/** Holds that a person put on a whole account, and their end. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

/** The name of the clock that ends a hold. */
export function holdKey(holdId: Id): string {
  return `account_hold/${holdId}`;
}

/** The last day of the hold that stands on an account, where it was given one. */
export async function holdUntil(db: Queries, accountId: Id): Promise<Day | null> {
  const standing = await standingHold(db, accountId);
  if (standing === undefined) return null;
  const row = await db.maybe(sql<{ due_on: string }>`
    select c.due_on
      from clocks.clock_card c
     where c.key = ${holdKey(standing.holdId)}
       and c.ended_on is null`);
  return row ? day(row.due_on) : null;
}

/** The hold that stands on an account. */
export async function standingHold(
  db: Queries,
  accountId: Id,
): Promise<{ readonly holdId: Id; readonly reason: string } | undefined> {
  const row = await db.maybe(sql<{ hold_id: string; reason: string }>`
    select h.hold_id, h.reason
      from credit.hold h
     where h.account_id = ${accountId}
       and not exists (select
                         from credit.hold_release r
                        where r.account_id = h.account_id
                          and r.hold_id    = h.hold_id)
     order by h.recorded_at desc
     limit 1`);
  return row && { holdId: id(row.hold_id), reason: row.reason };
}

export async function insertHold(
  { tx, reason, today, at, actor }: Context,
  accountId: Id,
  holdId: Id,
): Promise<void> {
  await tx.run(sql`
    insert into credit.hold (account_id, hold_id, reason, effective_on, recorded_at, actor)
    values (${accountId}, ${holdId}, ${reason}, ${today}, ${at}, ${actor.ref})`);
}

export async function insertRelease(
  { tx, reason, today, at, actor }: Context,
  accountId: Id,
  holdId: Id,
): Promise<void> {
  await tx.run(sql`
    insert into credit.hold_release (account_id, hold_id, reason, effective_on, recorded_at, actor)
    values (${accountId}, ${holdId}, ${reason}, ${today}, ${at}, ${actor.ref})`);
}
