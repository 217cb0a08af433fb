/**
 * An allowance put together: the buckets of the pool, their loss rates, what is reserved singly.
 *
 *   aging schedule   stated loss rates by bucket
 *   roll rate        Σ of the later bucket ÷ Σ of the earlier one over the months looked at, the
 *                    last roll into write-off stated; a roll never counts as more than the whole
 *
 * Customers that do not share the pool's risk are taken out of it and reserved by themselves
 * (ASC 326-20). The arithmetic of loss rates and provision is that of credit-losses.ts.
 */
import {
  type Decimal,
  decimal,
  formatDecimal,
  formatRatio,
  fromInteger,
  ratio,
} from '#kernel/decimal.ts';
import { type Money, minus, plus, sum, zero } from '#kernel/money.ts';
import { allowanceFor, rollRateLossRates } from './credit-losses.ts';

export const allowanceMethods = ['aging_schedule', 'roll_rate'] as const;
export type AllowanceMethod = (typeof allowanceMethods)[number];

/** The pool's buckets, as the table of rules §5.4 has them. */
export const poolBuckets = ['not_due', '1-30', '31-60', '61-90', '91+'] as const;

/** Sums over the months looked at: of a bucket, and of the next one a month later. */
export type Rolled = { readonly before: Money; readonly after: Money };

export type AllowanceWish = {
  readonly balances: readonly Money[];
  /** In percent, by bucket. */
  readonly lossRates: readonly Decimal[];
  readonly forwardAdjustment: Decimal;
  readonly before: Money;
  readonly singly: readonly { readonly reserve: Money }[];
};

export type AllowanceMade = {
  readonly byBucket: readonly Money[];
  readonly pooled: Money;
  readonly singly: Money;
  readonly allowance: Money;
  readonly provision: Money;
};

export function makeAllowance(wish: AllowanceWish): AllowanceMade {
  const { before } = wish;
  const buckets = wish.balances.map((balance, index) => ({
    balance,
    lossRatePct: wish.lossRates[index] ?? fromInteger(0),
  }));
  const pool = allowanceFor(buckets, wish.forwardAdjustment, zero(before.currency));
  const singly = sum(
    wish.singly.map(({ reserve }) => reserve),
    before.currency,
  );
  const allowance = plus(pool.allowance, singly);
  return {
    byBucket: pool.byBucket,
    pooled: pool.allowance,
    singly,
    allowance,
    provision: minus(allowance, before),
  };
}

const rollDecimals = 4;

/** The share of a bucket that rolled on; at most the whole of it, nothing where it was empty. */
export function rollOf({ before, after }: Rolled): string {
  if (before.minor <= 0n || after.minor <= 0n) return '0.0000';
  if (after.minor >= before.minor) return '1.0000';
  const share = ratio(fromInteger(after.minor), fromInteger(before.minor));
  return share ? formatRatio(share, rollDecimals) : '0.0000';
}

/** Loss rates in percent from the rolls between the buckets and the last one into write-off. */
export function lossRatesOf(rolls: readonly string[]): string[] {
  return rollRateLossRates(rolls.map(decimal));
}

/** A percentage as stated, with the decimals of a loss rate. */
export function statedRate(rate: Decimal): string {
  return formatDecimal(rate, rollDecimals);
}
