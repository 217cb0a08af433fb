/**
 * Takes statements of orders that stand under their accounts' locks, writes down how each stands
 * and answers whether it may go on: a few statements of SQL for however many there are.
 *
 * No two are of one account, so that none is judged beside an order that came after it. A refused
 * one leaves nothing behind.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type OrderVerdict, openPart } from '../rules/exposure.ts';
import type { Found } from '../rules/judge-order.ts';
import { type KeptFigures, keptFigures } from '../rules/kept-figures.ts';
import { type OrderRefusal, acceptStatement } from '../rules/order.ts';
import { type RiskOrder, ordersAtRisk } from '../store/open-orders.ts';
import {
  type KnownOrder,
  type SalesOrder,
  keyOf,
  knownOrders,
  recordOrders,
} from '../store/orders.ts';
import { type OrderAct, recordActs } from '../store/verdicts.ts';
import { type Bench, actOf, benchFor, judgeAt, tellActs } from './judge-orders.ts';

export type OrderAnswer = {
  readonly orderId: Id;
  /** Null: nothing of it is at risk, so nobody asks. */
  readonly verdict: OrderVerdict | null;
  readonly reasons: readonly Found[];
  readonly figures: KeptFigures | null;
};

/** What an order system states, with the context in which that is done. */
export type Statement = { readonly context: Context; readonly wish: SalesOrder };

type Judged = {
  readonly answer: OrderAnswer;
  readonly acts: readonly OrderAct[];
  readonly order: RiskOrder | undefined;
};

/** An outcome a statement, in their order; `known`: how the orders stood, by account and number. */
export async function takeStatements(
  statements: readonly Statement[],
  known: ReadonlyMap<string, KnownOrder>,
): Promise<Outcome<OrderAnswer, OrderRefusal>[]> {
  const accepted = statements.map(({ context, wish }) =>
    acceptStatement(wish, known.get(keyOf(wish)), context.today),
  );
  const taken = statements.filter((_, at) => accepted[at]?.ok);
  const judged = await judgeTaken(taken, known);
  const answers = new Map(taken.map((each, at) => [each, judged[at]?.answer]));
  return statements.map((each, at) => {
    const outcome = accepted[at];
    if (outcome !== undefined && !outcome.ok) return outcome;
    const answer = answers.get(each);
    if (answer === undefined) throw new Error(`order ${each.wish.number} was not answered`);
    return accept(answer);
  });
}

async function judgeTaken(
  taken: readonly Statement[],
  known: ReadonlyMap<string, KnownOrder>,
): Promise<Judged[]> {
  const [first] = taken;
  if (first === undefined) return [];
  const { tx, today } = first.context;
  const orders = taken.map(({ wish }) => wish);
  const accountIds = orders.map(({ accountId }) => accountId);
  const open = orders.filter(({ state }) => state === 'open').map(({ accountId }) => accountId);
  const contexts = new Map(taken.map(({ context, wish }) => [wish.accountId, context]));
  // They go out in this order, so that the readings see what the first has written.
  const [, atRisk, after, bench] = await Promise.all([
    recordOrders(
      first.context,
      orders,
      known,
      (each) => contexts.get(each.accountId) ?? first.context,
    ),
    ordersAtRisk(tx, accountIds),
    knownOrders(tx, orders),
    open.length === 0 ? undefined : benchFor(tx, open, today),
  ]);
  const risks = new Map(atRisk.map((each) => [keyOf(each), each]));
  const judged = taken.map((each) => {
    const order = risks.get(keyOf(each.wish));
    if (order?.state !== 'open' || bench === undefined) return quiet(order, after, each);
    return judge(bench, order, each);
  });
  await writeActs(taken, judged);
  return judged;
}

/** Nothing to judge: closed, cancelled or wholly invoiced. */
function quiet(
  order: RiskOrder | undefined,
  after: ReadonlyMap<string, KnownOrder>,
  { wish }: Statement,
): Judged {
  const orderId = order?.orderId ?? after.get(keyOf(wish))?.orderId;
  if (orderId === undefined) throw new Error('an order that was recorded has no id');
  const answer = { orderId, verdict: order?.verdict ?? null, reasons: [], figures: null };
  return { answer, acts: [], order };
}

function judge(bench: Bench, order: RiskOrder, { context, wish }: Statement): Judged {
  const { accountId, orderId } = order;
  const standing = bench.standings.get(accountId);
  if (standing === undefined) throw new Error(`account ${accountId} has no standing`);
  const [judged] = judgeAt(bench, standing, 'order', [order]);
  if (judged === undefined) throw new Error(`order ${order.number} was not judged`);
  const { judgement } = judged;
  const figures = judgement.figures && keptFigures(judgement.figures);
  if (order.verdict !== null) {
    const reasons = order.verdict === 'held' ? judgement.reasons : [];
    return { answer: { orderId, verdict: order.verdict, reasons, figures }, acts: [], order };
  }
  const act = {
    context,
    policy: bench.policyOf(standing),
    order,
    judgement,
    how: 'check',
  } as const;
  const { verdict, reasons } = judgement;
  const shipped = verdict === 'held' && openPart(wish) === order.delivered;
  const acts = [
    actOf({ ...act, kind: verdict }),
    ...(shipped ? [actOf({ ...act, kind: 'alerted' })] : []),
  ];
  return { answer: { orderId, verdict, reasons, figures }, acts, order };
}

/** An order that has shipped already gets its verdict first and the alert after it. */
async function writeActs(taken: readonly Statement[], judged: readonly Judged[]): Promise<void> {
  const [first] = taken;
  if (first === undefined) return;
  for (const turn of [0, 1]) {
    await recordActs(
      first.context,
      judged.flatMap(({ acts }) => acts.slice(turn, turn + 1)),
    );
  }
  for (const [at, { acts, order }] of judged.entries()) {
    const context = taken[at]?.context;
    if (context && order) await tellActs(context, acts, [order]);
  }
}
