/** Calls that somebody asked for, as the day's list sees them. */
import type { Day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import { instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { CallbackFact } from '../rules/work.ts';
import { type Scope, filter } from './scope.ts';

/** By account: the soonest call that was asked for, once its day has come where we work. */
export async function callbackRows(
  db: Queries,
  scope: Scope,
  today: Day,
): Promise<Map<string, CallbackFact>> {
  const rows = await db.all(sql<{
    account_id: string;
    person: string;
    due_at: string;
    zone: string;
    note: string;
    member_id: string | null;
  }>`
    select distinct on (b.account_id) b.account_id, b.person, b.due_at, b.zone, b.note, b.member_id
      from correspondence.callback_card b
      join customers.account_card a on a.account_id = b.account_id
      join team.company co on co.company_id = a.company_id
     where (b.due_at at time zone co.zone)::date <= ${today}
       and ${filter(scope, sql`b.account_id`)}
     order by b.account_id, b.due_at, b.callback_id`);
  return new Map(
    rows.map((row) => [
      row.account_id,
      {
        person: row.person,
        dueAt: instant(row.due_at),
        zone: row.zone,
        note: row.note,
        memberId: row.member_id === null ? null : id(row.member_id),
      },
    ]),
  );
}
