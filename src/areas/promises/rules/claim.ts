/**
 * What a new promise may still be given for: what is open, less what is promised already.
 *
 * Two open promises for one debt would count one dollar twice. Whoever has new words from the
 * customer replaces the old promise and says so.
 */
import type { Id } from '#kernel/ids.ts';
import { type Money, atLeast, formatMoney, minus, sum } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

export type OpenPromise = {
  readonly id: Id;
  /** Promised and not come in yet. */
  readonly outstanding: Money;
  readonly itemIds: readonly Id[];
};

export type Wish = {
  readonly amount: Money;
  readonly itemIds: readonly Id[];
  /** Open promises that the new one replaces. */
  readonly supersedes: readonly Id[];
};

export type ClaimRefusal = 'promise.no_such_promise' | 'promise.promised_already';

/** Is enough of the open balance unpromised, and is what it replaces there? */
export function claim(
  wish: Wish,
  openBalance: Money,
  open: readonly OpenPromise[],
): Outcome<Wish, ClaimRefusal> {
  const known = new Set(open.map((promise) => promise.id));
  if (!wish.supersedes.every((each) => known.has(each))) return refuse('promise.no_such_promise');
  const { currency } = wish.amount;
  const others = open.filter(
    (promise) =>
      !wish.supersedes.includes(promise.id) &&
      promise.outstanding.currency === currency &&
      touches(promise.itemIds, wish.itemIds),
  );
  const promised = sum(
    others.map((promise) => promise.outstanding),
    currency,
  );
  if (others.length > 0 && !atLeast(minus(openBalance, promised), wish.amount)) {
    return refuse('promise.promised_already', {
      promised: formatMoney(promised),
      open: formatMoney(openBalance),
      currency,
    });
  }
  return accept(wish);
}

/** A promise on the whole account touches every debt of it. */
function touches(some: readonly Id[], others: readonly Id[]): boolean {
  if (some.length === 0 || others.length === 0) return true;
  return some.some((each) => others.includes(each));
}
