/**
 * A receipt that came back: not sufficient funds, an ACH return, a chargeback. It reverses an
 * earlier receipt, which the trace, the check number or else the amount and the payer name.
 *
 * One receipt is returned once: an earlier return takes its receipt off the list.
 */
import { type Book } from './book.ts';
import { type PayerMemory, lettersOf } from './memory.ts';
import { type EarlierReceipt, type ReceiptToDecide, type Reason } from './model.ts';
import { samePayer } from './paid-before.ts';
import { type MatchingPolicy } from './policy.ts';

export type ReturnFinding = {
  /** Best first. */
  readonly receiptIds: readonly string[];
  readonly marks: readonly string[];
  readonly reasons: readonly Reason[];
};

const returnWord = 'RETURN|RETURNED|NSF|CHARGE ?BACK|REVERSAL|STOP PAY|DEVUELTO|DEVOLUCION|RECHAZ';
const returnWords = new RegExp(String.raw`\b(?:${returnWord}|R\d{2}\b)`, 'iu');

/** Is it a return? A charge that names one, or a charge that mirrors an earlier receipt. */
export function looksLikeReturn(receipt: ReceiptToDecide, book: Book): boolean {
  if (receipt.amountMinor >= 0n) return false;
  return returnWords.test(receipt.text) || mirrored(receipt, book).length > 0;
}

export function returnOf(receipt: ReceiptToDecide, book: Book): ReturnFinding {
  const mirrors = mirrored(receipt, book);
  const traced = mirrors.filter((one) => cited(receipt.text, one.receipt.bankReference));
  if (traced.length > 0) return finding(traced, 'return_trace');
  const checks = mirrors.filter(
    ({ receipt: { checkNumber } }) =>
      checkNumber !== '' &&
      (receipt.checkNumber === checkNumber || cited(receipt.text, checkNumber)),
  );
  if (checks.length > 0) return finding(checks, 'return_check');
  const left = mirrors.filter((one) => !isOtherCheck(one.receipt, receipt));
  const payer = left.filter((one) => samePayer(one.receipt, receipt));
  return finding(payer.length > 0 ? payer : left, 'return_payer', payer.length > 0);
}

/** Both bear a number of a check, and not the same: the bank took another one back. */
function isOtherCheck(one: ReceiptToDecide, other: ReceiptToDecide): boolean {
  const [a, b] = [one.checkNumber, other.checkNumber].map((text) => text.replace(/^0+/u, ''));
  return a !== '' && b !== '' && a !== b;
}

function finding(
  found: readonly EarlierReceipt[],
  kind: 'return_trace' | 'return_check' | 'return_payer',
  known = true,
): ReturnFinding {
  const newest = found.toReversed();
  const [best] = newest;
  const count = found.length === 0 ? 'none' : found.length === 1 ? 'one' : 'several';
  return {
    receiptIds: newest.map(({ id }) => id),
    marks: [`return:${kind}`, `returns:${count}`, `return_payer:${known ? 'known' : 'other'}`],
    reasons: best ? [{ kind, facts: { receipt: best.id, on: best.receipt.valueOn } }] : [],
  };
}

/** Earlier receipts of the amount that were not returned before. */
function mirrored(receipt: ReceiptToDecide, book: Book): EarlierReceipt[] {
  const returned = new Set(
    (book.earlierByAmount.get(receipt.amountMinor) ?? []).map(({ reverses }) => reverses),
  );
  return (book.earlierByAmount.get(-receipt.amountMinor) ?? []).filter(
    ({ id, receipt: { currency } }) => currency === receipt.currency && !returned.has(id),
  );
}

/** Does the text name this number, whole? */
export function cited(text: string, number: string): boolean {
  return number.length >= 3 && new RegExp(`(?<!\\d)0*${escaped(number)}(?!\\d)`, 'u').test(text);
}

function escaped(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9]/gu, String.raw`\$&`);
}

/** The words by which policy or memory knows interest, fees and sweeps; null without them. */
export function notReceivables(
  receipt: ReceiptToDecide,
  policy: MatchingPolicy,
  memory: PayerMemory,
): string | null {
  const letters = lettersOf(receipt.text);
  if (letters !== '' && memory.notReceivables.has(letters)) return receipt.text;
  if (receipt.payerName !== '' || receipt.payerAccount !== '') return null;
  const said = receipt.text.toUpperCase();
  return policy.notReceivables.find((word) => said.includes(word)) ?? null;
}
