/**
 * Takes orders of several accounts in together, as `stateOrder` takes each: what order systems
 * state at the same time shares a transaction, so that fifty wait for one commit and not for each
 * other's.
 *
 * It never waits for anybody: an order whose account is held just now, by an import say, or whose
 * family shares one limit is left to be taken by itself.
 */
import type { Id } from '#kernel/ids.ts';
import type { Outcome } from '#kernel/outcome.ts';
import { lockFree } from '#areas/ledger/index.ts';
import type { OrderRefusal } from '../rules/order.ts';
import { accountsInFamilies } from '../store/open-orders.ts';
import { knownOrders } from '../store/orders.ts';
import { type OrderAnswer, type Statement, takeStatements } from './take-statements.ts';

/**
 * An outcome a statement, in their order; undefined: it is to be taken by itself. Throws when two
 * are of one account, which would be judged beside each other instead of in turn.
 */
export async function stateOrders(
  statements: readonly Statement[],
): Promise<(Outcome<OrderAnswer, OrderRefusal> | undefined)[]> {
  const [first] = statements;
  if (first === undefined) return [];
  const { tx, today } = first.context;
  const accountIds = statements.map(({ wish }) => wish.accountId);
  if (new Set(accountIds).size < accountIds.length) throw new Error('one order an account');
  // In one flight and in this order: what is known is read once the accounts are held.
  const [families, free, known] = await Promise.all([
    accountsInFamilies(tx, accountIds, today),
    lockFree(tx, accountIds),
    knownOrders(
      tx,
      statements.map(({ wish }) => wish),
    ),
  ]);
  const alone = new Set<Id>(families);
  const held = new Set<Id>(free);
  const ours = statements.filter(
    ({ wish: { accountId } }) => held.has(accountId) && !alone.has(accountId),
  );
  const outcomes = await takeStatements(ours, known);
  const found = new Map(ours.map((each, at) => [each, outcomes[at]]));
  return statements.map((each) => found.get(each));
}
