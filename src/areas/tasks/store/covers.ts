/** For whose tasks somebody stands in: those who are away on the day and named them. */
import type { Day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export async function coveredBy(db: Queries, coverId: Id | null, on: Day): Promise<Id[]> {
  if (coverId === null) return [];
  const rows = await db.all(sql<{ member_id: string }>`
    select distinct v.member_id
      from team.covering_on(${on}::date) v
     where v.work = 'tasks'
       and v.cover_id = ${coverId}
     order by v.member_id`);
  return rows.map((row) => id(row.member_id));
}
