/**
 * What is known of accounts when an order asks: read by key, a few rows an account, in one
 * statement for however many ask at once.
 *
 * All orders that take credit are in it; whoever judges one takes that one out (judge-in-turn.ts).
 */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Money, currency, money } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, prepared, sql } from '#platform/postgres/sql.ts';
import type { OpenBook, OpenOrders } from '../rules/exposure.ts';
import type { CreditFacts, Family } from '../rules/judge-order.ts';
import type { Granted } from '../rules/limit.ts';

/** Days past due that a company's policy lets pass, and those of a company that none names. */
export type LateDays = {
  readonly byCompany: ReadonlyMap<string, number>;
  readonly others: number;
};

export type Standing = CreditFacts & {
  readonly accountId: Id;
  readonly companyId: Id;
  readonly name: string;
};

/** By account; an account that is not there is left out. */
export async function standingsOf(
  db: Queries,
  accountIds: readonly Id[],
  today: Day,
  { byCompany, others }: LateDays,
): Promise<Map<Id, Standing>> {
  if (accountIds.length === 0) return new Map();
  const rows = await db.all(prepared<Row>`
    select a.account_id, c.company_id, c.account, c.name, c.company, co.base_currency, c.kind,
           c.segment,
           coalesce(l.status, 'open') as status, l.limit_minor, l.limit_currency, h.reason as hold,
           ${bookOf} as books, ${ordersOf} as orders, ${grantsOf} as grants,
           ${oldestOf} as oldest_due_on, ${lateOf} as late,
           (select max(p.state_on)
              from promises.promise_card p
             where p.account_id = a.account_id
               and p.state      = 'broken') as promise_broken_on,
           (select jsonb_build_array(g.customer_id, k.name, g.amount_minor::text, g.currency,
                                     g.until_on)
              from customers.above(c.customer_id, ${today}) u
             cross join lateral (select *
                                   from credit.group_limit x
                                  where x.customer_id = u.customer_id
                                  order by x.grant_id desc
                                  limit 1) g
              join customers.customer_name k on k.customer_id = g.customer_id
             where g.amount_minor is not null
               and ${anyGroup}
             order by u.steps
             limit 1) as family
      from unnest(${accountIds}::uuid[]) as a (account_id)
      join customers.account_card c on c.account_id = a.account_id
     cross join lateral (
             select ${today}::date
                    - coalesce((select x.days
                                  from unnest(${[...byCompany.keys()]}::text[],
                                              ${[...byCompany.values()]}::integer[])
                                       as x (company, days)
                                 where x.company = c.company), ${others}::integer)
                    as due_before) d
      join team.company co on co.company_id = c.company_id
      left join customers.limit_card l on l.account_id = a.account_id
      left join lateral (${holdOf}) h on true`);
  const families = await familiesOf(db, rows, today);
  return new Map(
    rows.map((row) => [id(row.account_id), standing(row, families.get(row.account_id) ?? null)]),
  );
}

/** A desk without common limits climbs no family. */
const anyGroup = sql`exists (select from credit.group_limit)`;

const bookOf = sql`
  (select jsonb_agg(jsonb_build_array(o.currency, o.owed_minor::text, o.credit_minor::text))
     from ledger.account_open_card o
    where o.account_id = a.account_id)`;

/** Only orders that take credit; see rules/exposure.ts. */
const taking = sql`coalesce(o.verdict, 'approved') in ('approved', 'released')`;

const ordersOf = sql`
  (select jsonb_agg(jsonb_build_array(s.currency, s.open, s.delivered))
     from (select o.currency, sum(o.open_minor)::text as open,
                  sum(least(o.open_minor,
                            greatest(o.delivered_minor - o.invoiced_minor, 0)))::text as delivered
             from credit.open_order o
            where o.account_id = a.account_id
              and ${taking}
            group by o.currency) s)`;

const grantsOf = sql`
  (select jsonb_agg(jsonb_build_array(g.kind, g.amount_minor::text, g.currency, g.from_on,
                                      g.until_on))
     from credit.limit_card g
    where g.account_id = a.account_id)`;

const undisputed = sql`
  not exists (select
                from disputes.open_dispute q
               where q.account_id = i.account_id
                 and q.item_id    = i.item_id)`;

const oldestOf = sql`
  (select i.due_on
     from ledger.open_debt i
    where i.account_id = a.account_id
      and ${undisputed}
    order by i.due_on
    limit 1)`;

const lateOf = sql`
  (select jsonb_agg(jsonb_build_array(s.currency, s.open))
     from (select i.currency, sum(i.open_minor)::text as open
             from ledger.open_debt i
            where i.account_id = a.account_id
              and i.due_on     < d.due_before
              and ${undisputed}
            group by i.currency) s)`;

const holdOf = sql`
  select x.reason
    from credit.hold x
   where x.account_id = a.account_id
     and not exists (select
                       from credit.hold_release r
                      where r.account_id = x.account_id
                        and r.hold_id    = x.hold_id)
   order by x.recorded_at desc
   limit 1`;

type FamilyRow = readonly [string, string, string, string, string | null];

type Row = {
  account_id: string;
  company_id: string;
  account: string;
  name: string;
  company: string;
  base_currency: string;
  kind: string;
  segment: string | null;
  status: string;
  limit_minor: bigint | null;
  limit_currency: string | null;
  hold: string | null;
  books: [string, string, string][] | null;
  orders: [string, string, string][] | null;
  grants: [string, string | null, string, string, string | null][] | null;
  oldest_due_on: string | null;
  late: [string, string][] | null;
  promise_broken_on: string | null;
  family: FamilyRow | null;
};

function standing(row: Row, family: Family | null): Standing {
  const granted = (kind: string): Granted | null => {
    const found = row.grants?.find(([each]) => each === kind);
    if (!found || found[1] === null) return null;
    const [, minor, code, fromOn, untilOn] = found;
    return { amount: amountOf(minor, code), fromOn: day(fromOn), untilOn: dayOr(untilOn) };
  };
  const limit = row.limit_minor === null ? null : money(row.limit_minor, row.limit_currency ?? '');
  return {
    accountId: id(row.account_id),
    companyId: id(row.company_id),
    account: row.account,
    name: row.name,
    company: row.company,
    base: currency(row.base_currency),
    kind: row.kind,
    segment: row.segment,
    status: row.status,
    hold: row.hold,
    limits: {
      // The customer's record says how much; what was granted last says until when.
      standing: limit && { amount: limit, untilOn: granted('standing')?.untilOn ?? null },
      temporary: granted('temporary'),
      insurance: granted('insurance'),
    },
    books: booksOf(row.books),
    orders: openOrdersOf(row.orders),
    family,
    oldestDueOn: dayOr(row.oldest_due_on),
    pastDue: (row.late ?? []).map(([code, minor]) => amountOf(minor, code)),
    promiseBrokenOn: dayOr(row.promise_broken_on),
  };
}

function booksOf(books: Row['books']): OpenBook[] {
  return (books ?? []).map(([code, owed, credit]) => ({
    currency: currency(code),
    owed: BigInt(owed),
    credit: BigInt(credit),
  }));
}

function openOrdersOf(orders: Row['orders']): OpenOrders[] {
  return (orders ?? []).map(([code, open, delivered]) => ({
    currency: currency(code),
    open: BigInt(open),
    delivered: BigInt(delivered),
  }));
}

function amountOf(minor: string | null, code: string): Money {
  return money(BigInt(minor ?? '0'), code);
}

function dayOr(text: string | null): Day | null {
  return text === null ? null : day(text);
}

/** What the families of the accounts that have a common limit owe together. */
async function familiesOf(
  db: Queries,
  rows: readonly Row[],
  today: Day,
): Promise<Map<string, Family>> {
  const families = new Map<string, Family>();
  for (const { account_id: accountId, family } of rows) {
    if (family === null) continue;
    const [head, name, minor, code, untilOn] = family;
    const found = await db.one(familyBook(id(head), today));
    families.set(accountId, {
      name,
      limit: { amount: amountOf(minor, code), untilOn: dayOr(untilOn) },
      books: booksOf(found.books),
      orders: openOrdersOf(found.orders),
    });
  }
  return families;
}

function familyBook(head: Id, today: Day): Sql<Pick<Row, 'books' | 'orders'>> {
  return prepared<Pick<Row, 'books' | 'orders'>>`
    with below as (select account_id from customers.accounts_below(${head}, ${today}))
    select (select jsonb_agg(jsonb_build_array(s.currency, s.owed, s.credit))
              from (select o.currency, sum(o.owed_minor)::text as owed,
                           sum(o.credit_minor)::text as credit
                      from below b
                      join ledger.account_open_card o on o.account_id = b.account_id
                     group by o.currency) s) as books,
           (select jsonb_agg(jsonb_build_array(s.currency, s.open, s.delivered))
              from (select o.currency, sum(o.open_minor)::text as open,
                           sum(least(o.open_minor, greatest(o.delivered_minor - o.invoiced_minor,
                                                            0)))::text as delivered
                      from below b
                      join credit.open_order o on o.account_id = b.account_id
                     where ${taking}
                     group by o.currency) s) as orders`;
}
