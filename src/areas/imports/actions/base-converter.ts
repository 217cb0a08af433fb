/**
 * Booked base amounts for an import: a rate that the file states becomes a fact of the rate
 * table, and every amount is taken at the table's rate of its day.
 */
import { type Decimal, decimal, formatDecimal } from '#kernel/decimal.ts';
import { type Currency, money } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import { type RateBook, insertRate, rateDecimals, ratesInto } from '#areas/ledger/index.ts';
import { inBase } from '#areas/ledger/rules/base-amount.ts';
import type { Company } from '#areas/team/index.ts';
import type { Incoming } from '../rules/incoming.ts';
import type { BenchInput } from '../rules/posting-bench.ts';

/** The answer is undefined for a currency of which no rate is known about that day. */
export async function baseConverter(
  context: Context,
  company: Company,
  incoming: Incoming,
): Promise<BenchInput['base']> {
  const to = company.baseCurrency;
  const foreign = new Set<Currency>();
  for (const { currency } of [...incoming.documents, ...incoming.payments]) {
    if (currency !== to) foreign.add(currency);
  }
  if (foreign.size === 0) return (_accountId, _currency, amount) => amount;
  await keepStatedRates(context, to, incoming, await ratesInto(context.tx, to, [...foreign]));
  const rates = await ratesInto(context.tx, to, [...foreign]);
  return (_accountId, code, amount, on) => {
    if (code === to) return amount;
    const rate = rates.on(code, on);
    return rate && inBase(money(amount, code), rate, to).minor;
  };
}

/** A rate that the table gives already is not kept again, so that a file changes nothing twice. */
async function keepStatedRates(
  context: Context,
  to: Currency,
  incoming: Incoming,
  known: RateBook,
): Promise<void> {
  const kept = new Set<string>();
  for (const { currency: from, exchangeRate, issuedOn, origin } of incoming.documents) {
    const key = `${from} ${issuedOn}`;
    if (from === to || exchangeRate === null || kept.has(key)) continue;
    kept.add(key);
    const rate = decimal(exchangeRate);
    const standing = known.on(from, issuedOn);
    if (standing && sameRate(standing, rate)) continue;
    const given = { from, to, effectiveOn: issuedOn, rate, source: origin.file };
    await insertRate(context.tx, given, context.at);
  }
}

function sameRate(one: Decimal, other: Decimal): boolean {
  return formatDecimal(one, rateDecimals) === formatDecimal(other, rateDecimals);
}
