/** Where the data comes from and how old it is, by company and source. */
import { type Day, day } from '#kernel/day.ts';
import { id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { CompanyScope } from '#platform/postgres/scope.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import type { sources as sourcesRoute } from '../contract.ts';
import { calendarOf } from '#areas/team/index.ts';
import { federalBankCalendar } from '#areas/team/rules/calendar.ts';
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
  const known = [...new Set(rows.map((row) => row.company_id))];
  const calendars = new Map(
    await Promise.all(known.map(async (each) => [each, await calendarOf(db, id(each))] as const)),
  );
  return {
    today,
    rows: rows.map((row) => ({
      company: row.company,
      source: row.source,
      asOf: row.as_of,
      takenAt: row.taken_at,
      covers: row.covers,
      stale: isStale(day(row.as_of), today, calendars.get(row.company_id) ?? federalBankCalendar),
      toConfirm: row.open_closings,
      ahead: row.ahead,
      kept: row.kept,
    })),
  };
}
