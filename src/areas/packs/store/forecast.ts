/** The cash expected by week, as the latest forecast has it. */
import type { Id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type CashWeek = {
  week_start: string;
  p10_minor: bigint;
  expected_minor: bigint;
  p90_minor: bigint;
};

/** In the order of the weeks; none where no forecast was made yet. */
export async function cashWeeks(
  db: Queries,
  { companyId, currency }: { companyId: Id; currency: string },
): Promise<CashWeek[]> {
  return db.all(sql<CashWeek>`
    select w.week_start, w.p10_minor, w.expected_minor, w.p90_minor
      from forecast.cash_week w
     where w.company_id = ${companyId}
       and w.currency   = ${currency}
     order by w.week_start
     limit 13`);
}
