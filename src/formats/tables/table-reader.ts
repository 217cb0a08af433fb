/**
 * One reader a kind of table: recognise by the header, read whole or refuse, with what was
 * said about the source. CSV files and sheets of workbooks come here alike.
 */
import { type Outcome } from '#kernel/outcome.ts';
import { type NeutralFile } from '../neutral.ts';
import { type BankFileRefusal, type ReadFile } from '../reader.ts';
import { summarise } from '../summary.ts';
import { type Table } from '../table.ts';
import { type TableMapping, type TableQuestion } from './questions.ts';
import { tornControls } from './torn-row.ts';

/** What a table was read into: the three tellings of a file, and what is still open. */
export type TableFile = ReadFile & {
  readonly format: string;
  /** What must be said before the file can be taken in; statements are empty until then. */
  readonly questions: readonly TableQuestion[];
  /** What was settled, ready to be kept for the next file of the same source. */
  readonly mapping: TableMapping;
};

export type TableReader = {
  readonly format: string;
  recognises(table: Table): boolean;
  read(table: Table, said: TableMapping): Outcome<TableFile, BankFileRefusal>;
};

type Told = {
  readonly neutral: NeutralFile;
  readonly figures: Readonly<Record<string, unknown>>;
  readonly questions: readonly TableQuestion[];
  readonly mapping: TableMapping;
};

/** A table's file: its summary keeps the keys of every table and adds the kind's figures. */
export function tableFile(table: Table, { neutral, figures, questions, mapping }: Told): TableFile {
  return {
    format: neutral.format,
    questions,
    mapping,
    summary: () => ({ format: neutral.format, ...summarise(table), ...figures }),
    neutral: () => ({ ...neutral, controls: [...neutral.controls, ...tornControls(table)] }),
  };
}
