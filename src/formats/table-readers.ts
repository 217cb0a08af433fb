/**
 * All kinds of tables that banks, payers and processors send, in the order in which they
 * are asked; a CSV file and a sheet of a workbook are the same here.
 *
 * A table that none of them recognises stays a table. Somebody who knows what it is can say
 * so and hand in the columns; the answer is then kept as a mapping of that source.
 */
import { type Outcome, refuse } from '#kernel/outcome.ts';
import { bankTable } from './bank-table/reader.ts';
import { cardSettlement } from './card-settlement/reader.ts';
import { lockboxTable } from './lockbox-table/reader.ts';
import { remittanceTable } from './remittance/reader.ts';
import { type BankFileRefusal } from './reader.ts';
import { type Table } from './table.ts';
import { type TableMapping } from './tables/questions.ts';
import { type TableFile, type TableReader } from './tables/table-reader.ts';
import { tornRowOf } from './tables/torn-row.ts';

const tableReaders = [lockboxTable, cardSettlement, remittanceTable, bankTable] as const;

export type TableFormat = 'bank-table' | 'card-settlement' | 'lockbox-table' | 'remittance';

/** The reader whose kind of table this is; undefined when nobody knows it. */
export function tableReaderFor(table: Table): TableReader | undefined {
  return tableReaders.find((reader) => reader.recognises(table));
}

/** What is known of a table before it is read. */
export type TableKnowledge = {
  /** What somebody said it is; else it is recognised by its header. */
  readonly format?: TableFormat;
  readonly mapping?: TableMapping;
};

/** Reads a table of a bank, a payer or a processor; refused when nobody knows its kind. */
export function readTableFile(
  table: Table,
  known: TableKnowledge = {},
): Outcome<TableFile, BankFileRefusal> {
  const reader =
    known.format === undefined
      ? tableReaderFor(table)
      : tableReaders.find(({ format }) => format === known.format);
  if (reader === undefined) return refuse('read.unknown_format', { found: 'table' });
  const read = reader.read(table, known.mapping ?? {});
  if (read.ok) return read;
  const torn = tornRowOf(table);
  if (torn === undefined || read.facts['record'] !== torn) return read;
  const reason = 'the file ends in the middle of this row';
  return refuse('read.bad_record', { record: torn, reason });
}
