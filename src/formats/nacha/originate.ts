/**
 * Orders to the bank made into batches: which transaction code, which trace, which words.
 *
 *   debit a customer · refund one · prenote an account · reverse a batch that went wrong
 */
import { type Day } from '#kernel/day.ts';
import { type Money, formatMoney } from '#kernel/money.ts';
import { type AchBatch, type AchEntry, type SentClass } from './model.ts';

export type AchOrder = {
  readonly kind: 'debit' | 'credit';
  readonly of: 'checking' | 'savings';
  /** Without money, to learn whether the account exists. */
  readonly prenote?: boolean;
  readonly routing: string;
  readonly account: string;
  readonly cents: bigint;
  readonly id: string;
  readonly name: string;
  /** `S` or `R` in WEB and TEL; empty otherwise. */
  readonly paymentType?: string;
  readonly addenda?: readonly string[];
};

/** What all entries of a batch share; `firstTrace` counts on within our bank's number. */
export type AchSender = Omit<AchBatch, 'entries' | 'discretionary' | 'descriptiveDate'> & {
  readonly firstTrace: number;
};

/** A batch of orders, each with a trace of its own, in their order. */
export function batchOfOrders(sender: AchSender, orders: readonly AchOrder[]): AchBatch {
  const { firstTrace, ...shared } = sender;
  return {
    ...shared,
    discretionary: '',
    descriptiveDate: '',
    entries: orders.map((order, index) => entryOf(order, sender.bank, firstTrace + index)),
  };
}

function entryOf(order: AchOrder, bank: string, sequence: number): AchEntry {
  return {
    transactionCode: codeOf(order),
    routing: order.routing,
    account: order.account,
    amount: order.prenote ? 0n : order.cents,
    id: order.id,
    name: order.name,
    discretionary: order.paymentType ?? '',
    trace: traceOf(bank, sequence),
    addenda: order.addenda ?? [],
  };
}

/** 2x checking, 3x savings; 2 credit, 7 debit; one more for a prenote. */
function codeOf({ kind, of, prenote }: AchOrder): string {
  const last = (kind === 'credit' ? 2 : 7) + (prenote ? 1 : 0);
  return `${of === 'checking' ? 2 : 3}${last}`;
}

/** Eight digits of the bank and seven that count. */
function traceOf(bank: string, sequence: number): string {
  return `${bank}${String(sequence).padStart(7, '0')}`;
}

/**
 * The batch taken back: every payment in the other direction, for the same amount, under the
 * word that the rules prescribe. It must reach the accounts within five banking days.
 */
export function reversalOf(
  batch: AchBatch,
  as: { readonly number: number; readonly effectiveOn: Day; readonly firstTrace: number },
): AchBatch {
  const entries = batch.entries.filter(({ amount }) => amount > 0n);
  return {
    ...batch,
    number: as.number,
    effectiveOn: as.effectiveOn,
    sec: reversedClass(batch.sec),
    description: 'REVERSAL',
    // The day of what is reversed, so that the receiver finds it.
    descriptiveDate: batch.effectiveOn.replaceAll('-', '').slice(2),
    entries: entries.map((entry, index) => ({
      ...entry,
      transactionCode: opposite(entry.transactionCode),
      trace: traceOf(batch.bank, as.firstTrace + index),
      discretionary: '',
      addenda: [],
    })),
  };
}

/** A customer's consent by phone or web is to be debited; money goes back as to a person. */
function reversedClass(sec: SentClass): SentClass {
  return sec === 'WEB' || sec === 'TEL' ? 'PPD' : sec;
}

function opposite(code: string): string {
  return `${code.slice(0, 1)}${code.endsWith('7') ? '2' : '7'}`;
}

/** A debit that came back for want of money, sent again: the word that the rules prescribe. */
export function retryOf(
  batch: AchBatch,
  as: { readonly number: number; readonly effectiveOn: Day; readonly firstTrace: number },
): AchBatch {
  return {
    ...batch,
    number: as.number,
    effectiveOn: as.effectiveOn,
    description: 'RETRY PYMT',
    entries: batch.entries.map((entry, index) => ({
      ...entry,
      trace: traceOf(batch.bank, as.firstTrace + index),
    })),
  };
}

/** Text of any length in the pieces of 80 characters that addenda hold; nothing is trimmed. */
export function addendaOf(text: string): string[] {
  return Array.from({ length: Math.ceil(text.length / 80) }, (_, at) =>
    text.slice(at * 80, (at + 1) * 80),
  );
}

/** The one segment that tells a CCD+ receiver which document is paid. */
export function documentAddenda(reference: string, paid: Money, gross = paid): string {
  const amounts = gross.minor === paid.minor ? '' : `*${formatMoney(gross)}`;
  return `RMR*IV*${reference}**${formatMoney(paid)}${amounts}\\`;
}
