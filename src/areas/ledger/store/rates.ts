/** Exchange rates: dated facts; the latest day counts, and for one day what was recorded last. */
import { type Day, day, plusDays } from '#kernel/day.ts';
import { type Decimal, decimal, formatDecimal, fromInteger } from '#kernel/decimal.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Currency, Money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Queries, Tx } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { inBase } from '../rules/base-amount.ts';

/** A rate older than a month and a weekend is no rate of the day. */
const oldestDays = 35;

/** Decimals of a rate in the table. */
export const rateDecimals = 8;

export type RateRefusal = 'ledger.no_rate';

/** So many units of `to` for one of `from` on a day; refused, naming the pair and the day. */
export async function rateOn(
  db: Queries,
  from: Currency,
  to: Currency,
  on: Day,
): Promise<Outcome<Decimal, RateRefusal>> {
  if (from === to) return accept(fromInteger(1));
  const row = await db.maybe(sql<{ rate: string }>`
    select rate
      from ledger.exchange_rate
     where from_currency = ${from}
       and to_currency   = ${to}
       and effective_on between ${plusDays(on, -oldestDays)} and ${on}
     order by effective_on desc, recorded_at desc
     limit 1`);
  return row ? accept(decimal(row.rate)) : refuse('ledger.no_rate', { from, to, day: on });
}

/** An amount in minor units of the company's base currency, at the rate of a day. */
export async function bookedBase(
  db: Queries,
  amount: Money,
  base: Currency,
  on: Day,
): Promise<Outcome<bigint, RateRefusal>> {
  const rate = await rateOn(db, amount.currency, base, on);
  return rate.ok ? accept(inBase(amount, rate.value, base).minor) : rate;
}

export type NewRate = {
  readonly from: Currency;
  readonly to: Currency;
  readonly effectiveOn: Day;
  readonly rate: Decimal;
  readonly source: string;
};

export async function insertRate(tx: Tx, given: NewRate, at: Instant): Promise<void> {
  await tx.run(sql`
    insert into ledger.exchange_rate (from_currency, to_currency, effective_on, recorded_at, rate,
                                      source)
    values (${given.from}, ${given.to}, ${given.effectiveOn}, ${at},
            ${formatDecimal(given.rate, rateDecimals)}, ${given.source})`);
}

/** All rates of some currencies into one, in memory: for a file of many rows and days. */
export type RateBook = { on(from: Currency, day: Day): Decimal | undefined };

export async function ratesInto(
  db: Queries,
  to: Currency,
  from: readonly Currency[],
): Promise<RateBook> {
  const rows = await db.all(sql<{ from_currency: string; effective_on: string; rate: string }>`
    select distinct on (from_currency, effective_on) from_currency, effective_on, rate
      from ledger.exchange_rate
     where to_currency   = ${to}
       and from_currency = any(${from})
     order by from_currency, effective_on, recorded_at desc`);
  const days = new Map<string, { on: Day; rate: Decimal }[]>();
  for (const row of rows) {
    const list = days.get(row.from_currency) ?? [];
    list.push({ on: day(row.effective_on), rate: decimal(row.rate) });
    days.set(row.from_currency, list);
  }
  return {
    on(code, wanted) {
      const found = days.get(code)?.findLast(({ on }) => on <= wanted);
      return found && found.on >= plusDays(wanted, -oldestDays) ? found.rate : undefined;
    },
  };
}
