/**
 * Receivables turnover: how often a year the average receivables are collected.
 *
 * The days are 365 ÷ turns taken before the turns are rounded; dividing by the rounded
 * turns gives another second decimal.
 */
import { fromInteger, multiplyRatio } from '#kernel/decimal.ts';
import { type Money, isZero, money, plus } from '#kernel/money.ts';
import { type Figure, figure, quotient } from './figure.ts';

export type Turnover = { readonly turns: Figure; readonly days: Figure };

/** Annual credit sales over the average of opening and closing AR. */
export function turnover(annualCreditSales: Money, openingAr: Money, closingAr: Money): Turnover {
  const bothEnds = plus(openingAr, closingAr);
  // The average is half of both ends, so twice the sales stand above them.
  const twiceSales = money(annualCreditSales.minor * 2n, annualCreditSales.currency);
  const years = isZero(bothEnds) ? undefined : quotient(bothEnds, twiceSales);
  return {
    turns: figure(quotient(twiceSales, bothEnds)),
    days: figure(years && multiplyRatio(years, fromInteger(365))),
  };
}
