/** What was accepted of duties that should be apart; the latest word on a pair counts. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type AcceptedPair = {
  readonly memberId: Id;
  readonly one: string;
  readonly other: string;
  readonly by: string;
  readonly untilOn: Day;
  readonly reason: string;
  readonly at: Instant;
};

/** The latest word on each pair, also where its last day has passed. */
export async function acceptedPairs(db: Queries): Promise<AcceptedPair[]> {
  const rows = await db.all(sql<{
    member_id: string;
    one: string;
    other: string;
    by: string;
    until_on: string;
    reason: string;
    recorded_at: string;
  }>`
    select distinct on (a.member_id, a.one, a.other)
           a.member_id, a.one, a.other, m.name as by, a.until_on, a.reason, a.recorded_at
      from approvals.duty_acceptance a
      join team.member m on m.member_id = a.accepted_by
     order by a.member_id, a.one, a.other, a.acceptance_id desc`);
  return rows.map((row) => ({
    memberId: id(row.member_id),
    one: row.one,
    other: row.other,
    by: row.by,
    untilOn: day(row.until_on),
    reason: row.reason,
    at: instant(row.recorded_at),
  }));
}

export type NewAcceptance = {
  readonly memberId: Id;
  readonly one: string;
  readonly other: string;
  readonly acceptedBy: Id;
  readonly untilOn: Day;
};

/** `context.reason` says what is done instead. */
export async function insertAcceptance(
  { tx, newId, at, reason }: Context,
  { memberId, one, other, acceptedBy, untilOn }: NewAcceptance,
): Promise<void> {
  await tx.run(sql`
    insert into approvals.duty_acceptance (member_id, one, other, acceptance_id, accepted_by,
                                           until_on, reason, recorded_at)
    values (${memberId}, ${one}, ${other}, ${newId()}, ${acceptedBy}, ${untilOn}, ${reason},
            ${at})`);
}
