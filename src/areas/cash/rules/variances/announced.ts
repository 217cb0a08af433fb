/**
 * Payments that a payer announced and the bank never brought.
 *
 * An advice is looked for as long as it names an open item: once its invoices are paid, however
 * that came about, nobody has to ask where the money is.
 */
import { type Day, plusDays } from '#kernel/day.ts';
import { mostDaysApart } from '../receipts/remittance.ts';
import { type CitedIndex, citedIn, indexByNumber, wordsSaid } from './cited.ts';
import type { OpenDebit, Variance } from './variance.ts';

/** An advice that explains no payment. */
export type Announced = {
  readonly payer: string;
  /** The payer's own number of the payment; '' when the advice bears none. */
  readonly reference: string;
  readonly currency: string;
  readonly amountMinor: bigint;
  /** The day of the payment, or the day on which the advice came when it names none. */
  readonly on: Day;
  /** The documents that it pays, as it writes them. */
  readonly said: readonly string[];
};

/** Advices, the oldest first, whose money could have come by now; of a repeated one the last. */
export function announcedOf(
  advices: readonly Announced[],
  debits: readonly OpenDebit[],
  today: Day,
): Variance[] {
  const index = indexByNumber(debits);
  const found = advices
    .filter(({ on }) => plusDays(on, mostDaysApart) < today)
    .flatMap((advice) => varianceOf(advice, index));
  const last = new Map(
    found.map((each) => [[each.accountId, each.payer, each.document, each.other].join(' '), each]),
  );
  return [...last.values()];
}

function varianceOf(advice: Announced, index: CitedIndex): Variance[] {
  const { payer, reference, currency, amountMinor, on, said } = advice;
  const named = citedIn(wordsSaid(said), index).filter((debit) => debit.currency === currency);
  const [first] = named;
  if (!first) return [];
  const one = named.every(({ accountId }) => accountId === first.accountId);
  return [
    {
      cause: 'announced',
      accountId: one ? first.accountId : null,
      receiptId: null,
      currency,
      amountMinor,
      on,
      payer,
      document: first.number,
      other: reference,
      fix: null,
    },
  ];
}
