/**
 * Records an exchange rate of a day. A later one for the same day replaces it for what is
 * posted from then on; what was booked stays booked.
 */
import type { Day } from '#kernel/day.ts';
import { type Decimal, formatDecimal } from '#kernel/decimal.ts';
import type { Currency } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { insertRate, rateDecimals } from '../store/rates.ts';

export type RecordRate = {
  readonly from: Currency;
  readonly to: Currency;
  readonly effectiveOn: Day;
  /** So many units of `to` for one of `from`, at most eight decimals. */
  readonly rate: Decimal;
  /** Who publishes it. */
  readonly source: string;
};

export type RecordRateRefusal =
  | 'ledger.rate_not_positive'
  | 'ledger.rate_too_exact'
  | 'ledger.same_currency';

export async function recordRate(
  context: Context,
  given: RecordRate,
): Promise<Outcome<null, RecordRateRefusal>> {
  if (given.rate.units <= 0n) return refuse('ledger.rate_not_positive');
  if (given.rate.scale > rateDecimals) {
    return refuse('ledger.rate_too_exact', { decimals: rateDecimals });
  }
  if (given.from === given.to) return refuse('ledger.same_currency', { currency: given.from });
  await insertRate(context.tx, given, context.at);
  const { from, to, effectiveOn } = given;
  const rate = formatDecimal(given.rate, given.rate.scale);
  context.did({ what: 'rate', facts: { from, to, effectiveOn, rate } });
  return accept(null);
}
