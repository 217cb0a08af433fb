/**
 * What a book of record is told of our cash: one line a receipt, an application, a discount, a
 * write-off, a refund, a credit memo that pays or moves, or the taking back of one. Each line
 * carries a key that never changes, by which the other system knows it again and answers for it.
 *
 * A taken-back line is a line of its own with the opposite sign; a line that was told is never
 * told differently.
 */
import type { Day } from '#kernel/day.ts';
import type { Money } from '#kernel/money.ts';

export const postingLineKinds = [
  'receipt',
  'application',
  'unapplication',
  'return',
  'discount',
  'small_difference',
  'write_off',
  'refund',
  'credit_application',
  'credit_move',
] as const;

export type PostingLine = {
  readonly key: string;
  readonly kind: (typeof postingLineKinds)[number];
  /** The account's number and the customer's name, as the other system knows them. */
  readonly account: string;
  readonly customer: string;
  /** The number of the credit: a check number or bank reference, a credit memo. */
  readonly receipt: string;
  readonly method: string;
  /** The document that was paid or given up; of a refund its own number; empty for a receipt. */
  readonly document: string;
  /** Positive: lowers what the customer owes; negative: taken back, moved away, paid out. */
  readonly amount: Money;
  readonly on: Day;
  /** The journal's account of the bank that the money came to. */
  readonly bank: string;
};

/** A file for the other system: its text, and which line of ours stands at which of its rows. */
export type PostingFile = {
  readonly text: string;
  readonly carried: readonly { readonly key: string; readonly row: number }[];
  /** Lines that this layout has no words for: a person enters them there. */
  readonly byHand: readonly string[];
};

/** How many lines of each kind a person enters there, in the order of the kinds. */
export function byHandByKind(
  lines: readonly PostingLine[],
  { byHand }: Pick<PostingFile, 'byHand'>,
): { kind: PostingLine['kind']; count: number }[] {
  const keys = new Set(byHand);
  const left = lines.filter(({ key }) => keys.has(key));
  return postingLineKinds.flatMap((kind) => {
    const count = left.filter((line) => line.kind === kind).length;
    return count === 0 ? [] : [{ kind, count }];
  });
}

/** Is the line an application of that receipt? */
export function paysFrom(line: PostingLine, receipt: PostingLine): boolean {
  return (
    line.kind === 'application' &&
    line.receipt === receipt.receipt &&
    line.account === receipt.account &&
    line.amount.currency === receipt.amount.currency
  );
}
