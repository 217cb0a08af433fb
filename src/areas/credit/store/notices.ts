/** Notices of credit cut, refused or turned down: due or sent, as their clocks say. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, allOf, sql } from '#platform/postgres/sql.ts';

export type CreditNoticeLine = {
  readonly clockId: Id;
  readonly key: string;
  readonly accountId: Id;
  readonly account: string;
  readonly name: string;
  readonly company: string;
  /** The number of the order that was turned down; null of a limit. */
  readonly order: string | null;
  readonly startedOn: Day;
  readonly dueOn: Day;
  readonly sentOn: Day | null;
  readonly source: string;
  readonly writtenReasons: boolean;
};

export type NoticeFilter =
  | { readonly clockId: Id }
  | { readonly accountId: Id }
  | { readonly companies: CompanyScope; readonly sent: boolean };

/** More than anybody sends in a month; one more is read, so that the list says so. */
export const mostNotices = 500;

/** Those of an account are those that are due; what is due next stands first. */
export async function creditNotices(
  db: Queries,
  filter: NoticeFilter,
): Promise<CreditNoticeLine[]> {
  const newestFirst = 'sent' in filter && filter.sent;
  const rows = await db.all(sql<Row>`
    select k.clock_id, k.key, k.account_id, c.account, c.name, c.company, o.number as order_number,
           k.started_on, k.due_on, k.met_on, k.source, k.facts ->> 'writtenReasons' as reasons
      from clocks.clock_card k
      join customers.account_card c on c.account_id = k.account_id
      left join credit.sales_order o
             on k.about_kind = 'order' and o.account_id = k.account_id and o.order_id = k.about_id
     where k.kind = 'adverse_action'
       and ${which(filter)}
     order by ${newestFirst ? sql`k.due_on desc` : sql`k.due_on`}, k.clock_id
     limit ${mostNotices + 1}`);
  return rows.map((row) => ({
    clockId: id(row.clock_id),
    key: row.key,
    accountId: id(row.account_id),
    account: row.account,
    name: row.name,
    company: row.company,
    order: row.order_number,
    startedOn: day(row.started_on),
    dueOn: day(row.due_on),
    sentOn: row.met_on === null ? null : day(row.met_on),
    source: row.source,
    writtenReasons: row.reasons === 'yes',
  }));
}

function which(filter: NoticeFilter): Sql<boolean> {
  if ('clockId' in filter) return sql<boolean>`k.clock_id = ${filter.clockId}`;
  if ('accountId' in filter) {
    return sql<boolean>`k.account_id = ${filter.accountId} and k.ended_on is null`;
  }
  const { companies, sent } = filter;
  return allOf([
    inCompanies(sql`k.company_id`, companies),
    sent ? sql`k.ended_on is not null and k.state = 'met'` : sql`k.ended_on is null`,
  ]);
}

type Row = {
  clock_id: string;
  key: string;
  account_id: string;
  account: string;
  name: string;
  company: string;
  order_number: string | null;
  started_on: string;
  due_on: string;
  met_on: string | null;
  source: string;
  reasons: string | null;
};
