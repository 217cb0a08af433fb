/** The cash of weeks as it was forecast, beside what came of the weeks that ended. */
import { type Day, day } from '#kernel/day.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { inCompanies } from '#platform/postgres/scope.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { ForecastWeek } from '../rules/landing.ts';
import type { Book } from './asked.ts';

type WeekRow = {
  week_start: string;
  expected: bigint;
  p10: bigint;
  p90: bigint;
};

/** The weeks that are still to come or under way, as last forecast. */
export async function weeksAhead(
  db: Queries,
  { companies, currency }: Book,
): Promise<ForecastWeek[]> {
  const rows = await db.all(sql<WeekRow>`
    select w.week_start, sum(w.expected_minor)::bigint as expected,
           sum(w.p10_minor)::bigint as p10, sum(w.p90_minor)::bigint as p90
      from forecast.cash_week w
     where w.currency = ${currency}
       and ${inCompanies(sql`w.company_id`, companies)}
     group by w.week_start
     order by w.week_start`);
  return rows.map(week);
}

/** The last weeks that ended, each as it was forecast the week before it. */
export async function weeksBehind(
  db: Queries,
  { companies, currency, today }: Book,
  since: Day,
): Promise<ForecastWeek[]> {
  const rows = await db.all(sql<WeekRow>`
    select r.week_start, sum(r.expected_minor)::bigint as expected,
           sum(r.p10_minor)::bigint as p10, sum(r.p90_minor)::bigint as p90
      from (select distinct on (x.company_id, x.week_start) x.company_id, x.week_start,
                   x.expected_minor, x.p10_minor, x.p90_minor
              from forecast.week_record x
             where x.currency = ${currency}
               and x.week_start >= ${since}::date
               and x.week_start <= ${today}::date - 7
               and ${inCompanies(sql`x.company_id`, companies)}
             order by x.company_id, x.week_start, x.ahead, x.how desc, x.made_on desc) r
     group by r.week_start
     order by r.week_start`);
  return rows.map(week);
}

function week({ week_start: weekStart, expected, p10, p90 }: WeekRow): ForecastWeek {
  return { weekStart: day(weekStart), expected, p10, p90 };
}
