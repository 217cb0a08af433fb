/** Notes for the cover of an account, and who has read them. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type HandOver = {
  readonly noteId: Id;
  readonly accountId: Id;
  readonly absenceId: Id;
  readonly said: string;
  readonly nextStep: string;
  readonly avoid: string;
  readonly by: string;
  readonly at: Instant;
  /** Who has said that they read it, by name. */
  readonly readBy: readonly { readonly memberId: Id; readonly name: string }[];
};

export type NewHandOver = Pick<
  HandOver,
  'noteId' | 'accountId' | 'absenceId' | 'said' | 'nextStep' | 'avoid' | 'at'
> & { readonly memberId: Id };

export async function insertHandOver(tx: Tx, made: NewHandOver): Promise<void> {
  await tx.run(sql`
    insert into worklist.hand_over (account_id, note_id, absence_id, said, next_step, avoid,
                                    member_id, recorded_at)
    values (${made.accountId}, ${made.noteId}, ${made.absenceId}, ${made.said}, ${made.nextStep},
            ${made.avoid}, ${made.memberId}, ${made.at})`);
}

export type Reading = {
  readonly accountId: Id;
  readonly noteId: Id;
  readonly memberId: Id;
  readonly at: Instant;
};

/** False when this person has read it before. */
export async function insertReading(tx: Tx, reading: Reading): Promise<boolean> {
  const { accountId, noteId, memberId, at } = reading;
  const rows = await tx.run(sql`
    insert into worklist.hand_over_read (account_id, note_id, member_id, recorded_at)
    values (${accountId}, ${noteId}, ${memberId}, ${at})
        on conflict do nothing`);
  return rows === 1;
}

type Left = { readonly accountId: Id; readonly absenceId: Id };

/** The latest note of each account for its absence; a later one replaces an earlier one. */
export async function latestHandOvers(
  db: Queries,
  left: readonly Left[],
): Promise<Map<Id, HandOver>> {
  if (left.length === 0) return new Map();
  const rows = await db.all(sql<Row>`
    select distinct on (h.account_id) h.account_id, h.note_id, h.absence_id, h.said, h.next_step,
           h.avoid, p.name as by, h.recorded_at,
           coalesce((select jsonb_agg(jsonb_build_object('memberId', r.member_id, 'name', q.name)
                            order by r.recorded_at)
                       from worklist.hand_over_read r
                       join team.person q on q.member_id = r.member_id
                      where r.account_id = h.account_id
                        and r.note_id    = h.note_id), '[]') as read_by
      from worklist.hand_over h
      join unnest(${left.map((each) => each.accountId)}::uuid[],
                  ${left.map((each) => each.absenceId)}::uuid[]) as l (account_id, absence_id)
        on l.account_id = h.account_id and l.absence_id = h.absence_id
      join team.person p on p.member_id = h.member_id
     order by h.account_id, h.recorded_at desc, h.note_id desc`);
  return new Map(rows.map((row) => [id(row.account_id), handOver(row)]));
}

type Row = {
  readonly account_id: string;
  readonly note_id: string;
  readonly absence_id: string;
  readonly said: string;
  readonly next_step: string;
  readonly avoid: string;
  readonly by: string;
  readonly recorded_at: string;
  readonly read_by: readonly { memberId: string; name: string }[];
};

function handOver(row: Row): HandOver {
  return {
    noteId: id(row.note_id),
    accountId: id(row.account_id),
    absenceId: id(row.absence_id),
    said: row.said,
    nextStep: row.next_step,
    avoid: row.avoid,
    by: row.by,
    at: instant(row.recorded_at),
    readBy: row.read_by.map(({ memberId, name }) => ({ memberId: id(memberId), name })),
  };
}

export type AbsenceAhead = {
  readonly absenceId: Id;
  readonly from: Day;
  readonly lastOn: Day;
};

/** The absence that somebody is in, else the next one; undefined when none is planned. */
export async function nextAbsenceOf(
  db: Queries,
  memberId: Id,
  on: Day,
): Promise<AbsenceAhead | undefined> {
  const row = await db.maybe(sql<{ absence_id: string; from_on: string; last_on: string }>`
    select absence_id, from_on, last_on
      from team.absence_card
     where member_id = ${memberId}
       and last_on  >= ${on}
     order by from_on
     limit 1`);
  return row && { absenceId: id(row.absence_id), from: day(row.from_on), lastOn: day(row.last_on) };
}
