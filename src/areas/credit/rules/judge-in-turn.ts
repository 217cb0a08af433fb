/**
 * Several orders of one account, one after another: each that is approved leaves less for the
 * next.
 *
 * The rule a newcomer would break: an order that counts already is taken out before it is judged,
 * and put back when it is approved; judged beside itself it would be twice as large.
 */
import type { Day } from '#kernel/day.ts';
import type { Currency } from '#kernel/money.ts';
import { money } from '#kernel/money.ts';
import type { OpenOrders, RateOf } from './exposure.ts';
import { type CreditFacts, type OrderJudgement, judgeOrder } from './judge-order.ts';
import type { Checkpoint, CreditPolicy } from './policy.ts';

export type OrderInTurn = {
  readonly number: string;
  readonly currency: Currency;
  /** Minor units that no invoice holds yet, and what of them went out. */
  readonly open: bigint;
  readonly delivered: bigint;
  /** With how much it is among the orders of the facts; null: it is not. */
  readonly counted: { readonly open: bigint; readonly delivered: bigint } | null;
  readonly forced: string | null;
};

export type Turn = {
  readonly facts: CreditFacts;
  readonly at: Checkpoint;
  readonly policy: CreditPolicy;
  readonly today: Day;
  readonly rates: (into: Currency) => RateOf;
};

/** A judgement an order, in their order. */
export function judgeInTurn<O extends OrderInTurn>(
  { facts, at, policy, today, rates }: Turn,
  orders: readonly O[],
): { readonly order: O; readonly judgement: OrderJudgement }[] {
  let known = facts;
  for (const { counted, currency } of orders) {
    if (counted !== null) known = moved(known, { ...counted, currency }, -1n);
  }
  return orders.map((order) => {
    const judged = { open: money(order.open, order.currency), forced: order.forced };
    const judgement = judgeOrder({ facts: known, order: judged, at, policy }, today, rates);
    if (judgement.verdict === 'approved') known = moved(known, order, 1n);
    return { order, judgement };
  });
}

/** Those that cash may clear come smallest first, so that it clears as many as it can. */
export function smallFirst<O extends OrderInTurn>(orders: readonly O[]): O[] {
  return orders.toSorted((a, b) =>
    a.open === b.open ? (a.number < b.number ? -1 : 1) : a.open < b.open ? -1 : 1,
  );
}

function moved(facts: CreditFacts, order: OpenOrders, by: bigint): CreditFacts {
  const { family } = facts;
  const orders = shifted(facts.orders, order, by);
  if (family === null) return { ...facts, orders };
  return { ...facts, orders, family: { ...family, orders: shifted(family.orders, order, by) } };
}

function shifted(
  orders: readonly OpenOrders[],
  { currency, open, delivered }: OpenOrders,
  by: bigint,
): OpenOrders[] {
  const found = orders.find((each) => each.currency === currency);
  const before = found ?? { currency, open: 0n, delivered: 0n };
  const after = {
    currency,
    open: before.open + by * open,
    delivered: before.delivered + by * delivered,
  };
  return [...orders.filter((each) => each !== found), after];
}
