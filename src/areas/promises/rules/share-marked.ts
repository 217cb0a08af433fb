/**
 * Over which of the items that a promise is for its money is meant to go: the oldest first, of
 * none more than is open on it, so that the shares add up to the promised sum to the cent.
 */
import type { Day } from '#kernel/day.ts';
import { type Money, isPositive, minus, smaller, sum } from '#kernel/money.ts';

export type MarkedDebt = {
  readonly itemId: string;
  readonly document: string;
  readonly dueOn: Day;
  readonly open: Money;
};

export type MarkedShares = {
  readonly shares: readonly (MarkedDebt & { readonly promised: Money })[];
  /** Promised beyond what is open on them; zero where all of it has its place. */
  readonly beyond: Money;
};

/** Every debt has its share, that of the last ones may be nothing. One currency. */
export function shareMarked(amount: Money, debts: readonly MarkedDebt[]): MarkedShares {
  let left = amount;
  const shares = debts.toSorted(oldestFirst).map((debt) => {
    const promised = smaller(left, debt.open);
    left = minus(left, promised);
    return { ...debt, promised };
  });
  return { shares, beyond: left };
}

/** What is open on all of them: what one would ask for. */
export function openOf(debts: readonly MarkedDebt[], currency: Money['currency']): Money {
  const open = debts.map((debt) => debt.open).filter(isPositive);
  return sum(open, currency);
}

function oldestFirst(a: MarkedDebt, b: MarkedDebt): number {
  if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1;
  return a.itemId < b.itemId ? -1 : 1;
}
