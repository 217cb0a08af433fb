/**
 * The annual percentage rate of a plan, by the actuarial method (12 CFR 1026, appendix J).
 *
 * The rate at which the instalments are worth what was financed on the day it is financed. The
 * unit of time is that of the plan (a week, two weeks, a month; of a custom plan a day), odd days
 * before the first instalment count as a fraction of it at simple interest. A rate, so floating
 * point; no amount is ever taken from it.
 */
import { type Day, daysBetween, plusMonths } from '#kernel/day.ts';
import type { Money } from '#kernel/money.ts';
import type { Frequency } from './draft.ts';

type Payment = { readonly amount: Money; readonly dueOn: Day };

/** In hundredths of a percent a year, half-up; 0 when nothing is charged. */
export function aprBps(
  financed: Money,
  payments: readonly Payment[],
  frequency: Frequency,
  from: Day,
): number {
  const paid = payments.reduce((total, { amount }) => total + amount.minor, 0n);
  if (paid <= financed.minor || financed.minor <= 0n) return 0;
  const flows = payments.map(({ amount, dueOn }) => ({
    amount: Number(amount.minor),
    ...unitsBetween(from, dueOn, frequency),
  }));
  const worth = (rate: number): number =>
    flows.reduce((total, { amount, whole, odd }) => {
      return total + amount / ((1 + odd * rate) * (1 + rate) ** whole);
    }, 0);
  const goal = Number(financed.minor);
  let [low, high] = [0, 10];
  // Halving eighty times is beyond what a double can tell apart.
  for (let turn = 0; turn < 80; turn += 1) {
    const middle = (low + high) / 2;
    if (worth(middle) > goal) low = middle;
    else high = middle;
  }
  return Math.round(low * unitsAYear[frequency] * 10_000);
}

const unitsAYear = { weekly: 52, biweekly: 26, monthly: 12, custom: 365 };

/** Whole units counted back from the payment, and the odd days at the beginning. */
function unitsBetween(
  from: Day,
  to: Day,
  frequency: Frequency,
): { readonly whole: number; readonly odd: number } {
  if (frequency !== 'monthly') {
    const length = { weekly: 7, biweekly: 14, custom: 1 }[frequency];
    const days = daysBetween(from, to);
    const whole = Math.floor(days / length);
    return { whole, odd: (days - whole * length) / length };
  }
  let whole = 0;
  while (plusMonths(to, -(whole + 1)) >= from) whole += 1;
  return { whole, odd: daysBetween(from, plusMonths(to, -whole)) / 30 };
}
