/**
 * Whether a list of documents writes its credit memos without a sign.
 *
 * When a single one is negative the source signs its credits, and a positive one is odd;
 * when all are positive the word `credit memo` is the sign. Decided over the whole file.
 */
import { type Row } from '#formats/table.ts';
import { bareAmount, isNoAmount } from '#formats/values/amounts.ts';
import { documentKindOf } from './document-kind.ts';
import { type Field } from './kinds.ts';

/** Are there credits, and none of them negative? */
export function writesCreditsUnsigned(
  rows: readonly Row[],
  columnOf: ReadonlyMap<Field, number>,
): boolean {
  const kindAt = columnOf.get('documentKind');
  const amountAt = columnOf.get('original') ?? columnOf.get('open');
  if (kindAt === undefined || amountAt === undefined) return false;
  const isCredit = creditWords();
  let positive = false;
  for (const { cells } of rows) {
    const amount = cells[amountAt] ?? '';
    if (!isCredit(cells[kindAt] ?? '') || isNoAmount(amount)) continue;
    if (bareAmount(amount)?.negative === true) return false;
    positive = true;
  }
  return positive;
}

/** A test that looks every different word up once. */
function creditWords(): (word: string) => boolean {
  const known = new Map<string, boolean>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const kind = documentKindOf(word);
    const credit = kind === 'credit_memo' || kind === 'receipt';
    known.set(word, credit);
    return credit;
  };
}
