/** The cases and items behind a line of the Pareto, and the reviews of a month's causes. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { type Money, money } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { allOf, sql } from '#platform/postgres/sql.ts';
import type { RootCause } from '../rules/cause.ts';
import { type CauseFilter, where } from './late-causes.ts';

export type CauseRow = {
  readonly kind: 'dispute' | 'late';
  readonly accountId: Id;
  readonly account: string;
  readonly name: string;
  /** The case; an item's fact has none. */
  readonly caseId: Id | null;
  readonly document: string;
  readonly cause: RootCause | null;
  readonly amount: Money;
  readonly foundOn: Day;
  readonly stillOpen: boolean;
};

/** `none`: those whose cause nobody has said yet. */
export type RowFilter = CauseFilter & { readonly cause?: RootCause | 'none' | undefined };

/** The largest first; without a limit all of them. */
export async function causeRows(
  db: Queries,
  filter: RowFilter,
  { limit, offset }: { limit: number | null; offset: number },
): Promise<CauseRow[]> {
  const { cause } = filter;
  const rows = await db.all(sql<{
    kind: CauseRow['kind'];
    account_id: string;
    account: string;
    name: string;
    fact_id: string;
    document: string | null;
    cause: RootCause | null;
    currency: string;
    amount_minor: bigint;
    found_on: string;
    still_open: boolean;
  }>`
    select f.kind, f.account_id, a.account, a.name, f.fact_id, f.cause, f.currency,
           f.amount_minor, f.found_on, f.still_open,
           coalesce(n.number,
                    (select string_agg(distinct i.number, ' ')
                       from disputes.case_dispute x
                       join disputes.dispute d on d.account_id = x.account_id
                                              and d.dispute_id = x.dispute_id
                       join ledger.item_name i on i.account_id = d.account_id
                                              and i.item_id    = d.item_id
                      where x.account_id = f.account_id
                        and x.case_id    = f.fact_id)) as document
      from disputes.late_cause_fact f
      join customers.account_card a on a.account_id = f.account_id
      left join ledger.item_name n on n.account_id = f.account_id and n.item_id = f.item_id
     where ${allOf([
       where(filter),
       cause === 'none' ? sql`f.cause is null` : cause && sql`f.cause = ${cause}`,
     ])}
     order by f.amount_minor desc, f.account_id, f.fact_id, f.item_id
     limit ${limit}
    offset ${offset}`);
  return rows.map((row) => ({
    kind: row.kind,
    accountId: id(row.account_id),
    account: row.account,
    name: row.name,
    caseId: row.kind === 'dispute' ? id(row.fact_id) : null,
    document: row.document ?? '',
    cause: row.cause,
    amount: money(row.amount_minor, row.currency),
    foundOn: day(row.found_on),
    stillOpen: row.still_open,
  }));
}

export type CauseReview = {
  readonly reviewId: Id;
  readonly companyId: Id;
  readonly company: string;
  readonly month: Day;
  readonly findings: string;
  readonly actions: string;
  readonly by: string;
  readonly at: Instant;
};

export async function insertReview(
  { tx, at, actor, newId }: Context,
  made: Pick<CauseReview, 'companyId' | 'month' | 'findings' | 'actions'> & {
    readonly figures: unknown;
  },
): Promise<Id> {
  const reviewId = newId();
  await tx.run(sql`
    insert into disputes.cause_review (company_id, month_on, review_id, findings, actions, figures,
                                       recorded_at, actor)
    values (${made.companyId}, ${made.month}, ${reviewId}, ${made.findings}, ${made.actions},
            ${JSON.stringify(made.figures)}, ${at}, ${actor.ref})`);
  return reviewId;
}

/** The reviews that were signed, the latest first. */
export async function reviewsOf(db: Queries, companies: CompanyScope): Promise<CauseReview[]> {
  const rows = await db.all(sql<{
    review_id: string;
    company_id: string;
    company: string;
    month_on: string;
    findings: string;
    actions: string;
    by: string;
    recorded_at: string;
  }>`
    select r.review_id, r.company_id, c.code as company, r.month_on, r.findings, r.actions,
           coalesce(m.name, r.actor) as by, r.recorded_at
      from disputes.cause_review r
      join team.company c on c.company_id = r.company_id
      left join team.person m on r.actor = 'member:' || m.member_id
     where ${inCompanies(sql`r.company_id`, companies)}
     order by r.month_on desc, r.review_id desc
     limit 60`);
  return rows.map((row) => ({
    reviewId: id(row.review_id),
    companyId: id(row.company_id),
    company: row.company,
    month: day(row.month_on),
    findings: row.findings,
    actions: row.actions,
    by: row.by,
    at: instant(row.recorded_at),
  }));
}
