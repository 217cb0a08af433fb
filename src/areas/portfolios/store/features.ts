/**
 * Accounts as rules see them: where they are, what they owe, whose they are.
 *
 * Amounts are in the company's own currency, so that sizes can be compared; what is owed is
 * summed once over the open items, which does not grow with the history.
 */
import { type Day, plusDays } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, allOf, sql } from '#platform/postgres/sql.ts';
import { type AccountFilter, daysOfBucket, overdueBuckets } from '../rules/account-filter.ts';
import type { AccountFeatures } from '../rules/condition.ts';

export type Moment = { readonly today: Day; readonly at: Instant };

type Row = {
  account_id: string;
  account: string;
  customer_id: string;
  name: string;
  state: string | null;
  postal_code: string | null;
  city: string | null;
  country: string | null;
  segment: string | null;
  language: string;
  head_id: string;
  head: string;
  kind: string;
  currencies: string[] | null;
  balance: bigint | null;
  overdue: bigint | null;
  due: boolean;
  owner_id: string | null;
  pinned: boolean;
};

/** The company's accounts that fit, by number. */
export async function accountsFitting(
  db: Queries,
  companyId: Id,
  filter: AccountFilter,
  { today, at }: Moment,
): Promise<AccountFeatures[]> {
  const rows = await db.all(sql<Row>`
    with owed as (${owedByAccount(companyId, today)})
    select p.account_id, p.account, p.customer_id, p.name, p.state, p.postal_code, p.city,
           p.country, p.segment, p.language, coalesce(f.head_id, p.customer_id) as head_id,
           coalesce(f.head, p.customer) as head, p.kind, o.currencies, o.balance, o.overdue,
           w.account_id is not null and coalesce(w.hidden_until <= ${at}, true) as due,
           p.owner_id, p.pinned_at is not null as pinned
      from customers.portfolio_card p
      left join customers.family_on(${today}::date) f on f.customer_id = p.customer_id
      left join owed o on o.account_id = p.account_id
      left join worklist.work_card w on w.account_id = p.account_id
     where p.company_id = ${companyId}
       and ${conditions(filter, today)}
     order by p.account`);
  return rows.map(features);
}

function owedByAccount(companyId: Id, today: Day): Sql {
  const late = sql`${today}::date - i.due_on`;
  const marks = overdueBuckets.map((bucket) => {
    const { from, to } = daysOfBucket(bucket);
    const upTo = to === null ? sql`true` : sql`${late} <= ${to}::integer`;
    return sql`coalesce(bool_or(i.aged and ${late} >= ${from}::integer and ${upTo}), false)`;
  });
  return sql`
    select i.account_id, sum(i.open_base_minor)::bigint as balance,
           coalesce(sum(i.open_base_minor) filter (where i.aged and i.due_on < ${today}), 0)::bigint
             as overdue,
           array_agg(distinct i.currency) as currencies,
           array[${sql.join(marks, sql`, `)}] as late
      from ledger.open_items_on(${today}::date) i
      join customers.portfolio_card x on x.account_id = i.account_id
     where x.company_id = ${companyId}
     group by i.account_id`;
}

function conditions(filter: AccountFilter, today: Day): Sql<boolean> {
  const { owner, overdueFrom, overdueBelow, untouchedDays, hasPromise, pinned } = filter;
  const overdue = sql`coalesce(o.overdue, 0)`;
  return allOf([
    owner === undefined
      ? undefined
      : owner === 'nobody'
        ? sql`p.owner_id is null`
        : sql`p.owner_id = ${owner}`,
    among(sql`lower(p.state)`, filter.states?.map(lower)),
    among(sql`lower(p.segment)`, filter.segments?.map(lower)),
    among(sql`p.language`, filter.languages),
    among(sql`p.kind`, filter.kinds),
    among(sql`p.account_id::text`, filter.accountIds),
    inBuckets(filter),
    overdueFrom === undefined ? undefined : sql`${overdue} >= ${overdueFrom.toString()}::bigint`,
    overdueBelow === undefined ? undefined : sql`${overdue} < ${overdueBelow.toString()}::bigint`,
    untouchedDays === undefined
      ? undefined
      : sql`coalesce(p.last_touch_on, '-infinity') < ${plusDays(today, -untouchedDays)}::date`,
    hasPromise === undefined ? undefined : sql`${promised} = ${hasPromise}::boolean`,
    pinned === undefined ? undefined : sql`(p.pinned_at is not null) = ${pinned}::boolean`,
    named(filter.search),
  ]);
}

const promised = sql`exists (select
                               from promises.promise_card q
                              where q.account_id = p.account_id
                                and q.state      = 'open')`;

function lower(text: string): string {
  return text.trim().toLowerCase();
}

function among(column: Sql, wanted: readonly string[] | undefined): Sql | undefined {
  if (wanted === undefined || wanted.length === 0) return undefined;
  return sql`${column} = any(${wanted}::text[])`;
}

function inBuckets({ buckets }: AccountFilter): Sql | undefined {
  if (buckets === undefined || buckets.length === 0) return undefined;
  const marks = buckets.map((bucket) => {
    const place = overdueBuckets.indexOf(bucket) + 1;
    return sql`coalesce(o.late[${place}::integer], false)`;
  });
  return sql`(${sql.join(marks, sql` or `)})`;
}

function named(search: string | undefined): Sql | undefined {
  if (search === undefined || search.trim() === '') return undefined;
  const part = `%${search.trim().replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`;
  return sql`(p.name ilike ${part} or p.account ilike ${part})`;
}

function features(row: Row): AccountFeatures {
  return {
    accountId: id(row.account_id),
    account: row.account,
    customerId: id(row.customer_id),
    name: row.name,
    state: row.state,
    postalCode: row.postal_code,
    city: row.city,
    country: row.country,
    segment: row.segment,
    language: row.language,
    headId: id(row.head_id),
    head: row.head,
    kind: row.kind,
    currencies: row.currencies ?? [],
    balance: row.balance ?? 0n,
    overdue: row.overdue ?? 0n,
    due: row.due,
    ownerId: row.owner_id === null ? null : id(row.owner_id),
    pinned: row.pinned,
  };
}

/** Whom the heads of these families belong to, in this company. */
export async function ownersOfHeads(
  db: Queries,
  companyId: Id,
  headIds: readonly Id[],
): Promise<Map<Id, Id>> {
  const rows = await db.all(sql<{ customer_id: string; owner_id: string }>`
    select distinct on (p.customer_id) p.customer_id, p.owner_id
      from customers.portfolio_card p
     where p.company_id  = ${companyId}
       and p.customer_id = any(${headIds}::uuid[])
       and p.owner_id is not null
     order by p.customer_id, p.account`);
  return new Map(rows.map((row) => [id(row.customer_id), id(row.owner_id)]));
}
