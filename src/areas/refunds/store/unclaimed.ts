/** Reports of unclaimed property, each kept as it was made, with the credits in it. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Money, money } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Refund } from './refunds.ts';

export type NewReport = {
  readonly reportId: Id;
  readonly companyId: Id;
  readonly state: string;
  readonly total: Money;
  readonly fileName: string;
  readonly sha256: string;
  readonly content: string;
};

export async function insertReport(
  { tx, at, today, actor, reason }: Context,
  report: NewReport,
  refunds: readonly Refund[],
): Promise<void> {
  await tx.run(sql`
    insert into refunds.unclaimed_report (report_id, company_id, state, period_end, made_on, lines,
                                          total_minor, currency, file_name, sha256, content,
                                          recorded_at, actor, reason)
    values (${report.reportId}, ${report.companyId}, ${report.state}, ${today}, ${today},
            ${refunds.length}, ${report.total.minor.toString()}, ${report.total.currency},
            ${report.fileName}, ${report.sha256}, ${report.content}, ${at}, ${actor.ref},
            ${reason})`);
  for (const { accountId, refundId, creditId } of refunds) {
    if (creditId === null) continue;
    await tx.run(sql`
      insert into refunds.unclaimed_line (account_id, credit_id, refund_id, report_id)
      values (${accountId}, ${creditId}, ${refundId}, ${report.reportId})`);
  }
}

export type Report = {
  readonly reportId: Id;
  readonly company: string;
  readonly state: string;
  readonly madeOn: Day;
  readonly lines: number;
  readonly total: Money;
  readonly fileName: string;
  readonly content: string;
};

/** The newest first. */
export async function reportsOf(db: Queries, companies: CompanyScope): Promise<Report[]> {
  const rows = await db.all(sql<{
    report_id: string;
    code: string;
    state: string;
    made_on: string;
    lines: number;
    total_minor: bigint;
    currency: string;
    file_name: string;
    content: string;
  }>`
    select r.report_id, c.code, r.state, r.made_on, r.lines, r.total_minor, r.currency,
           r.file_name, r.content
      from refunds.unclaimed_report r
      join team.company c on c.company_id = r.company_id
     where ${inCompanies(sql`r.company_id`, companies)}
     order by r.recorded_at desc`);
  return rows.map((row) => ({
    reportId: id(row.report_id),
    company: row.code,
    state: row.state,
    madeOn: day(row.made_on),
    lines: row.lines,
    total: money(row.total_minor, row.currency),
    fileName: row.file_name,
    content: row.content,
  }));
}
