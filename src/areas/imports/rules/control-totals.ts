/**
 * Control totals: what went in, by currency, to be compared with what the source says.
 *
 * Debits are what customers owe more, credits what they owe less; an application moves
 * nothing between the two and is counted in rows only.
 */
import { type Currency, formatMoney, money } from '#kernel/money.ts';

export type ControlTotal = {
  readonly currency: Currency;
  readonly rows: number;
  readonly debits: bigint;
  readonly credits: bigint;
};

/** Totals of the same currency added up, by currency. */
export function addUp(totals: readonly ControlTotal[]): ControlTotal[] {
  const sums = new Map<Currency, ControlTotal>();
  for (const total of totals) {
    const sum = sums.get(total.currency);
    sums.set(total.currency, {
      currency: total.currency,
      rows: total.rows + (sum?.rows ?? 0),
      debits: total.debits + (sum?.debits ?? 0n),
      credits: total.credits + (sum?.credits ?? 0n),
    });
  }
  return [...sums.values()].toSorted((a, b) => a.currency.localeCompare(b.currency));
}

/** As it goes over the wire. */
export function wireTotal(total: ControlTotal): {
  currency: string;
  rows: number;
  debits: string;
  credits: string;
} {
  return {
    currency: total.currency,
    rows: total.rows,
    debits: formatMoney(money(total.debits, total.currency)),
    credits: formatMoney(money(total.credits, total.currency)),
  };
}
