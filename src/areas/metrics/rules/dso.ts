/**
 * Days sales outstanding: how many days of credit sales the open receivables amount to.
 *
 *   simple       ending AR ÷ credit sales × days
 *   count-back   whole months off the newest sales until AR is used up, then a part
 *   best         what is not yet due ÷ credit sales × days: nobody late at all
 *   delinquent   simple − best, subtracted before rounding
 *
 * The variants answer differently on the same book, so a screen always names the one it
 * shows. All amounts are in one currency; sales are credit sales, tax as in the AR.
 */
import { type Ratio, addRatios, fromInteger, multiplyRatio } from '#kernel/decimal.ts';
import { type Money, atLeast, isZero, minus } from '#kernel/money.ts';
import { type Figure, figure, quotient } from './figure.ts';

/** Credit sales of a period of so many days. */
export type SalesPeriod = { readonly sales: Money; readonly days: number };

/** Ending AR over the period's credit sales, in days. */
export function dsoSimple(endingAr: Money, period: SalesPeriod): Figure {
  return figure(daysOfSales(endingAr, period));
}

/** The same with only what is not yet due: the DSO if every customer paid on time. */
export function bestPossibleDso(currentAr: Money, period: SalesPeriod): Figure {
  return figure(daysOfSales(currentAr, period));
}

/** DSO less best possible DSO: the days that lateness costs. */
export function averageDaysDelinquent(
  endingAr: Money,
  currentAr: Money,
  period: SalesPeriod,
): Figure {
  return figure(daysOfSales(minus(endingAr, currentAr), period));
}

/**
 * Uses up the AR with the newest months' sales: whole months while the AR covers them, then
 * the fraction of the next. No value when the months given do not use it up.
 */
export function dsoCountback(endingAr: Money, newestFirst: readonly SalesPeriod[]): Figure {
  let left = endingAr;
  let wholeDays = 0;
  for (const month of newestFirst) {
    if (isZero(left)) break;
    if (!atLeast(left, month.sales)) {
      const part = daysOfSales(left, month);
      return figure(part && addRatios(part, { top: BigInt(wholeDays), bottom: 1n }));
    }
    left = minus(left, month.sales);
    wholeDays += month.days;
  }
  return isZero(left) ? figure({ top: BigInt(wholeDays), bottom: 1n }) : null;
}

function daysOfSales(amount: Money, period: SalesPeriod): Ratio | undefined {
  const periods = quotient(amount, period.sales);
  return periods && multiplyRatio(periods, fromInteger(period.days));
}
