/** How well receipts are matched, computed from what people corrected later. */
import { type Day, day } from '#kernel/day.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { sql } from '#platform/postgres/sql.ts';

export type Score = {
  readonly source: string;
  readonly month: Day;
  readonly receipts: number;
  readonly touchless: number;
  readonly lines: number;
  readonly hits: number;
  readonly engineLines: number;
  readonly wrong: number;
};

/** By source and month, the newest first; receipts that wait count as touched. */
export async function scores(db: Queries, companies: CompanyScope): Promise<Score[]> {
  const rows = await db.all(sql<{
    source: string;
    month: string;
    receipts: bigint;
    touchless: bigint;
    lines: bigint;
    hits: bigint;
    engine_lines: bigint;
    wrong: bigint;
  }>`
    with received as (
      select r.source, date_trunc('month', r.received_on)::date as month, count(*) as receipts,
             count(*) filter (where r.how = 'engine') as touchless
        from cash.receipt_card r
       where r.state not in ('entered', 'withdrawn')
         and r.amount_minor > 0
         and ${inCompanies(sql`r.company_id`, companies)}
       group by 1, 2
    ), lined as (
      select q.source, q.month, count(*) as lines, count(*) filter (where q.hit) as hits,
             count(*) filter (where q.touchless) as engine_lines,
             count(*) filter (where q.wrong) as wrong
        from cash.line_quality q
       where ${inCompanies(sql`q.company_id`, companies)}
       group by 1, 2
    )
    select d.source, d.month, d.receipts, d.touchless, coalesce(l.lines, 0) as lines,
           coalesce(l.hits, 0) as hits, coalesce(l.engine_lines, 0) as engine_lines,
           coalesce(l.wrong, 0) as wrong
      from received d
      left join lined l on l.source = d.source and l.month = d.month
     order by d.month desc, d.source`);
  return rows.map((row) => ({
    source: row.source,
    month: day(row.month),
    receipts: Number(row.receipts),
    touchless: Number(row.touchless),
    lines: Number(row.lines),
    hits: Number(row.hits),
    engineLines: Number(row.engine_lines),
    wrong: Number(row.wrong),
  }));
}
