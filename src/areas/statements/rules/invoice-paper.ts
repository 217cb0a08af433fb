/**
 * What a person should look at before an invoice is mailed: what its customer would send back.
 *
 * The way out is the account's own, as a statement's is (rules/paper.ts). What is found here is
 * about the invoice itself, from what was billed before; nothing here changes the invoice.
 */
import { type Day, daysBetween } from '#kernel/day.ts';
import type { Currency } from '#kernel/money.ts';
import { type PaperFacts, type Problem, type Way, isNewAddress, ownWay } from './paper.ts';

/** Another document of the account, as far as it says whether this one is odd. */
export type Billed = {
  readonly gross: bigint;
  readonly currency: Currency;
  readonly order: string | null;
  readonly issuedOn: Day;
};

export type InvoiceFacts = Omit<PaperFacts, 'balances'> & {
  readonly kind: 'invoice' | 'debit_memo' | 'credit_memo';
  readonly invoice: Billed;
  readonly dueOn: Day | null;
  /** Whether anything of it is still open. */
  readonly open: boolean;
  /** There is a file that can go out: the original, or what the book writes. */
  readonly written: boolean;
  /** The customer's other invoices of the year before it; never memos. */
  readonly others: readonly Billed[];
  readonly today: Day;
};

/** From so many invoices on, what they have in common is a habit. */
const habit = 3;
/** Within so many days the same bill again is one bill too many. */
const twiceDays = 30;

/** How the invoice goes out and everything that a person should know before it does. */
export function invoiceWay(facts: InvoiceFacts): Way {
  const { channel, problem } = ownWay(facts);
  const way = facts.written ? channel : null;
  const seen: (Problem | false)[] = [
    problem ?? false,
    !facts.written && 'not_written',
    isNewAddress(facts, way) && 'new_address',
    way === 'email' && facts.contact?.language !== facts.language && 'language_unsure',
    ...(facts.kind === 'invoice' ? oddBill(facts) : []),
  ];
  return { channel: way, problems: seen.filter((each) => each !== false) };
}

function oddBill({ invoice, dueOn, open, others, today }: InvoiceFacts): (Problem | false)[] {
  const alike = others.filter(({ currency }) => currency === invoice.currency);
  const largest = alike.reduce((most, { gross }) => (gross > most ? gross : most), 0n);
  return [
    !open && 'nothing_open',
    alike.some((other) => isTwice(invoice, other)) && 'billed_twice',
    invoice.order === null &&
      others.length >= habit &&
      others.every(({ order }) => order !== null) &&
      'no_order_number',
    alike.length >= habit && invoice.gross > 2n * largest && 'much_larger',
    dueOn !== null && dueOn < today && 'due_already',
  ];
}

/** The same amount for the same order; without one, on the very same day. */
function isTwice(invoice: Billed, other: Billed): boolean {
  if (invoice.gross !== other.gross || invoice.order !== other.order) return false;
  const apart = Math.abs(daysBetween(other.issuedOn, invoice.issuedOn));
  return invoice.order === null ? apart === 0 : apart <= twiceDays;
}
