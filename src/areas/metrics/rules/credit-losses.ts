/**
 * Expected credit losses on trade receivables: loss rates, the allowance and its provision.
 *
 *   rolls   current ─10 %▶ 1–30 ─35 %▶ 31–60 ─50 %▶ 61–90 ─60 %▶ 90+ ─40 %▶ write-off
 *   rate    of a bucket = the product of all rolls still before it
 *
 * Method: ASC 326-20, aging schedule with roll rates. Each bucket's loss is rounded to the
 * cent and the allowance is their sum, so that the printed rows add up to the posted amount.
 */
import {
  type Decimal,
  formatDecimal,
  formatRatio,
  fromInteger,
  multiplyDecimals,
  multiplyRatio,
} from '#kernel/decimal.ts';
import { type Money, divideHalfUp, minus, sum } from '#kernel/money.ts';
import { type Figure, percentOf, quotient } from './figure.ts';

export type LossBucket = { readonly balance: Money; readonly lossRatePct: Decimal };

export type Allowance = {
  /** The loss of each bucket, in the order given. */
  readonly byBucket: readonly Money[];
  readonly allowance: Money;
  /** What must be booked now; below zero it is a release. */
  readonly provision: Money;
};

/** Loss rates carry four decimals: a hundredth of a percent moves real money. */
const rateDecimals = 4;

/**
 * The loss rate of each bucket in percent, from the rate at which each rolls into the next
 * (0.35 is 35 %), the last one into write-off.
 */
export function rollRateLossRates(rollsForward: readonly Decimal[]): string[] {
  const products = rollsForward.map((_, from) =>
    rollsForward.slice(from).reduce(multiplyDecimals, fromInteger(100)),
  );
  return products.map((product) => formatDecimal(product, rateDecimals));
}

/**
 * The allowance for all buckets, each loss adjusted for what is expected to come (1.10 is a
 * tenth worse), and the provision over what stands in the books (negative: a debit balance).
 */
export function allowanceFor(
  buckets: readonly LossBucket[],
  forwardAdjustment: Decimal,
  before: Money,
): Allowance {
  const byBucket = buckets.map(({ balance, lossRatePct }) =>
    lossOf(balance, multiplyDecimals(lossRatePct, forwardAdjustment)),
  );
  const allowance = sum(byBucket, before.currency);
  return { byBucket, allowance, provision: minus(allowance, before) };
}

/** Write-offs over the credit sales they came from, in percent with four decimals. */
export function historicalLossRate(creditSales: Money, writeOffs: Money): Figure {
  const rate = quotient(writeOffs, creditSales);
  return rate ? formatRatio(multiplyRatio(rate, fromInteger(100)), rateDecimals) : null;
}

/** Write-offs less recoveries as a percentage of credit sales. */
export function netWriteOffRate(writeOffs: Money, recoveries: Money, creditSales: Money): Figure {
  return percentOf(minus(writeOffs, recoveries), creditSales);
}

function lossOf(balance: Money, pct: Decimal): Money {
  const minor = divideHalfUp(balance.minor * pct.units, 100n * 10n ** BigInt(pct.scale));
  return { minor, currency: balance.currency };
}
