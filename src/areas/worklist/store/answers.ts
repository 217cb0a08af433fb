/** What people did about their work: done and snoozed, each a fact that an undo ends. */
import type { Day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, prepared, sql } from '#platform/postgres/sql.ts';
import type { Answer, WorkKind } from '../rules/work.ts';

export type NewAnswer = {
  readonly accountId: Id;
  readonly answerId: Id;
  readonly kind: 'done' | 'snoozed';
  readonly result: string | null;
  readonly note: string;
  readonly reasons: readonly WorkKind[];
  readonly answeredOn: Day;
  readonly until: Instant;
  readonly memberId: Id;
  readonly at: Instant;
};

export async function insertAnswer(tx: Tx, answer: NewAnswer): Promise<void> {
  await tx.run(sql`
    insert into worklist.answer (account_id, answer_id, kind, result, note, reasons, answered_on,
                                 until_at, member_id, recorded_at)
    values (${answer.accountId}, ${answer.answerId}, ${answer.kind}, ${answer.result},
            ${answer.note}, ${answer.reasons}, ${answer.answeredOn}, ${answer.until},
            ${answer.memberId}, ${answer.at})`);
}

/** True for an answer `w` that was not taken back. */
const standing = sql<boolean>`not exists (select
                                            from worklist.answer_undone u
                                           where u.account_id = w.account_id
                                             and u.answer_id  = w.answer_id)`;

/** The member's own latest answer on the account that still stands. */
export async function lastAnswerBy(
  db: Queries,
  accountId: Id,
  memberId: Id,
): Promise<Id | undefined> {
  const row = await db.maybe(sql<{ answer_id: string }>`
    select w.answer_id
      from worklist.answer w
     where w.account_id = ${accountId}
       and w.member_id  = ${memberId}
       and ${standing}
     order by w.recorded_at desc, w.answer_id desc
     limit 1`);
  return row && id(row.answer_id);
}

export type Undoing = {
  readonly accountId: Id;
  readonly answerId: Id;
  readonly memberId: Id;
  readonly at: Instant;
};

/** Takes an answer back; false when somebody just did. */
export async function undoAnswer(tx: Tx, undoing: Undoing): Promise<boolean> {
  const { accountId, answerId, memberId, at } = undoing;
  const rows = await tx.run(sql`
    insert into worklist.answer_undone (account_id, answer_id, member_id, recorded_at)
    values (${accountId}, ${answerId}, ${memberId}, ${at})
        on conflict do nothing`);
  return rows === 1;
}

/** The latest standing answer of each account `w` that fits. */
export async function latestAnswers(
  db: Queries,
  condition: Sql<boolean>,
): Promise<Map<string, Answer>> {
  const rows = await db.all(sql<{
    account_id: string;
    kind: 'done' | 'snoozed';
    until_at: string;
    recorded_at: string;
    note: string | null;
    reasons: WorkKind[];
  }>`
    select distinct on (w.account_id) w.account_id, w.kind, w.until_at, w.recorded_at, w.note,
           w.reasons
      from worklist.answer w
     where ${condition}
       and ${standing}
     order by w.account_id, w.recorded_at desc, w.answer_id desc`);
  return new Map(
    rows.map((row) => [
      row.account_id,
      {
        kind: row.kind,
        until: instant(row.until_at),
        at: instant(row.recorded_at),
        note: row.note ?? '',
        reasons: row.reasons,
      },
    ]),
  );
}

/** How many accounts were done on the day; of an owner's accounts, or of all. */
export async function countDone(
  db: Queries,
  on: Day,
  owner: Sql<boolean>,
  scope: CompanyScope,
): Promise<number> {
  const { count } = await db.one(prepared<{ count: bigint }>`
    select count(distinct w.account_id)
      from worklist.answer w
      join customers.account_card c on c.account_id = w.account_id
     where w.answered_on = ${on}
       and w.kind = 'done'
       and ${standing}
       and ${owner}
       and ${inCompanies(sql`c.company_id`, scope)}`);
  return Number(count);
}
