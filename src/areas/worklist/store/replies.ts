/** Mails that wait for an answer, as the day's list sees them. */
import { id } from '#kernel/ids.ts';
import { instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { ReplyFact } from '../rules/work.ts';
import { type Scope, filter } from './scope.ts';

/** By account, the longest wait first. */
export async function replyRows(db: Queries, scope: Scope): Promise<Map<string, ReplyFact[]>> {
  const rows = await db.all(sql<{
    account_id: string;
    mail_id: string;
    person: string;
    subject: string;
    received_at: string;
    answer_due_at: string | null;
  }>`
    select r.account_id, r.mail_id, coalesce(nullif(r.from_name, ''), r.from_address) as person,
           r.subject, r.received_at, r.answer_due_at
      from correspondence.reply_waiting r
     where ${filter(scope, sql`r.account_id`)}
     order by r.account_id, r.received_at, r.mail_id`);
  return new Map(
    [...Map.groupBy(rows, (row) => row.account_id)].map(([accountId, own]) => [
      accountId,
      own.map((row) => ({
        mailId: id(row.mail_id),
        person: row.person,
        subject: row.subject,
        since: instant(row.received_at),
        answerDueAt: row.answer_due_at === null ? null : instant(row.answer_due_at),
      })),
    ]),
  );
}
