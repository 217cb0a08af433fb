/** What stands in the way of undoing a snapshot: a later one, or an answer to what it closed. */
import { type Day, day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export async function isSnapshot(db: Queries, importId: Id): Promise<boolean> {
  const { there } = await db.one(sql<{ there: boolean }>`
    select exists (select from imports.snapshot where import_id = ${importId}) as there`);
  return there;
}

/** The day of a later snapshot of the same company and source that was not undone. */
export async function laterSnapshot(db: Queries, importId: Id): Promise<Day | undefined> {
  const row = await db.maybe(sql<{ as_of: string }>`
    select o.as_of
      from imports.snapshot s
      join imports.snapshot o on o.company_id = s.company_id and o.source = s.source
     where s.import_id = ${importId}
       and (o.as_of, o.taken_at) > (s.as_of, s.taken_at)
       and not exists (select from imports.undone u where u.import_id = o.import_id)
     order by o.as_of
     limit 1`);
  return row && day(row.as_of);
}

/** The first item closed by this snapshot of which somebody said since what it was. */
export async function answeredClosing(db: Queries, importId: Id): Promise<string | undefined> {
  const row = await db.maybe(sql<{ external_id: string }>`
    select c.external_id
      from imports.closing c
      join imports.closing_answer a on a.account_id    = c.account_id
                                   and a.adjustment_id = c.adjustment_id
     where c.import_id = ${importId}
       and not exists (select from imports.undone u where u.import_id = a.import_id)
     order by c.external_id
     limit 1`);
  return row?.external_id;
}
