/** Where the data comes from and how old it is, by company and source. */
import { type Day, day } from '#kernel/day.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { CompanyScope } from '#platform/postgres/scope.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import type { sources as sourcesRoute } from '../contract.ts';
import { isStale } from '../rules/data-age.ts';
import { dataAges } from '../store/snapshots.ts';

export type Sources = AnswerOf<typeof sourcesRoute>;

/** The last snapshot of every source that still stands. */
export async function dataSources(
  db: Queries,
  companies: CompanyScope,
  today: Day,
): Promise<Sources> {
  const rows = await dataAges(db, companies);
  return {
    today,
    rows: rows.map((row) => ({
      company: row.company,
      source: row.source,
      asOf: row.as_of,
      takenAt: row.taken_at,
      covers: row.covers,
      stale: isStale(day(row.as_of), today),
      toConfirm: row.open_closings,
      ahead: row.ahead,
      kept: row.kept,
    })),
  };
}
