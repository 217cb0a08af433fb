/**
 * Control totals of what was read, by currency, to be compared with what the source says
 * and with what the ledger holds afterwards.
 *
 * Debits are what customers owe more, credits what they owe less. An application moves
 * nothing between the two: its positive amounts are told as credits, its reversals as debits.
 */
import { type Currency, type Money } from '#kernel/money.ts';
import { isDeskKind } from './desk-kinds.ts';
import { type Kind } from './kinds.ts';
import { type RecordOf } from './records.ts';

export type FileTotal = {
  readonly currency: Currency;
  readonly rows: number;
  /** Minor units, not negative. */
  readonly debits: bigint;
  readonly credits: bigint;
};

/** The totals of a file's records, sorted by currency; none for customers and terms. */
export function totalsOf<K extends Kind>(kind: K, records: readonly RecordOf<K>[]): FileTotal[] {
  if (kind === 'customers' || kind === 'terms') return [];
  if (isDeskKind(kind) && kind !== 'promises') return [];
  const sums = new Map<Currency, { rows: number; debits: bigint; credits: bigint }>();
  const owes = kind === 'items' || kind === 'orders' || kind === 'promises';
  for (const record of records) {
    const amount = amountIn(record);
    if (amount === undefined) continue;
    const sum = sums.get(amount.currency) ?? { rows: 0, debits: 0n, credits: 0n };
    sums.set(amount.currency, sum);
    sum.rows += 1;
    const size = amount.minor < 0n ? -amount.minor : amount.minor;
    if (amount.minor > 0n === owes) sum.debits += size;
    else sum.credits += size;
  }
  return [...sums]
    .map(([currency, sum]) => ({ currency, ...sum }))
    .toSorted((a, b) => (a.currency < b.currency ? -1 : 1));
}

function amountIn(record: object): Money | undefined {
  // Every kind with totals has its money under this name.
  return (record as { readonly amount?: Money }).amount;
}
