/** Orders as the order system states them, for exposure; holds come with issue 6. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Currency } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import type { CopyRow } from '#platform/postgres/copy.ts';
import { copyTable } from '#platform/postgres/copy-binary.ts';
import type { Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';

export type SalesOrder = {
  readonly accountId: Id;
  readonly number: string;
  readonly orderedOn: Day;
  readonly currency: Currency;
  readonly amount: bigint;
  readonly state: 'open' | 'invoiced' | 'cancelled';
};

/**
 * Takes over orders; one that is known changes to what is stated now. Answers how many are
 * new or changed.
 */
export async function recordOrders(
  context: Context,
  orders: readonly SalesOrder[],
): Promise<number> {
  if (orders.length === 0) return 0;
  const known = await accountsWithOrders(context.tx, orders);
  const first = orders.filter((each) => !known.has(each.accountId));
  const further = orders.filter((each) => known.has(each.accountId));
  const [changed] = await Promise.all([
    further.length === 0 ? 0 : recordFurther(context, further),
    context.tx.copyIn(orderTable, firstOrders(context, first)),
  ]);
  return changed + first.length;
}

async function accountsWithOrders(tx: Tx, orders: readonly SalesOrder[]): Promise<Set<string>> {
  const accounts = [...new Set(orders.map(({ accountId }) => accountId))];
  const rows = await tx.all(sql<{ account_id: string }>`
    select a.account_id
      from unnest(${accounts}::uuid[]) as a (account_id)
     where exists (select from credit.sales_order o where o.account_id = a.account_id)`);
  return new Set(rows.map((row) => row.account_id));
}

const orderTable = copyTable(`credit.sales_order (account_id uuid, order_id uuid, number text,
  ordered_on date, currency text, amount_minor bigint, state text, recorded_at timestamptz)`);

/** An account without orders can have no known one, which much at once is not asked about. */
function* firstOrders(context: Context, orders: readonly SalesOrder[]): Generator<CopyRow> {
  const inKeyOrder = orders.toSorted((one, other) => (one.accountId < other.accountId ? -1 : 1));
  for (const { accountId, number, orderedOn, currency, amount, state } of inKeyOrder) {
    const orderId = context.newId();
    yield [accountId, orderId, number, orderedOn, currency, amount, state, context.at];
  }
}

async function recordFurther(context: Context, orders: readonly SalesOrder[]): Promise<number> {
  return context.tx.run(sql`
    insert into credit.sales_order as o (account_id, order_id, number, ordered_on, currency,
                                         amount_minor, state, recorded_at)
    select s.*, ${context.at}::timestamptz
      from unnest(${orders.map((each) => each.accountId)}::uuid[],
                  ${orders.map(() => context.newId())}::uuid[],
                  ${orders.map((each) => each.number)}::text[],
                  ${orders.map((each) => each.orderedOn)}::date[],
                  ${orders.map((each) => each.currency)}::text[],
                  ${orders.map((each) => each.amount.toString())}::bigint[],
                  ${orders.map((each) => each.state)}::text[]) as s
        on conflict (account_id, number) do update
       set ordered_on   = excluded.ordered_on,
           amount_minor = excluded.amount_minor,
           currency     = excluded.currency,
           state        = excluded.state
     where (o.ordered_on, o.amount_minor, o.currency, o.state)
           is distinct from
           (excluded.ordered_on, excluded.amount_minor, excluded.currency, excluded.state)`);
}
