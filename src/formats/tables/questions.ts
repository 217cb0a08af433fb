/**
 * What a table does not tell by itself and somebody has to say before it can be taken in.
 *
 * Each question names the setting that answers it, so that the answer can be kept for the
 * next file of the same bank. Nothing is guessed: a wrong order of day and month or a wrong
 * decimal mark is a wrong statement that looks right.
 */
import { type Facts } from '#kernel/outcome.ts';
import { type DecimalMark } from '../values/amounts.ts';
import { type DateOrder } from '../values/dates.ts';

export type TableQuestionCode =
  | 'table.column_missing'
  | 'table.column_ambiguous'
  | 'table.date_order_unknown'
  | 'table.decimal_mark_unknown'
  | 'table.currency_unknown';

export type TableQuestion = {
  readonly code: TableQuestionCode;
  readonly facts: Facts;
  readonly option: 'columns' | 'dateOrder' | 'decimalMark' | 'currency';
  readonly choices: readonly string[];
};

/** What was said about a table, or learned from the last one of the same source. */
export type TableMapping<F extends string = string> = {
  /** The name of the column that holds a field; `column 3` where there is no header. */
  readonly columns?: Readonly<Partial<Record<F, string>>>;
  readonly dateOrder?: DateOrder;
  readonly decimalMark?: DecimalMark;
  /** Of the account, where the table names none. */
  readonly currency?: string;
  /** Our account, where the table names none. */
  readonly account?: string;
};
