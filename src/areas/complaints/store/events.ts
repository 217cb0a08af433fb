/** What happened to a complaint, the latest first. */
import { type Day, day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type ComplaintEvent = {
  readonly kind: string;
  readonly note: string;
  readonly on: Day;
  readonly by: string;
};

export async function eventsOf(
  db: Queries,
  accountId: Id,
  complaintId: Id,
): Promise<ComplaintEvent[]> {
  const rows = await db.all(sql<{ kind: string; note: string; on: string; by: string }>`
    select e.kind, e.note, e.effective_on as on, coalesce(m.name, e.actor) as by
      from complaints.complaint_event e
      left join team.person m on e.actor = 'member:' || m.member_id
     where e.account_id   = ${accountId}
       and e.complaint_id = ${complaintId}
     order by e.event_id desc`);
  return rows.map((row) => ({ ...row, on: day(row.on) }));
}
