/** Items whose days a scenario tells anew, or that one week is made of. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { Source } from '../rules/outlook.ts';
import type { Reason } from '../rules/reasons.ts';
import type { ItemDays } from '../rules/scenario.ts';

type Row = {
  company_id: string;
  currency: string;
  source: Source;
  open_minor: bigint;
  disputed_minor: bigint;
  days: number[];
  later: number;
  doubtful: number;
  reasons: Reason[];
};

/** Everything of some customers. */
export function itemsOfCustomers(
  db: Queries,
  runIds: readonly Id[],
  customerIds: readonly Id[],
): Promise<ItemDays[]> {
  return itemsWhere(db, runIds, sql`a.customer_id = any(${customerIds}::uuid[])`);
}

/** Everything that is promised, but of some customers. */
export function promisedItems(
  db: Queries,
  runIds: readonly Id[],
  butOf: readonly Id[],
): Promise<ItemDays[]> {
  const others = sql`a.customer_id <> all(${butOf}::uuid[])`;
  return itemsWhere(db, runIds, sql`p.source = 'promise' and ${others}`);
}

async function itemsWhere(db: Queries, runIds: readonly Id[], which: Sql): Promise<ItemDays[]> {
  const rows = await db.all(sql<Row>`
    select p.company_id, p.currency, p.source, p.open_minor, p.disputed_minor, p.days, p.later,
           p.doubtful, p.reasons
      from forecast.prediction p
      join customers.account_card a on a.account_id = p.account_id
     where p.run_id = any(${runIds}::uuid[])
       and ${which}`);
  return rows.map(itemDays);
}

function itemDays(row: Row): ItemDays {
  const promise = row.reasons.find(({ code }) => code === 'promise');
  return {
    companyId: row.company_id,
    currency: row.currency,
    source: row.source,
    open: row.open_minor,
    disputed: row.disputed_minor,
    days: row.days,
    later: row.later,
    doubtful: row.doubtful,
    promise: promise ? { dueOn: promise.on ?? 0, percent: promise.percent ?? 0 } : null,
  };
}

export type WeekItem = {
  readonly accountId: Id;
  readonly itemId: Id;
  readonly account: string;
  readonly name: string;
  readonly company: string;
  readonly document: string;
  readonly currency: string;
  readonly open: bigint;
  readonly disputed: bigint;
  readonly dueOn: Day;
  readonly p50: Day;
  /** Ten-thousandths to be paid in the week, and of the minor unit that are expected. */
  readonly share: number;
  readonly units: bigint;
  readonly reasons: readonly Reason[];
};

export type WeekAsked = {
  readonly runIds: readonly Id[];
  readonly companies: 'all' | readonly Id[];
  readonly currency: string;
  /** The first and last coming day of the week, from 1. */
  readonly first: number;
  readonly last: number;
};

/** The items that a week expects money of, the largest expectation first. */
export async function weekItems(
  db: Queries,
  asked: WeekAsked,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ rows: WeekItem[]; count: number; units: bigint }> {
  const rows = await db.all(sql<{
    account_id: string;
    item_id: string;
    account: string;
    name: string;
    company: string;
    number: string;
    currency: string;
    open_minor: bigint;
    disputed_minor: bigint;
    due_on: string;
    p50_on: string;
    share: bigint;
    units: string;
    reasons: Reason[];
    count: bigint;
    total: string;
  }>`
    with shared as (
      select p.*, w.share, (p.open_minor - p.disputed_minor)::numeric * w.share as units
        from forecast.prediction p
       cross join lateral (
               select coalesce(sum(d), 0) as share
                 from unnest(p.days[${asked.first}::integer:${asked.last}::integer]) d) w
       where p.run_id = any(${asked.runIds}::uuid[])
         and p.currency = ${asked.currency}
         and (${asked.companies === 'all'}
              or p.company_id = any(${asked.companies === 'all' ? [] : asked.companies}::uuid[]))
         and w.share > 0
    )
    select s.account_id, s.item_id, a.account, a.name, a.company, i.number, s.currency,
           s.open_minor, s.disputed_minor, s.due_on, s.p50_on, s.share, s.units, s.reasons,
           s.count, s.total
      from (select x.*, count(*) over () as count, sum(x.units) over () as total
              from shared x
             order by x.units desc, x.account_id, x.item_id
             limit ${page.limit} offset ${page.offset}) s
      join customers.account_card a on a.account_id = s.account_id
      join ledger.dated_item i on i.account_id = s.account_id and i.item_id = s.item_id
     order by s.units desc, s.account_id, s.item_id`);
  const [first] = rows;
  return {
    count: Number(first?.count ?? 0n),
    units: BigInt(first?.total ?? '0'),
    rows: rows.map((row) => ({
      accountId: id(row.account_id),
      itemId: id(row.item_id),
      account: row.account,
      name: row.name,
      company: row.company,
      document: row.number,
      currency: row.currency,
      open: row.open_minor,
      disputed: row.disputed_minor,
      dueOn: day(row.due_on),
      p50: day(row.p50_on),
      share: Number(row.share),
      units: BigInt(row.units),
      reasons: row.reasons,
    })),
  };
}
