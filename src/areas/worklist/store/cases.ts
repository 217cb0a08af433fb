/** Cases of disputes that are not decided, as the day's list sees them. */
import { day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { CaseFact } from '../rules/work.ts';
import { type Scope, filter } from './scope.ts';

/** By account, what came back first and then the longest late. */
export async function caseRows(db: Queries, scope: Scope): Promise<Map<string, CaseFact[]>> {
  const rows = await db.all(sql<{
    account_id: string;
    case_id: string;
    currency: string;
    amount_minor: bigint;
    owner: string;
    answered_on: string | null;
    answer_by: string | null;
  }>`
    select c.account_id, c.case_id, c.currency, c.amount_minor, c.owner, c.answered_on,
           c.answer_by
      from disputes.case_card c
     where ${filter(scope, sql`c.account_id`)}
       and c.state <> 'decided'
       and c.answer_by is not null
     order by c.account_id, c.answered_on nulls last, c.answer_by, c.case_id`);
  return new Map(
    [...Map.groupBy(rows, (row) => row.account_id)].map(([accountId, own]) => [
      accountId,
      own.map((row) => ({
        caseId: id(row.case_id),
        amount: money(row.amount_minor, row.currency),
        owner: row.owner,
        answeredOn: row.answered_on === null ? null : day(row.answered_on),
        answerBy: row.answer_by === null ? null : day(row.answer_by),
      })),
    ]),
  );
}
