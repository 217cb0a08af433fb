/** Orders: what the order system stated, each time anew, and how they stand by it. */
import { type Day, day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { type Currency, currency } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import type { CopyRow } from '#platform/postgres/copy.ts';
import { copyTable } from '#platform/postgres/copy-binary.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { prepared, sql } from '#platform/postgres/sql.ts';
import type { OrderAmounts, OrderState, OrderVerdict } from '../rules/exposure.ts';

export type SalesOrder = OrderAmounts & {
  readonly accountId: Id;
  readonly number: string;
  readonly orderedOn: Day;
  readonly currency: Currency;
};

export type KnownOrder = SalesOrder & {
  readonly orderId: Id;
  readonly verdict: OrderVerdict | null;
  readonly how: string | null;
  readonly reviewOn: Day | null;
};

const statementTable = copyTable(`credit.order_statement (account_id uuid, order_id uuid,
  statement_id uuid, ordered_on date, currency text, amount_minor bigint, delivered_minor bigint,
  invoiced_minor bigint, state text, actor text, reason text, recorded_at timestamptz)`);

const orderTable = copyTable(`credit.sales_order (account_id uuid, order_id uuid, number text,
  ordered_on date, currency text, amount_minor bigint, delivered_minor bigint,
  invoiced_minor bigint, state text, recorded_at timestamptz)`);

/** Who states an order, and why. */
type By = Pick<Context, 'actor' | 'reason'>;

/**
 * Takes over orders; one that is known changes to what is stated now, and is judged anew when
 * it grew. Answers how many are new or changed. `looked`: the known ones, by whoever holds the
 * accounts and has read them; `by`: who states each, where they are several.
 */
export async function recordOrders(
  context: Context,
  orders: readonly SalesOrder[],
  looked?: ReadonlyMap<string, KnownOrder>,
  by: (order: SalesOrder) => By = () => context,
): Promise<number> {
  if (orders.length === 0) return 0;
  const last = [...new Map(orders.map((each) => [keyOf(each), each])).values()];
  const known = looked ?? (await knownOrders(context.tx, last));
  const news = last
    .filter((each) => !known.has(keyOf(each)))
    .map((each) => ({ ...each, orderId: context.newId() }));
  const changed = last.flatMap((each) => {
    const before = known.get(keyOf(each));
    return before && !sameOrder(before, each) ? [{ ...each, orderId: before.orderId }] : [];
  });
  await Promise.all([
    context.tx.copyIn(orderTable, orderRows(context, news)),
    context.tx.copyIn(statementTable, statementRows(context, [...news, ...changed], by)),
    restate(context.tx, changed),
  ]);
  return news.length + changed.length;
}

export function keyOf({ accountId, number }: Pick<SalesOrder, 'accountId' | 'number'>): string {
  return `${accountId} ${number}`;
}

export function sameOrder(one: SalesOrder, other: SalesOrder): boolean {
  return (
    one.amount === other.amount &&
    one.delivered === other.delivered &&
    one.invoiced === other.invoiced &&
    one.state === other.state &&
    one.currency === other.currency &&
    one.orderedOn === other.orderedOn
  );
}

type Numbered = SalesOrder & { readonly orderId: Id };

/** In the order of the accounts, so that two files never wait for each other in a ring. */
function* orderRows(context: Context, orders: readonly Numbered[]): Generator<CopyRow> {
  for (const each of orders.toSorted((a, b) => (a.accountId < b.accountId ? -1 : 1))) {
    const { accountId, orderId, number, orderedOn, amount, delivered, invoiced, state } = each;
    const amounts = [each.currency, amount, delivered, invoiced, state] as const;
    yield [accountId, orderId, number, orderedOn, ...amounts, context.at];
  }
}

function* statementRows(
  context: Context,
  orders: readonly Numbered[],
  by: (order: SalesOrder) => By,
): Generator<CopyRow> {
  for (const order of orders) {
    const { accountId, orderId, orderedOn, amount, delivered, invoiced, ...each } = order;
    const { actor, reason } = by(order);
    const amounts = [each.currency, amount, delivered, invoiced, each.state] as const;
    const key = [accountId, orderId, context.newId(), orderedOn] as const;
    yield [...key, ...amounts, actor.ref, reason, context.at];
  }
}

async function restate(tx: Tx, orders: readonly Numbered[]): Promise<void> {
  if (orders.length === 0) return;
  await tx.run(sql`
    update credit.sales_order o
       set ordered_on      = s.ordered_on,
           currency        = s.currency,
           verdict         = case when s.state = 'open' and (s.amount > o.amount_minor
                                                             or o.state <> 'open')
                                   and o.verdict in ('approved', 'released') then null
                                  else o.verdict end,
           amount_minor    = s.amount,
           delivered_minor = s.delivered,
           invoiced_minor  = s.invoiced,
           state           = s.state
      from unnest(${orders.map((each) => each.accountId)}::uuid[],
                  ${orders.map((each) => each.orderId)}::uuid[],
                  ${orders.map((each) => each.orderedOn)}::date[],
                  ${orders.map((each) => each.currency)}::text[],
                  ${orders.map((each) => each.amount.toString())}::bigint[],
                  ${orders.map((each) => each.delivered.toString())}::bigint[],
                  ${orders.map((each) => each.invoiced.toString())}::bigint[],
                  ${orders.map((each) => each.state)}::text[])
           as s (account_id, order_id, ordered_on, currency, amount, delivered, invoiced, state)
     where o.account_id = s.account_id
       and o.order_id   = s.order_id`);
}

/** The orders among these that are known, by account and number. */
export async function knownOrders(
  db: Queries,
  wanted: readonly Pick<SalesOrder, 'accountId' | 'number'>[],
): Promise<Map<string, KnownOrder>> {
  const rows = await db.all(prepared<OrderRow>`
    select o.account_id, o.order_id, o.number, o.ordered_on, o.currency, o.amount_minor,
           o.delivered_minor, o.invoiced_minor, o.state, o.verdict, o.verdict_how, o.review_on
      from unnest(${wanted.map((each) => each.accountId)}::uuid[],
                  ${wanted.map((each) => each.number)}::text[]) as w (account_id, number)
      join credit.sales_order o on o.account_id = w.account_id and o.number = w.number`);
  return new Map(rows.map(knownOrder).map((each) => [keyOf(each), each]));
}

/** One order by its id, with its account. */
export async function orderById(db: Queries, orderId: Id): Promise<KnownOrder | undefined> {
  const row = await db.maybe(sql<OrderRow>`
    select account_id, order_id, number, ordered_on, currency, amount_minor, delivered_minor,
           invoiced_minor, state, verdict, verdict_how, review_on
      from credit.sales_order
     where order_id = ${orderId}`);
  return row && knownOrder(row);
}

type OrderRow = {
  account_id: string;
  order_id: string;
  number: string;
  ordered_on: string;
  currency: string;
  amount_minor: bigint;
  delivered_minor: bigint;
  invoiced_minor: bigint;
  state: OrderState;
  verdict: OrderVerdict | null;
  verdict_how: string | null;
  review_on: string | null;
};

function knownOrder(row: OrderRow): KnownOrder {
  return {
    accountId: id(row.account_id),
    orderId: id(row.order_id),
    number: row.number,
    orderedOn: day(row.ordered_on),
    currency: currency(row.currency),
    amount: row.amount_minor,
    delivered: row.delivered_minor,
    invoiced: row.invoiced_minor,
    state: row.state,
    verdict: row.verdict,
    how: row.verdict_how,
    reviewOn: row.review_on === null ? null : day(row.review_on),
  };
}
