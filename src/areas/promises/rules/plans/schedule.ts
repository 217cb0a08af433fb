/**
 * The instalments of a payment plan: equal parts, or level payments with interest.
 *
 * The parts add up to the total, to the cent: odd cents are in the earliest instalments, and
 * with interest the last payment clears what rounding left. An amount that somebody fixed stays
 * as it is; the others share what it leaves.
 */
import { type Decimal } from '#kernel/decimal.ts';
import { type Money, allocate, divideHalfUp, minus, plus, sum, zero } from '#kernel/money.ts';

/** The total in so many equal instalments (rule PLAN.EQUAL). */
export function equalInstallments(total: Money, count: number): Money[] {
  return allocate(
    total,
    Array.from({ length: count }, () => 1n),
  );
}

export type PlanRow = {
  readonly interest: Money;
  readonly principal: Money;
  /** What is left after this payment. */
  readonly balance: Money;
};

export type LevelPlan = {
  readonly payment: Money;
  readonly finalPayment: Money;
  readonly totalInterest: Money;
  readonly rows: readonly PlanRow[];
};

/**
 * Level monthly payments: P·i ÷ (1 − (1 + i)^−n), half-up, with the interest of each month
 * half-up on what is left; without interest the payment is an equal part (rule PLAN.AMORT).
 */
export function levelPlan(principal: Money, aprPct: Decimal, count: number): LevelPlan {
  const bottom = 1200n * 10n ** BigInt(aprPct.scale);
  const monthly = { top: aprPct.units, bottom };
  const periods = Array.from({ length: count }, () => ({ rate: monthly, fixed: undefined }));
  const payment = levelPayment(principal, periods);
  const rows = clearing(principal, periods, payment);
  const last = rows.at(-1);
  const totalInterest = sum(
    rows.map(({ interest }) => interest),
    principal.currency,
  );
  const finalPayment = last ? plus(last.principal, last.interest) : zero(principal.currency);
  return { payment, finalPayment, totalInterest, rows };
}

/** One period before a payment: its share of interest, and the amount where it is fixed. */
export type Period = {
  readonly rate: { readonly top: bigint; readonly bottom: bigint };
  readonly fixed: Money | undefined;
};

/**
 * The rows of a plan whose payments are equal where they are not fixed. Without interest the
 * parts are exact with odd cents first; with interest the last payment clears.
 */
export function scheduleRows(principal: Money, periods: readonly Period[]): PlanRow[] {
  if (periods.every(({ rate }) => rate.top === 0n)) return withoutInterest(principal, periods);
  return clearing(principal, periods, levelPayment(principal, periods));
}

function withoutInterest(principal: Money, periods: readonly Period[]): PlanRow[] {
  const fixed = sum(
    periods.flatMap((period) => period.fixed ?? []),
    principal.currency,
  );
  const free = periods.filter((period) => period.fixed === undefined).length;
  const shares = free === 0 ? [] : equalInstallments(minus(principal, fixed), free);
  let left = principal;
  return periods.map((period) => {
    const repaid = period.fixed ?? shares.shift() ?? zero(principal.currency);
    left = minus(left, repaid);
    return { interest: zero(principal.currency), principal: repaid, balance: left };
  });
}

/** Interest half-up on what is left, each period; the last payment takes all of it. */
function clearing(principal: Money, periods: readonly Period[], payment: Money): PlanRow[] {
  let left = principal;
  return periods.map(({ rate, fixed }, at) => {
    const minor = divideHalfUp(left.minor * rate.top, rate.bottom);
    const interest = { minor, currency: left.currency };
    const repaid = at === periods.length - 1 ? left : minus(fixed ?? payment, interest);
    left = minus(left, repaid);
    return { interest, principal: repaid, balance: left };
  });
}

/**
 * What each payment that is not fixed must be for nothing to be left after the last:
 * (P·Πg − Σ fixed·Πg after it) ÷ Σ Πg after each free one, with g = 1 + rate; half-up.
 */
function levelPayment(principal: Money, periods: readonly Period[]): Money {
  const { currency } = principal;
  let grown = 1n;
  let free = 0n;
  let fixed = 0n;
  // From the last period to the first: `grown` is the growth after the payment.
  for (const { rate, fixed: amount } of periods.toReversed()) {
    if (amount === undefined) free += grown;
    else fixed += amount.minor * grown;
    grown *= rate.bottom + rate.top;
    free *= rate.bottom;
    fixed *= rate.bottom;
  }
  if (free === 0n) return zero(currency);
  return { minor: divideHalfUp(principal.minor * grown - fixed, free), currency };
}
