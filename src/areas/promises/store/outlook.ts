/** Open promises with how often their customers kept their word within a year. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type CompanyScope, inCompanies } from '#platform/postgres/scope.ts';
import { type Sql, allOf, sql } from '#platform/postgres/sql.ts';
import type { CountingPromise, KeptCount } from '../rules/outlook.ts';

export type OpenWord = CountingPromise & {
  readonly accountId: Id;
  readonly account: string;
  readonly name: string;
};

export type OutlookFilter = {
  readonly companies: CompanyScope;
  readonly ownerId: Id | undefined;
};

type Row = {
  promise_id: string;
  account_id: string;
  account: string;
  name: string;
  currency: string;
  amount_minor: bigint;
  received_minor: bigint;
  due_on: string;
  judged: number;
  kept: number;
};

/** The one that falls due first on top. */
export async function openWords(
  db: Queries,
  filter: OutlookFilter,
  today: Day,
): Promise<OpenWord[]> {
  const { companies, ownerId } = filter;
  const where = allOf([
    sql`n.state = 'open'`,
    inCompanies(sql`a.company_id`, companies),
    ownerId && sql`a.owner_id = ${ownerId}`,
  ]);
  const rows = await db.all(sql<Row>`
    with word as (
      select p.promise_id, p.account_id, a.account, a.name, a.customer_id, p.currency,
             p.amount_minor, n.received_minor, p.due_on
        from promises.promise_now n
        join promises.promise p on p.account_id = n.account_id and p.promise_id = n.promise_id
        join customers.account_card a on a.account_id = n.account_id
       where ${where}
    ), record as (
      select a.customer_id, count(*)::int as judged,
             (count(*) filter (where n.state = 'kept'))::int as kept
        from promises.promise_now n
        join customers.account_card a on a.account_id = n.account_id
       where ${judgedSince(today)}
         and a.customer_id in (select w.customer_id from word w)
         and ${inCompanies(sql`a.company_id`, companies)}
       group by a.customer_id
    )
    select w.promise_id, w.account_id, w.account, w.name, w.currency, w.amount_minor,
           w.received_minor, w.due_on, coalesce(r.judged, 0) as judged,
           coalesce(r.kept, 0) as kept
      from word w
      left join record r on r.customer_id = w.customer_id
     order by w.due_on, w.account, w.promise_id`);
  return rows.map((row) => ({
    promiseId: id(row.promise_id),
    accountId: id(row.account_id),
    account: row.account,
    name: row.name,
    dueOn: day(row.due_on),
    amount: money(row.amount_minor, row.currency),
    received: money(row.received_minor, row.currency),
    record: { judged: row.judged, kept: row.kept },
  }));
}

/** How the whole book keeps its word. */
export function bookRecord(db: Queries, companies: CompanyScope, today: Day): Promise<KeptCount> {
  return db.one(sql<{ judged: number; kept: number }>`
    select count(*)::int as judged, (count(*) filter (where n.state = 'kept'))::int as kept
      from promises.promise_now n
      join customers.account_card a on a.account_id = n.account_id
     where ${judgedSince(today)}
       and ${inCompanies(sql`a.company_id`, companies)}`);
}

/** Within a year, because people and their business change. */
function judgedSince(today: Day): Sql {
  return sql`n.state in ('kept', 'partly', 'broken')
       and n.due_on > ${today}::date - 365`;
}
