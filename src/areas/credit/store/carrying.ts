/** Orders at risk and the hold of an account go on under the one into which it was merged. */
import { type Id, id } from '#kernel/ids.ts';
import type { Context } from '#platform/action.ts';
import { type Carrying, carryRows } from '#platform/postgres/carry-rows.ts';
import { sql } from '#platform/postgres/sql.ts';

/**
 * What was stated and decided is repeated; the order itself moves along. One whose number the
 * other account has already stays: the order system says it there anew.
 */
export async function carryOrderRows({ tx }: Context, carrying: Carrying): Promise<Id[]> {
  const { from, into } = carrying;
  const rows = await tx.all(sql<{ order_id: string }>`
    select o.order_id
      from credit.open_order o
     where o.account_id = ${from}
       and not exists (select
                         from credit.sales_order x
                        where x.account_id = ${into}
                          and x.number     = o.number)`);
  const ids = rows.map(({ order_id }) => id(order_id));
  for (const table of ['credit.order_statement', 'credit.order_act']) {
    await carryRows(tx, carrying, table, 'order_id', ids);
  }
  await tx.run(sql`
    update credit.sales_order
       set account_id = ${into}
     where account_id = ${from}
       and order_id   = any(${ids}::uuid[])`);
  return ids;
}

/** The hold that stands over there; its last day, a deadline of its own, goes along. */
export async function carryHoldRows(
  { tx }: Context,
  carrying: Carrying,
  holdId: Id,
): Promise<void> {
  await carryRows(tx, carrying, 'credit.hold', 'hold_id', [holdId]);
}
