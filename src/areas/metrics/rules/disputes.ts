/**
 * How much is tied up in disputes, and how long one takes.
 *
 * Only resolved disputes have a cycle time; one that is still open would make a slow desk
 * look fast. The mean and the amount-weighted mean stand together, because a desk that
 * clears its small disputes first looks good in the first alone.
 */
import { type Day, daysBetween } from '#kernel/day.ts';
import { fromInteger, multiplyRatio, ratio } from '#kernel/decimal.ts';
import { type Money } from '#kernel/money.ts';
import { type Figure, figure, quotient, weightedAverage } from './figure.ts';

export type DisputeSpan = {
  readonly openedOn: Day;
  /** Absent while the dispute is open. */
  readonly resolvedOn?: Day;
  readonly amount: Money;
};

export type DisputeCycle = { readonly averageDays: Figure; readonly amountWeightedDays: Figure };

/** Mean days from opening to resolution. */
export function disputeCycle(disputes: readonly DisputeSpan[]): DisputeCycle {
  const spans = disputes.flatMap(({ openedOn, resolvedOn, amount }) =>
    resolvedOn === undefined ? [] : [{ value: daysBetween(openedOn, resolvedOn), weight: amount }],
  );
  const days = spans.reduce((total, span) => total + span.value, 0);
  return {
    averageDays: figure(ratio(fromInteger(days), fromInteger(spans.length))),
    amountWeightedDays: weightedAverage(spans),
  };
}

/** Days deductions outstanding: open deductions over the credit sales of a day. */
export function daysDeductionsOutstanding(
  openDeductions: Money,
  creditSales: Money,
  days: number,
): Figure {
  const periods = quotient(openDeductions, creditSales);
  return figure(periods && multiplyRatio(periods, fromInteger(days)));
}
