/**
 * The instalments of a payment plan: equal parts, or level payments with interest.
 *
 * The parts add up to the total, to the cent: odd cents are in the earliest instalments, and
 * with interest the last payment clears what rounding left.
 */
import { type Decimal } from '#kernel/decimal.ts';
import { type Money, allocate, divideHalfUp, minus, plus, zero } from '#kernel/money.ts';

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
  const monthly = { top: aprPct.units, bottom: 1200n * 10n ** BigInt(aprPct.scale) };
  const payment = levelPayment(principal, monthly, count);
  const rows: PlanRow[] = [];
  let left = principal;
  for (let month = 1; month <= count; month += 1) {
    const minor = divideHalfUp(left.minor * monthly.top, monthly.bottom);
    const interest = { minor, currency: left.currency };
    const repaid = month === count ? left : minus(payment, interest);
    left = minus(left, repaid);
    rows.push({ interest, principal: repaid, balance: left });
  }
  const last = rows.at(-1);
  const totalInterest = rows.reduce(
    (sum, row) => plus(sum, row.interest),
    zero(principal.currency),
  );
  const finalPayment = last ? plus(last.principal, last.interest) : zero(principal.currency);
  return { payment, finalPayment, totalInterest, rows };
}

function levelPayment(
  principal: Money,
  { top, bottom }: { readonly top: bigint; readonly bottom: bigint },
  count: number,
): Money {
  const { currency } = principal;
  if (top === 0n) return { minor: divideHalfUp(principal.minor, BigInt(count)), currency };
  const grown = (bottom + top) ** BigInt(count);
  const flat = bottom ** BigInt(count);
  const minor = divideHalfUp(principal.minor * top * grown, bottom * (grown - flat));
  return { minor, currency };
}
