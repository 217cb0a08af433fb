/**
 * May this file go to the bank? What the Nacha rules forbid, before a cent of it moves.
 *
 * A refusal names the batch and the entry; the first that is wrong stops the file, for a
 * file goes out whole.
 */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { isRoutingNumber } from '../micr/routing.ts';
import { isCredit, isPrenote } from './entry-columns.ts';
import { type AchBatch, type AchEntry, type AchFile } from './model.ts';

export type AchRefusal =
  | 'ach.empty'
  | 'ach.routing_number_wrong'
  | 'ach.transaction_code_wrong'
  | 'ach.amount_wrong'
  | 'ach.over_same_day_limit'
  | 'ach.addenda_wrong'
  | 'ach.trace_wrong'
  | 'ach.does_not_fit'
  | 'ach.total_too_large';

/** The most that one payment may move on the day it is sent (Nacha rules, since March 2022). */
export const sameDayLimitCents = 100_000_000n;
/** Ten digits of an entry, twelve of a total. */
const mostOfEntry = 9_999_999_999n;
const mostOfTotal = 999_999_999_999n;

/** How many addenda an entry of each class may carry. */
const mostAddenda = { PPD: 1, CCD: 1, CTX: 9999, WEB: 1, TEL: 0 } as const;

/** Accepts a file that may be written, or refuses it by the first thing that is wrong. */
export function judgeAch(file: AchFile): Outcome<AchFile, AchRefusal> {
  if (file.batches.length === 0) return refuse('ach.empty');
  if (!isRoutingNumber(file.destination)) {
    return refuse('ach.routing_number_wrong', { routing: file.destination });
  }
  const head = tooWide({
    origin: [file.origin, 10],
    modifier: [file.modifier, 1],
    reference: [file.reference, 8],
    time: [file.createdAt, 4],
  });
  if (head) return refuse('ach.does_not_fit', head);
  for (const batch of file.batches) {
    const judged = judgeBatch(batch, batch.effectiveOn <= file.createdOn);
    if (!judged.ok) return judged;
  }
  return judgeTotals(file);
}

function judgeBatch(batch: AchBatch, sameDay: boolean): Outcome<AchBatch, AchRefusal> {
  const { number, entries, bank } = batch;
  if (entries.length === 0) return refuse('ach.empty', { batch: number });
  const wide = tooWide({
    companyId: [batch.companyId, 10],
    description: [batch.description, 10],
    date: [batch.descriptiveDate, 6],
  });
  if (wide) return refuse('ach.does_not_fit', { ...wide, batch: number });
  let last = '';
  for (const entry of entries) {
    const wrong = wrongIn(entry, batch, sameDay);
    if (wrong) return refuse(wrong.refusal, { ...wrong.facts, batch: number, trace: entry.trace });
    if (!entry.trace.startsWith(bank) || entry.trace <= last) {
      return refuse('ach.trace_wrong', { batch: number, trace: entry.trace });
    }
    last = entry.trace;
  }
  return accept(batch);
}

type Wrong = { readonly refusal: AchRefusal; readonly facts: Readonly<Record<string, string>> };

function wrongIn(entry: AchEntry, batch: AchBatch, sameDay: boolean): Wrong | undefined {
  const { transactionCode, routing, amount, account, addenda, trace } = entry;
  if (!/^[23][23478]$/u.test(transactionCode)) {
    return { refusal: 'ach.transaction_code_wrong', facts: { transactionCode } };
  }
  if (!isRoutingNumber(routing)) return { refusal: 'ach.routing_number_wrong', facts: { routing } };
  const wide = tooWide({
    account: [account, 17],
    id: [entry.id, 15],
    discretionary: [entry.discretionary, 2],
  });
  if (wide || account.trim() === '') {
    return { refusal: 'ach.does_not_fit', facts: wide ?? { what: 'account' } };
  }
  if (!/^\d{15}$/u.test(trace)) return { refusal: 'ach.trace_wrong', facts: {} };
  if (wrongAmount(entry)) return { refusal: 'ach.amount_wrong', facts: { cents: String(amount) } };
  if (sameDay && amount > sameDayLimitCents) {
    return { refusal: 'ach.over_same_day_limit', facts: { cents: String(amount) } };
  }
  if (addenda.length > mostAddenda[batch.sec] || addenda.some((piece) => piece.length > 80)) {
    return { refusal: 'ach.addenda_wrong', facts: { class: batch.sec } };
  }
  return undefined;
}

/** Prenotes move nothing; nothing else may; `24` tells a remittance without money. */
function wrongAmount({ transactionCode, amount }: AchEntry): boolean {
  if (isPrenote(transactionCode) || /^[23]4$/u.test(transactionCode)) return amount !== 0n;
  return amount <= 0n || amount > mostOfEntry;
}

function judgeTotals(file: AchFile): Outcome<AchFile, AchRefusal> {
  const entries = file.batches.flatMap(({ entries: some, sec }) =>
    some.map((entry) => ({ ...entry, credit: isCredit(entry.transactionCode, sec) })),
  );
  const sumOf = (credit: boolean): bigint =>
    entries.reduce((sum, entry) => (entry.credit === credit ? sum + entry.amount : sum), 0n);
  const most = [sumOf(true), sumOf(false)].find((sum) => sum > mostOfTotal);
  return most === undefined ? accept(file) : refuse('ach.total_too_large', { cents: String(most) });
}

/** The first text that its column cannot hold; names are cut, numbers never. */
function tooWide(
  texts: Readonly<Record<string, readonly [text: string, width: number]>>,
): { what: string; most: string } | undefined {
  const found = Object.entries(texts).find(([, [text, width]]) => {
    return text.length > width || !/^[\u0020-\u007E]*$/u.test(text);
  });
  return found && { what: found[0], most: String(found[1][1]) };
}
