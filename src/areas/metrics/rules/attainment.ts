/**
 * Cash collected against the forecast for the period.
 *
 * The variance is collected less forecast: below zero is cash that did not come.
 */
import { type Money, minus } from '#kernel/money.ts';
import { type Figure, percentOf } from './figure.ts';

export type Attainment = { readonly attainmentPct: Figure; readonly variance: Money };

export function forecastAttainment(collected: Money, forecast: Money): Attainment {
  return { attainmentPct: percentOf(collected, forecast), variance: minus(collected, forecast) };
}
