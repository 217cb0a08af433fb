/**
 * The order that people gave to a list: where each row stands by hand now, and every move with
 * the places before it, which an undo puts back.
 */
import { type Day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { CopyRow } from '#platform/postgres/copy.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { type Placed, type Standing, handPolicy } from '../rules/hand-order.ts';
import type { ListFilter } from './listed.ts';
import { type Ordered, handPlaces, stretchOf } from './order.ts';

/** Who put a row in its place, when and until when. */
export type PlaceMark = { readonly by: Id; readonly at: Instant; readonly until: Instant };

/** Lets one person at a time change the order of a list. */
export async function lockOrder(tx: Tx, listOf: Id): Promise<void> {
  await tx.run(
    sql`select pg_advisory_xact_lock(hashtextextended(${`worklist order ${listOf}`}, 0))`,
  );
}

type HandRow = Ordered & {
  moved: boolean | null;
  pinned: boolean;
  own: boolean;
  moved_by: string;
  placed_at: string;
  until_at: string;
};

/** The list from its top, as far down as rows can be placed by hand. */
export async function topOfList(
  db: Queries,
  wanted: ListFilter,
): Promise<readonly Standing<PlaceMark>[]> {
  const rows = await db.all(sql<HandRow>`
    select t.account_id, t.place, h.moved, h.pinned, h.own, h.moved_by, h.placed_at, h.until_at
      from (${stretchOf(wanted, { sort: 'rank', limit: handPolicy.places + 1 })}) t
      left join (${handPlaces(wanted)}) h on h.account_id = t.account_id
     order by t.place nulls last, t.low_score, t.low_base, t.account_id`);
  return rows.map((row) => ({ accountId: id(row.account_id), hand: handOf(row) }));
}

function handOf({ place, moved, pinned, own, ...row }: HandRow) {
  if (place === null || moved === null) return null;
  const mark = {
    by: id(row.moved_by),
    at: instant(row.placed_at),
    until: instant(row.until_at),
  };
  return { place, moved, pinned, inherited: !own, mark };
}

/** Puts these places where the list's own were, except on rows that are not on it now. */
export async function replacePlaces(
  tx: Tx,
  { listOf, of, at }: { readonly listOf: Id; readonly of: readonly Id[]; readonly at: Instant },
  places: readonly Placed<PlaceMark>[],
): Promise<void> {
  await tx.run(sql`
    delete from worklist.hand_place
     where member_id = ${listOf}
       and (account_id = any(${of}::uuid[]) or until_at <= ${at})`);
  await tx.copyIn(
    `worklist.hand_place (account_id, member_id, place, moved, pinned, moved_by, placed_at,
      until_at)`,
    places.map(({ accountId, place, moved, pinned, mark }): CopyRow => {
      return [accountId, listOf, place, moved, pinned, mark.by, mark.at, mark.until];
    }),
  );
}

export type HandMove = {
  readonly accountId: Id;
  readonly moveId: Id;
  readonly listOf: Id;
  readonly memberId: Id;
  readonly on: Day;
  readonly at: Instant;
};

/** Records a move with the list's places before it. */
export async function insertMove(tx: Tx, move: HandMove): Promise<void> {
  await tx.run(sql`
    insert into worklist.hand_move (account_id, move_id, member_id, moved_by, before, moved_on,
                                    recorded_at)
    select ${move.accountId}::uuid, ${move.moveId}::uuid, ${move.listOf}::uuid,
           ${move.memberId}::uuid, coalesce(jsonb_agg(to_jsonb(h)), '[]'), ${move.on}::date,
           ${move.at}::timestamptz
      from worklist.hand_place h
     where h.member_id = ${move.listOf}`);
}

export type LastMove = { readonly accountId: Id; readonly moveId: Id; readonly memberId: Id };

/** The latest move on the list that was not taken back. */
export async function lastMoveOn(db: Queries, listOf: Id): Promise<LastMove | undefined> {
  const row = await db.maybe(sql<{ account_id: string; move_id: string; moved_by: string }>`
    select m.account_id, m.move_id, m.moved_by
      from worklist.hand_move m
     where m.member_id = ${listOf}
       and not exists (select
                         from worklist.hand_move_undone u
                        where u.account_id = m.account_id
                          and u.move_id    = m.move_id)
     order by m.recorded_at desc, m.move_id desc
     limit 1`);
  return (
    row && {
      accountId: id(row.account_id),
      moveId: id(row.move_id),
      memberId: id(row.moved_by),
    }
  );
}

/** Takes the move back: the list's places are those before it. */
export async function undoMove(
  tx: Tx,
  { accountId, moveId }: LastMove,
  { listOf, by, at }: { readonly listOf: Id; readonly by: Id; readonly at: Instant },
): Promise<void> {
  await tx.run(sql`
    insert into worklist.hand_move_undone (account_id, move_id, undone_by, recorded_at)
    values (${accountId}, ${moveId}, ${by}, ${at})`);
  await tx.run(sql`delete from worklist.hand_place where member_id = ${listOf}`);
  await tx.run(sql`
    insert into worklist.hand_place (account_id, member_id, place, moved, pinned, moved_by,
                                     placed_at, until_at)
    select b.account_id, b.member_id, b.place, b.moved, b.pinned, b.moved_by, b.placed_at,
           b.until_at
      from worklist.hand_move m
     cross join jsonb_to_recordset(m.before)
             as b (account_id uuid, member_id uuid, place integer, moved boolean, pinned boolean,
                   moved_by uuid, placed_at timestamptz, until_at timestamptz)
     where m.account_id = ${accountId}
       and m.move_id    = ${moveId}`);
}
