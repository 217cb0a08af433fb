/**
 * Simple interest for a time, by the day count that the contract or the law names.
 *
 *   interest = principal × rate × fraction(from, to)
 *
 * The day on which the debt fell due is not counted, the day of payment is. Nothing is
 * rounded before the end: a daily rate cut to two decimals is how published examples come to
 * 169.68 where 169.49 is owed. “1.5 % a month” is not 18 % a year; store the contract's words.
 */
import { type Day, dayOf, daysBetween, earlier, later, parts } from '#kernel/day.ts';
import { type Decimal, type Ratio } from '#kernel/decimal.ts';
import { type Money, divideHalfUp } from '#kernel/money.ts';

export const dayCounts = ['ACT/365F', 'ACT/360', '30/360', 'ACT/ACT'] as const;
export type DayCount = (typeof dayCounts)[number];

export type Accrual = {
  readonly principal: Money;
  /** Percent a year: 18 is 18 %. */
  readonly ratePct: Decimal;
  readonly from: Day;
  readonly to: Day;
  readonly dayCount: DayCount;
};

/** The interest, half-up once to the minor unit; nothing when the time runs backward. */
export function simpleInterest({ principal, ratePct, from, to, dayCount }: Accrual): Money {
  if (to <= from) return { minor: 0n, currency: principal.currency };
  const part = yearFraction(from, to, dayCount);
  const top = principal.minor * ratePct.units * part.top;
  const bottom = 100n * 10n ** BigInt(ratePct.scale) * part.bottom;
  return { minor: divideHalfUp(top, bottom), currency: principal.currency };
}

/** The part of a year between two days, exactly. */
export function yearFraction(from: Day, to: Day, dayCount: DayCount): Ratio {
  switch (dayCount) {
    case 'ACT/365F':
      return { top: BigInt(daysBetween(from, to)), bottom: 365n };
    case 'ACT/360':
      return { top: BigInt(daysBetween(from, to)), bottom: 360n };
    case '30/360':
      return { top: BigInt(thirtyDayMonths(from, to)), bottom: 360n };
    case 'ACT/ACT':
      return daysOfTheirYears(from, to);
  }
}

/** 30/360 US, without its adjustment for the end of February. */
function thirtyDayMonths(from: Day, to: Day): number {
  const start = parts(from);
  const end = parts(to);
  const first = Math.min(start.dayOfMonth, 30);
  const last = first === 30 ? Math.min(end.dayOfMonth, 30) : end.dayOfMonth;
  return (end.year - start.year) * 360 + (end.month - start.month) * 30 + (last - first);
}

/** ACT/ACT ISDA: days of a leap year count a 366th, all others a 365th. */
function daysOfTheirYears(from: Day, to: Day): Ratio {
  let leap = 0;
  let common = 0;
  for (let { year } = parts(from); year <= parts(to).year; year += 1) {
    const opens = dayOf(year, 1, 1);
    const closes = dayOf(year + 1, 1, 1);
    if (opens === undefined || closes === undefined) continue;
    const days = daysBetween(later(from, opens), earlier(to, closes));
    if (daysBetween(opens, closes) === 366) leap += days;
    else common += days;
  }
  return { top: BigInt(leap * 365 + common * 366), bottom: 365n * 366n };
}
