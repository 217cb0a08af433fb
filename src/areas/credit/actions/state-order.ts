/**
 * Takes one order in as the order system states it and answers whether it may go on: the verdict
 * is written in the transaction of the statement.
 *
 * A new order is judged, and one that grew or came back; the same statement twice is once. What
 * a person released stays released until it grows.
 */
import { type Outcome, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { lockAccount } from '#areas/ledger/index.ts';
import type { OrderRefusal } from '../rules/order.ts';
import { lockFamilies } from '../store/open-orders.ts';
import { type SalesOrder, knownOrders } from '../store/orders.ts';
import { type OrderAnswer, takeStatements } from './take-statements.ts';

export type StateRefusal = OrderRefusal | 'credit.no_such_account';

export async function stateOrder(
  context: Context,
  wish: SalesOrder,
): Promise<Outcome<OrderAnswer, StateRefusal>> {
  const { tx, today } = context;
  await lockFamilies(tx, [wish.accountId], today);
  if (!(await lockAccount(tx, wish.accountId))) return refuse('credit.no_such_account');
  const [outcome] = await takeStatements([{ context, wish }], await knownOrders(tx, [wish]));
  return outcome ?? refuse('credit.no_such_account');
}
