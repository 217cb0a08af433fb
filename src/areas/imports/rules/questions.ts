/**
 * What must be answered before a file can be read, and what was decided without asking.
 *
 * A question names the setting that answers it and the answers there are. A note says what
 * the file settled by itself, so that nothing is decided behind anybody's back.
 */
import { type Facts } from '#kernel/outcome.ts';

export type QuestionCode =
  | 'import.kind_unknown'
  | 'import.lines_not_documents'
  | 'import.column_missing'
  | 'import.column_holds_else'
  | 'import.column_ambiguous'
  | 'import.column_not_in_file'
  | 'import.date_order_unknown'
  | 'import.decimal_mark_unknown'
  | 'import.currency_unknown';

export type Question = {
  readonly code: QuestionCode;
  readonly facts: Facts;
  /** The setting that answers it. */
  readonly option: 'kind' | 'mapping' | 'dateOrder' | 'decimalMark' | 'currency';
  readonly choices: readonly string[];
};

export type NoteCode =
  | 'import.preset_used'
  | 'import.header_missing'
  | 'import.float_tail_dropped'
  | 'import.currency_assumed'
  | 'import.currency_from_header'
  | 'import.names_as_numbers'
  | 'import.open_as_original'
  | 'import.due_from_terms'
  | 'import.due_when_issued'
  | 'import.issued_when_due'
  | 'import.credits_unsigned'
  | 'import.amounts_rounded'
  | 'import.columns_left_out';

export type Note = { readonly code: NoteCode; readonly facts: Facts };
