/** Every no of proving cash: the day, the bank, deposits, cards, the book of record. */
import type { AnswerRefusal } from '../book-of-record/telling.ts';
import type { SettleRefusal } from '../cards/settling.ts';
import type { DepositRefusal } from '../deposits/deposit.ts';
import type { ClearRefusal } from '../reconciliation/clearing.ts';
import type { SignStatementRefusal } from '../reconciliation/proof.ts';
import type { TreatRefusal } from '../reconciliation/treatment.ts';
import type { ReviewRefusal } from './review.ts';
import type { SignDayRefusal } from './sign-day.ts';

export type ClosingRefusal =
  | AnswerRefusal
  | ClearRefusal
  | DepositRefusal
  | ReviewRefusal
  | SettleRefusal
  | SignDayRefusal
  | SignStatementRefusal
  | TreatRefusal
  | 'cash.answer_unreadable'
  | 'cash.book_is_ours'
  | 'cash.column_unreadable'
  | 'cash.due_in_the_past'
  | 'cash.no_such_bank_account'
  | 'cash.no_such_hold'
  | 'cash.no_such_posting_file'
  | 'cash.no_such_review'
  | 'cash.no_such_statement'
  | 'cash.not_cleared'
  | 'cash.nothing_to_tell'
  | 'cash.row_not_open';
