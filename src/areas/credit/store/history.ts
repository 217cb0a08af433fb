/** The life of orders: what was stated of them and what was decided. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import { type Currency, currency } from '#kernel/money.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { type Sql, sql } from '#platform/postgres/sql.ts';
import type { OrderState, OrderVerdict } from '../rules/exposure.ts';
import type { Found } from '../rules/judge-order.ts';
import type { KeptFigures } from '../rules/kept-figures.ts';
import type { ActKind } from './verdicts.ts';

export type OrderLine = {
  readonly orderId: Id;
  readonly accountId: Id;
  readonly number: string;
  readonly orderedOn: Day;
  readonly currency: Currency;
  readonly amount: bigint;
  readonly delivered: bigint;
  readonly invoiced: bigint;
  readonly open: bigint;
  readonly state: OrderState;
  readonly verdict: OrderVerdict | null;
};

/** The orders of an account, newest first; at most so many. */
export async function ordersOfAccount(
  db: Queries,
  accountId: Id,
  most: number,
): Promise<OrderLine[]> {
  return lines(db, sql`o.account_id = ${accountId}`, most);
}

export async function orderLine(db: Queries, orderId: Id): Promise<OrderLine | undefined> {
  const [found] = await lines(db, sql`o.order_id = ${orderId}`, 1);
  return found;
}

async function lines(db: Queries, where: Sql, most: number): Promise<OrderLine[]> {
  const rows = await db.all(sql<LineRow>`
    select o.order_id, o.account_id, o.number, o.ordered_on, o.currency, o.amount_minor,
           o.delivered_minor, coalesce(r.invoiced_minor, o.invoiced_minor) as invoiced_minor,
           coalesce(r.open_minor, 0) as open_minor, o.state, o.verdict
      from credit.sales_order o
      left join credit.open_order r on r.account_id = o.account_id and r.order_id = o.order_id
     where ${where}
     order by o.ordered_on desc, o.number desc
     limit ${most}`);
  return rows.map((row) => ({
    orderId: id(row.order_id),
    accountId: id(row.account_id),
    number: row.number,
    orderedOn: day(row.ordered_on),
    currency: currency(row.currency),
    amount: row.amount_minor,
    delivered: row.delivered_minor,
    invoiced: row.invoiced_minor,
    open: row.open_minor,
    state: row.state,
    verdict: row.verdict,
  }));
}

type LineRow = {
  order_id: string;
  account_id: string;
  number: string;
  ordered_on: string;
  currency: string;
  amount_minor: bigint;
  delivered_minor: bigint;
  invoiced_minor: bigint;
  open_minor: bigint;
  state: OrderState;
  verdict: OrderVerdict | null;
};

export type ActLine = {
  readonly kind: ActKind;
  readonly how: string;
  readonly reasons: readonly Found[];
  readonly figures: KeptFigures | null;
  readonly policy: string | null;
  readonly actor: string;
  readonly by: string | null;
  readonly to: string | null;
  readonly reason: string;
  readonly evidence: string;
  readonly reviewOn: Day | null;
  readonly at: Instant;
};

/** What was decided, the latest first. */
export async function actsOf(db: Queries, accountId: Id, orderId: Id): Promise<ActLine[]> {
  const rows = await db.all(sql<
    Omit<ActLine, 'reviewOn' | 'policy'> & {
      review_on: string | null;
      policy_key: string | null;
      policy_version: number | null;
    }
  >`
    select a.kind, a.how, a.reasons, a.figures, a.policy_key, a.policy_version, a.actor,
           p.name as by, t.name as "to", a.reason, a.evidence, a.review_on, a.recorded_at as at
      from credit.order_act a
      left join team.person p on 'member:' || p.member_id = a.actor
      left join team.person t on t.member_id = a.to_member
     where a.account_id = ${accountId}
       and a.order_id   = ${orderId}
     order by a.recorded_at desc, a.act_id desc`);
  return rows.map(({ review_on: reviewOn, policy_key: key, policy_version: version, ...row }) => ({
    ...row,
    policy: key === null ? null : `${key} ${version ?? 0}`,
    reviewOn: reviewOn === null ? null : day(reviewOn),
  }));
}

export type StatementLine = {
  readonly amount: bigint;
  readonly delivered: bigint;
  readonly invoiced: bigint;
  readonly state: OrderState;
  readonly at: Instant;
};

/** What the order system stated, the latest first. */
export async function statementsOf(
  db: Queries,
  accountId: Id,
  orderId: Id,
): Promise<StatementLine[]> {
  return db.all(sql<StatementLine>`
    select amount_minor as amount, delivered_minor as delivered, invoiced_minor as invoiced, state,
           recorded_at as at
      from credit.order_statement
     where account_id = ${accountId}
       and order_id   = ${orderId}
     order by recorded_at desc, statement_id desc`);
}
