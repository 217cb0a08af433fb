/**
 * Revaluation: open foreign items at the closing rate, for one day only.
 *
 *   closing day   ar-revaluation / fx-unrealised   (the gain; a loss the other way round)
 *   next day      the same turned round
 *
 * It stands outside the control account, so that open items still equal it, and returns by
 * itself the next day (ASC 830-20-35). Done again it books only what changed since.
 */
import type { Decimal } from '#kernel/decimal.ts';
import { type Currency, type Money, money, zero } from '#kernel/money.ts';
import { inBase } from './base-amount.ts';
import type { Line } from './posting.ts';

/** What is open of one currency on the closing day; both net of credits. */
export type OpenForeign = { readonly open: Money; readonly openBase: bigint };

/** Minor units of the base currency. */
export type Revalued = {
  readonly currency: Currency;
  readonly book: bigint;
  readonly revalued: bigint;
  readonly unrealised: bigint;
};

export function revalue(foreign: OpenForeign, rate: Decimal, base: Currency): Revalued {
  const revalued = inBase(foreign.open, rate, base).minor;
  return {
    currency: foreign.open.currency,
    book: foreign.openBase,
    revalued,
    unrealised: revalued - foreign.openBase,
  };
}

/** The line that brings what is booked to what is due; undefined when nothing is missing. */
export function revaluationLine(due: Revalued, booked: bigint): Line | undefined {
  const missing = due.unrealised - booked;
  if (missing === 0n) return undefined;
  const amount = zero(due.currency);
  return missing > 0n
    ? { debit: 'ar-revaluation', credit: 'fx-unrealised', amount, base: missing }
    : { debit: 'fx-unrealised', credit: 'ar-revaluation', amount, base: -missing };
}

/** What the book is worth in the base currency, before and after. */
export function revaluedTotals(
  parts: readonly Revalued[],
  domestic: bigint,
  base: Currency,
): { book: Money; revalued: Money; unrealised: Money } {
  const sum = (pick: (part: Revalued) => bigint): bigint =>
    parts.reduce((total, part) => total + pick(part), 0n);
  return {
    book: money(domestic + sum((part) => part.book), base),
    revalued: money(domestic + sum((part) => part.revalued), base),
    unrealised: money(
      sum((part) => part.unrealised),
      base,
    ),
  };
}
