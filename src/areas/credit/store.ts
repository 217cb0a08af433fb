/** Orders as the order system states them, for exposure; holds come with issue 6. */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Currency } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
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
