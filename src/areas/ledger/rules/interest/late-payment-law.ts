/**
 * What the law gives a business that is paid late, without a word in the contract.
 *
 *   United Kingdom  Late Payment of Commercial Debts (Interest) Act 1998: Bank Rate of the
 *                   last 30 June or 31 December before the debt became late, plus 8, fixed
 *                   for the debt; a fixed sum by the size of the debt (s. 5A)
 *   European Union  Directive 2011/7/EU, art. 2(6), 6(1): the central bank's rate plus at
 *                   least 8 points, and at least 40 euros; the rest is each state's own
 *
 * The reference rate is asked for, never looked up: it changes twice a year.
 */
import { type Day, daysBetween } from '#kernel/day.ts';
import { type Decimal, addDecimals, formatDecimal } from '#kernel/decimal.ts';
import { type Money, money, plus, zero } from '#kernel/money.ts';
import { type DayCount, simpleInterest } from './accrual.ts';

export type LateDebt = {
  readonly principal: Money;
  readonly referenceRatePct: Decimal;
  readonly dueOn: Day;
  readonly paidOn: Day;
};

export type LatePaymentClaim = {
  readonly daysLate: number;
  /** Percent a year, with two decimals. */
  readonly ratePct: string;
  readonly interest: Money;
  /** The fixed sum for the cost of collecting; nothing when the debt was not late. */
  readonly compensation: Money;
  readonly total: Money;
};

const statutoryMargin: Decimal = { units: 8n, scale: 0 };

/** The claim in the United Kingdom; the fixed sum is 40, 70 or 100 pounds. */
export function unitedKingdomClaim(debt: LateDebt): LatePaymentClaim {
  const { minor, currency } = debt.principal;
  const pounds = minor < 100_000n ? 40n : minor < 1_000_000n ? 70n : 100n;
  return claim(debt, statutoryMargin, 'ACT/365F', money(pounds * 100n, currency));
}

export type NationalVariant = {
  /** Points above the reference rate; some states give more than 8. */
  readonly margin: Decimal;
  readonly dayCount: DayCount;
  readonly fixedSum: Money;
};

/** The claim in a state of the European Union, by its own variant of the directive. */
export function europeanClaim(debt: LateDebt, variant: NationalVariant): LatePaymentClaim {
  return claim(debt, variant.margin, variant.dayCount, variant.fixedSum);
}

function claim(
  debt: LateDebt,
  margin: Decimal,
  dayCount: DayCount,
  fixedSum: Money,
): LatePaymentClaim {
  const ratePct = addDecimals(debt.referenceRatePct, margin);
  const daysLate = Math.max(0, daysBetween(debt.dueOn, debt.paidOn));
  const time = { from: debt.dueOn, to: debt.paidOn, dayCount };
  const interest = simpleInterest({ principal: debt.principal, ratePct, ...time });
  const compensation = daysLate > 0 ? fixedSum : zero(debt.principal.currency);
  const total = plus(interest, compensation);
  return { daysLate, ratePct: formatDecimal(ratePct, 2), interest, compensation, total };
}
