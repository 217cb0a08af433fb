/** The shape of an aging for people and programs: labels, overdue, totals. Pure arithmetic. */
import { type Currency, formatMoney, money } from '#kernel/money.ts';

/** What stands in the buckets after the due day; in a set without an edge at 0, what is above. */
export function overdueOf(buckets: readonly bigint[], edges: readonly number[]): bigint {
  return buckets.reduce((sum, amount, index) => {
    const from = index === 0 ? undefined : edges[index - 1];
    return from !== undefined && from >= 0 ? sum + amount : sum;
  }, 0n);
}

/** Decimal strings of minor units in a currency. */
export function texts(amounts: readonly bigint[], code: Currency): string[] {
  return amounts.map((amount) => formatMoney(money(amount, code)));
}
