/**
 * What can be said about a row that is not taken in, or taken in with a doubt.
 *
 * Every code is a phrase of the area's words, and `<code>_remedy` says what to do about it.
 * Facts always name the column and the value as they stand in the file.
 */
import { type Facts } from '#kernel/outcome.ts';
import { type Field } from './kinds.ts';

export type { BankFileRefusal } from '#formats/reader.ts';
export type { ReadRefusal } from '#formats/registry.ts';

/** The row is not taken in. */
export type RowProblemCode =
  | 'read.long_row'
  | 'import.value_missing'
  | 'import.code_in_scientific_notation'
  | 'import.date_unreadable'
  | 'import.date_impossible'
  | 'import.date_implausible'
  | 'import.amount_unreadable'
  | 'import.scientific_notation'
  | 'import.too_many_decimals'
  | 'import.amount_too_large'
  | 'import.amount_zero'
  | 'import.order_below_zero'
  | 'import.open_beyond_original'
  | 'import.credit_memo_positive'
  | 'import.currency_missing'
  | 'import.currency_unknown_code'
  | 'import.currency_disagrees'
  | 'import.number_unreadable'
  | 'import.terms_unreadable'
  | 'import.application_kind_unknown'
  | 'import.source_missing'
  | 'import.id_repeated'
  | 'import.ends_before_it_begins'
  | 'import.promise_status_unknown';

/** The row is taken in, and somebody should look at it. */
export type RowWarningCode =
  | 'import.due_before_issue'
  | 'import.amount_rounded'
  | 'import.amounts_disagree'
  | 'import.flag_unreadable'
  | 'import.document_kind_unknown'
  | 'import.negative_invoice'
  | 'read.short_row'
  | 'read.stray_quote'
  | 'read.undecodable_text'
  | 'read.unreadable_cell';

/** The row is left out without being wrong. */
export type SkipReason =
  | 'import.blank_row'
  | 'import.duplicate_row'
  | 'import.deleted_in_source'
  | 'import.total_row'
  | 'import.heading_row'
  | 'import.already_closed';

export type RowFinding<Code extends string> = {
  readonly line: number;
  /** The field in question; empty when the whole row is. */
  readonly field: Field | '';
  readonly code: Code;
  readonly facts: Facts;
};

/** One a row: the first thing found, and what else is wrong with it. */
export type RowProblem = RowFinding<RowProblemCode> & {
  readonly also: readonly RowFinding<RowProblemCode>[];
};
export type RowWarning = RowFinding<RowWarningCode>;
export type SkippedRow = {
  readonly line: number;
  readonly reason: SkipReason;
  readonly facts: Facts;
};
