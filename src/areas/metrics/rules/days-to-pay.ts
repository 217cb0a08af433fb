/**
 * How long customers take, weighted by what they paid.
 *
 * From the invoice day it is days to pay; the same sum from the due day is days late. The
 * screen names which; early payments are negative days late.
 */
import { type Money } from '#kernel/money.ts';
import { type Figure, weightedAverage } from './figure.ts';

export type PaidAfter = { readonly amount: Money; readonly days: number };

/** Σ amount × days ÷ Σ amount. */
export function weightedDaysToPay(payments: readonly PaidAfter[]): Figure {
  return weightedAverage(payments.map(({ amount, days }) => ({ weight: amount, value: days })));
}
