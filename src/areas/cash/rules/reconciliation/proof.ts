/**
 * A bank statement against our cash clearing, proved.
 *
 *   the bank:   closing balance                the books:  balance of cash clearing
 *               + at us, not at the bank yet               + at the bank, not with us yet
 *               = adjusted                                 = adjusted, and both are equal
 *
 * Before that the statement proves itself: opening + movements = closing, and it opens with what
 * the last one closed with. What was in the bank before we kept its book is brought forward
 * once, when its first statement is signed; after that nothing may move it.
 *
 * Amounts are minor units of the bank account's one currency; money out is negative.
 */
import type { Day } from '#kernel/day.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { decimalsOf, formatMinor, type Currency } from '#kernel/money.ts';

export type StatementFigures = {
  readonly currency: Currency;
  readonly opening: bigint;
  readonly closing: bigint;
  /** What its lines add up to. */
  readonly movements: bigint;
  /** What the statement before it closed with; null for the first one. */
  readonly closedBefore: bigint | null;
};

export type BookFigures = {
  /** Cash clearing of this bank account at the end of the statement's last day. */
  readonly balance: bigint;
  /** The same before the first statement began; its entries are no rows of the proof. */
  readonly balanceBefore: bigint;
  /** Lines of the bank that no entry stands for yet. */
  readonly bankOpen: readonly bigint[];
  /** Entries of ours that the bank does not show yet. */
  readonly bookOpen: readonly bigint[];
  /** In the bank before its book was kept: from its first signature, else null. */
  readonly broughtForward: bigint | null;
};

export type Proof = {
  /** Closing less opening and movements: nothing, or the file is wrong. */
  readonly arithmetic: bigint;
  /** Opening less the last closing: nothing, or a statement is missing. */
  readonly continuity: bigint;
  readonly broughtForward: bigint;
  readonly adjustedBank: bigint;
  readonly adjustedBook: bigint;
  readonly difference: bigint;
};

/** What the two sides come to; a first statement brings its opening balance forward. */
export function proveStatement(statement: StatementFigures, book: BookFigures): Proof {
  const { opening, closing, movements, closedBefore } = statement;
  const bankOpen = total(book.bankOpen);
  const bookOpen = total(book.bookOpen);
  const broughtForward =
    book.broughtForward ?? (closedBefore === null ? opening - book.balanceBefore : 0n);
  const adjustedBank = closing + bookOpen;
  const adjustedBook = book.balance + broughtForward + bankOpen;
  return {
    arithmetic: closing - opening - movements,
    continuity: closedBefore === null ? 0n : opening - closedBefore,
    broughtForward,
    adjustedBank,
    adjustedBook,
    difference: adjustedBank - adjustedBook,
  };
}

export type SignStatementRefusal =
  | 'cash.statement_signed_already'
  | 'cash.statement_before_unsigned'
  | 'cash.statement_wrong'
  | 'cash.statement_missing'
  | 'cash.statement_differs'
  | 'cash.lines_untreated'
  | 'cash.second_person_signs';

export type StatementToSign = {
  readonly currency: Currency;
  readonly to: Day;
  readonly proof: Proof;
  readonly signed: boolean;
  /** The last day of an earlier statement that nobody has signed. */
  readonly unsignedBefore: Day | null;
  /** Open rows on either side of which nobody has said what they are. */
  readonly untreated: number;
  readonly secondPerson: boolean;
  readonly workedOnBy: readonly string[];
};

/** May this actor sign the reconciliation? In the order in which a person can mend it. */
export function maySignStatement(
  wish: StatementToSign,
  actor: string,
): Outcome<true, SignStatementRefusal> {
  const { proof, currency, to, unsignedBefore, untreated } = wish;
  const told = (amount: bigint) => ({
    amount: formatMinor(amount, decimalsOf(currency)),
    currency,
    day: to,
  });
  if (wish.signed) return refuse('cash.statement_signed_already', { day: to });
  if (unsignedBefore !== null) {
    return refuse('cash.statement_before_unsigned', { day: unsignedBefore });
  }
  if (proof.arithmetic !== 0n) return refuse('cash.statement_wrong', told(proof.arithmetic));
  if (proof.continuity !== 0n) return refuse('cash.statement_missing', told(proof.continuity));
  if (proof.difference !== 0n) return refuse('cash.statement_differs', told(proof.difference));
  if (untreated > 0) return refuse('cash.lines_untreated', { count: untreated });
  if (wish.secondPerson && wish.workedOnBy.includes(actor)) {
    return refuse('cash.second_person_signs', { day: to });
  }
  return accept(true);
}

function total(amounts: readonly bigint[]): bigint {
  return amounts.reduce((sum, amount) => sum + amount, 0n);
}
