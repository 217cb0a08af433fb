/**
 * Takes one order in as the order system states it and answers whether it may go on: the verdict
 * is written in the transaction of the statement.
 *
 * A new order is judged, and one that grew or came back; the same statement twice is once. What
 * a person released stays released until it grows.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { lockAccount } from '#areas/ledger/index.ts';
import { type OrderVerdict, openPart } from '../rules/exposure.ts';
import type { Found } from '../rules/judge-order.ts';
import { type KeptFigures, keptFigures } from '../rules/kept-figures.ts';
import { type OrderRefusal, acceptStatement } from '../rules/order.ts';
import { type RiskOrder, lockFamilies, ordersAtRisk } from '../store/open-orders.ts';
import { type KnownOrder, type SalesOrder, knownOrders, recordOrders } from '../store/orders.ts';
import { recordActs } from '../store/verdicts.ts';
import { type Bench, actOf, benchFor, judgeAt, tellActs } from './judge-orders.ts';

export type StateRefusal = OrderRefusal | 'credit.no_such_account';

export type OrderAnswer = {
  readonly orderId: Id;
  /** Null: nothing of it is at risk, so nobody asks. */
  readonly verdict: OrderVerdict | null;
  readonly reasons: readonly Found[];
  readonly figures: KeptFigures | null;
};

export async function stateOrder(
  context: Context,
  stated: SalesOrder,
): Promise<Outcome<OrderAnswer, StateRefusal>> {
  const { tx, today } = context;
  const { accountId, number } = stated;
  await lockFamilies(tx, [accountId], today);
  if (!(await lockAccount(tx, accountId))) return refuse('credit.no_such_account');
  const known = await knownOrders(tx, [stated]);
  const [before] = known.values();
  const accepted = acceptStatement(stated, before, today);
  if (!accepted.ok) return accepted;
  await recordOrders(context, [stated], known);
  const order = (await ordersAtRisk(tx, [accountId])).find((each) => each.number === number);
  if (order?.state !== 'open') return accept(quiet(order, before));
  const bench = await benchFor(tx, [accountId], today);
  return accept(await answerOf(context, bench, order, stated));
}

/** Nothing to judge: closed, cancelled or wholly invoiced. */
function quiet(order: RiskOrder | undefined, before: KnownOrder | undefined): OrderAnswer {
  const orderId = order?.orderId ?? before?.orderId;
  if (orderId === undefined) throw new Error('an order that was recorded has no id');
  return { orderId, verdict: order?.verdict ?? null, reasons: [], figures: null };
}

async function answerOf(
  context: Context,
  bench: Bench,
  order: RiskOrder,
  stated: SalesOrder,
): Promise<OrderAnswer> {
  const { accountId, orderId } = order;
  const standing = bench.standings.get(accountId);
  if (standing === undefined) throw new Error(`account ${accountId} has no standing`);
  const [judged] = judgeAt(bench, standing, 'order', [order]);
  if (judged === undefined) throw new Error(`order ${order.number} was not judged`);
  const { judgement } = judged;
  const figures = judgement.figures && keptFigures(judgement.figures);
  if (order.verdict !== null) {
    const reasons = order.verdict === 'held' ? judgement.reasons : [];
    return { orderId, verdict: order.verdict, reasons, figures };
  }
  const policy = bench.policyOf(standing);
  const shipped = judgement.verdict === 'held' && openPart(stated) === order.delivered;
  const acts = [
    actOf({ context, policy, order, judgement, kind: judgement.verdict, how: 'check' }),
    ...(shipped
      ? [actOf({ context, policy, order, judgement, kind: 'alerted', how: 'check' })]
      : []),
  ];
  for (const act of acts) await recordActs(context, [act]);
  await tellActs(context, acts, [order]);
  return { orderId, verdict: judgement.verdict, reasons: judgement.reasons, figures };
}
