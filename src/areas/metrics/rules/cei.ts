/**
 * Collection effectiveness index: of what could have been collected, how much was.
 *
 *   (beginning AR + credit sales − ending total AR)
 *   ───────────────────────────────────────────────── × 100
 *   (beginning AR + credit sales − ending current AR)
 *
 * Two published variants differ by more than 20 points on the same quarter: the Credit
 * Research Foundation adds the sales of one average month, others those of the whole
 * period. Every figure carries the name of its variant.
 */
import { fromInteger, ratio } from '#kernel/decimal.ts';
import { type Money } from '#kernel/money.ts';
import { type Figure, percentage } from './figure.ts';

export const ceiVariants = ['CRF_monthly_average', 'period_total'] as const;
export type CeiVariant = (typeof ceiVariants)[number];

export type CeiPeriod = {
  readonly beginningAr: Money;
  readonly creditSales: Money;
  readonly endingAr: Money;
  /** Of the ending AR, what is not yet due. */
  readonly endingCurrentAr: Money;
  /** Months in the period; the monthly average needs it. */
  readonly months: number;
};

/** The index in percent, in the named variant. */
export function collectionEffectiveness(period: CeiPeriod, variant: CeiVariant): Figure {
  const months = BigInt(variant === 'CRF_monthly_average' ? period.months : 1);
  if (months === 0n) return null;

  // Both sides × months, so that the average month needs no division.
  const inflow = period.beginningAr.minor * months + period.creditSales.minor;
  const collected = inflow - period.endingAr.minor * months;
  const collectable = inflow - period.endingCurrentAr.minor * months;
  return percentage(ratio(fromInteger(collected), fromInteger(collectable)));
}
