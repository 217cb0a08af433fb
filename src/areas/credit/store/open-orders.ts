/** Orders at risk, as they are judged: what of them no invoice holds yet. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { currency } from '#kernel/money.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { type Sql, prepared, sql } from '#platform/postgres/sql.ts';
import { type OrderVerdict, takesCredit } from '../rules/exposure.ts';
import type { OrderInTurn } from '../rules/judge-in-turn.ts';
import type { Found } from '../rules/judge-order.ts';

export type RiskOrder = OrderInTurn & {
  readonly accountId: Id;
  readonly orderId: Id;
  readonly state: 'open' | 'closed';
  readonly verdict: OrderVerdict | null;
  readonly how: string | null;
  readonly reasons: readonly Found[];
  readonly reviewOn: Day | null;
  /** What went out, invoiced or not. */
  readonly shipped: bigint;
};

/** All orders at risk of some accounts, oldest first. */
export async function ordersAtRisk(db: Queries, accountIds: readonly Id[]): Promise<RiskOrder[]> {
  return read(db, sql`o.account_id = any(${accountIds}::uuid[])`);
}

/** Accounts with orders that nobody has judged yet. */
export async function accountsUnjudged(db: Queries): Promise<Id[]> {
  const rows = await db.all(sql<{ account_id: string }>`
    select distinct account_id
      from credit.sales_order
     where state = 'open'
       and verdict is null
     order by account_id`);
  return rows.map((row) => id(row.account_id));
}

async function read(db: Queries, where: Sql): Promise<RiskOrder[]> {
  const rows = await db.all(prepared<Row>`
    select o.account_id, o.order_id, o.number, o.currency, o.open_minor, o.delivered_minor,
           o.invoiced_minor, o.state, o.verdict, o.verdict_how, o.reasons, o.review_on
      from credit.open_order o
     where ${where}
     order by o.ordered_on, o.number`);
  return rows.map(order);
}

type Row = {
  account_id: string;
  order_id: string;
  number: string;
  currency: string;
  open_minor: bigint;
  delivered_minor: bigint;
  invoiced_minor: bigint;
  state: 'open' | 'closed';
  verdict: OrderVerdict | null;
  verdict_how: string | null;
  reasons: Found[];
  review_on: string | null;
};

function order(row: Row): RiskOrder {
  const unbilled = row.delivered_minor - row.invoiced_minor;
  const out = unbilled > 0n ? unbilled : 0n;
  const open = row.open_minor;
  const delivered = out < open ? out : open;
  const byHand = row.verdict === 'held' && row.verdict_how === 'person';
  const said = row.reasons.find(({ reason }) => reason === 'forced')?.facts['why'];
  return {
    accountId: id(row.account_id),
    orderId: id(row.order_id),
    number: row.number,
    currency: currency(row.currency),
    open,
    delivered,
    counted: takesCredit(row.verdict) ? { open, delivered } : null,
    forced: byHand ? String(said ?? '') : null,
    state: row.state,
    verdict: row.verdict,
    how: row.verdict_how,
    reasons: row.reasons,
    reviewOn: row.review_on === null ? null : day(row.review_on),
    shipped: row.delivered_minor,
  };
}

/**
 * Two who place orders against one limit wait for each other: first at the family's, then at the
 * account, as whoever posts money there does.
 */
export async function lockFamilies(tx: Tx, accountIds: readonly Id[], today: Day): Promise<void> {
  await tx.run(prepared`
    select pg_advisory_xact_lock(hashtextextended('credit.family ' || f.customer_id, 0))
      from (select distinct u.customer_id
              from customers.account_card c
             cross join lateral customers.above(c.customer_id, ${today}) u
             where c.account_id = any(${accountIds}::uuid[])
               and exists (select from credit.group_limit g where g.customer_id = u.customer_id)
               and exists (select from credit.group_limit)
             order by u.customer_id) f`);
}

/** Of these accounts the ones above which somebody has a common limit. */
export async function accountsInFamilies(
  db: Queries,
  accountIds: readonly Id[],
  today: Day,
): Promise<Id[]> {
  const rows = await db.all(prepared<{ account_id: string }>`
    select c.account_id
      from customers.account_card c
     where c.account_id = any(${accountIds}::uuid[])
       and exists (select from credit.group_limit)
       and exists (select
                     from customers.above(c.customer_id, ${today}) u
                     join credit.group_limit g on g.customer_id = u.customer_id)`);
  return rows.map((row) => id(row.account_id));
}

/** Accounts that share a common limit with one of these, and have orders at risk. */
export async function accountsBeside(
  db: Queries,
  accountIds: readonly Id[],
  today: Day,
): Promise<Id[]> {
  const rows = await db.all(sql<{ account_id: string }>`
    select distinct b.account_id
      from customers.account_card c
     cross join lateral customers.above(c.customer_id, ${today}) u
      join credit.group_limit g on g.customer_id = u.customer_id
     cross join lateral customers.accounts_below(u.customer_id, ${today}) b
     where c.account_id = any(${accountIds}::uuid[])
       and exists (select from credit.group_limit)
     order by b.account_id`);
  return rows.map((row) => id(row.account_id));
}
