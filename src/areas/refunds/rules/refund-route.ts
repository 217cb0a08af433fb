/**
 * How money goes back: the way it came. A card payment is refunded to the very card, never
 * in cash or by check, and never above what was captured less what went back before (the
 * networks' rules, by the merchant agreement).
 */
import { type Money, atLeast, isPositive, minus, zero } from '#kernel/money.ts';

export type RefundWish = {
  /** `card`, `check`, `ach`, `wire`, `cash` … */
  readonly paidBy: string;
  /** The processor's capture, without which a card cannot be refunded. */
  readonly capture?: string | undefined;
  readonly received: Money;
  readonly refundedBefore: Money;
  readonly wanted: Money;
};

export type RefundWay = {
  readonly isAllowed: boolean;
  readonly most: Money;
  readonly method: string;
};

/** Cash leaves a trail only as a check. */
const methods: ReadonlyMap<string, string> = new Map([
  ['card', 'same_card'],
  ['cash', 'check'],
]);

/** May so much be refunded, and how? */
export function refundWay(wish: RefundWish): RefundWay {
  const { paidBy, capture, received, refundedBefore, wanted } = wish;
  const most = atLeast(received, refundedBefore)
    ? minus(received, refundedBefore)
    : zero(received.currency);
  const isReachable = paidBy !== 'card' || (capture !== undefined && capture !== '');
  const isAllowed = isReachable && isPositive(wanted) && atLeast(most, wanted);
  return { isAllowed, most, method: methods.get(paidBy) ?? paidBy };
}
