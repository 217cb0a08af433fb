/**
 * Which line of the bank is which payment of a refund: by the check's number, the ACH trace or the
 * end-to-end id, to the cent, and never by the amount alone.
 *
 * A check that was paid with another amount is not cashed in our sense: it may have been altered,
 * and a person asks the bank within its time.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Money } from '#kernel/money.ts';
import type { PayMethod } from './refund.ts';

export type OutgoingLine = {
  readonly lineId: Id;
  readonly on: Day;
  /** What left the account, above zero. */
  readonly amount: Money;
  readonly checkNumber: string;
  /** Everything else that the bank says of it. */
  readonly said: readonly string[];
};

export type OpenPayment = {
  readonly accountId: Id;
  readonly refundId: Id;
  readonly paymentId: Id;
  readonly method: PayMethod;
  readonly number: string;
  readonly amount: Money;
  readonly issuedOn: Day;
};

export type Seen<P> = { readonly payment: P; readonly line: OutgoingLine };

export function cashedBy<P extends OpenPayment>(
  payments: readonly P[],
  lines: readonly OutgoingLine[],
): { cleared: Seen<P>[]; differs: Seen<P>[] } {
  const cleared: Seen<P>[] = [];
  const differs: Seen<P>[] = [];
  const left = new Set(lines);
  for (const payment of payments) {
    const named = [...left].filter((line) => names(line, payment));
    const line = named.find((each) => isSame(each.amount, payment.amount));
    const other = line ?? named.find(() => payment.method === 'check');
    if (!other) continue;
    left.delete(other);
    (line ? cleared : differs).push({ payment, line: other });
  }
  return { cleared, differs };
}

function names(line: OutgoingLine, { method, number, issuedOn }: OpenPayment): boolean {
  if (line.on < issuedOn) return false;
  if (method === 'check') return line.checkNumber !== '' && bare(line.checkNumber) === bare(number);
  // A trace is fifteen digits, an end-to-end id longer still: neither stands in a text by chance.
  return method !== 'card' && line.said.some((text) => text.includes(number));
}

function isSame(a: Money, b: Money): boolean {
  return a.minor === b.minor && a.currency === b.currency;
}

function bare(number: string): string {
  return number.trim().replace(/^0+/u, '');
}
