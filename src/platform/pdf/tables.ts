/**
 * Tables on paper: the same headings, widths and numbers wherever a table is printed.
 *
 * A table says what its columns are; one that needs a layout of its own (a letter, a statement)
 * has a template of its own instead.
 */
import path from 'node:path';
import type { Language } from '#kernel/words.ts';
import { writtenNumber } from '#kernel/written.ts';
import { renderPdf } from './typst.ts';

export type PaperTable = {
  /** Above it; left out where it is the only one. */
  readonly name?: string;
  readonly columns: readonly {
    readonly header: string;
    /** Amounts are decimal strings; amounts, counts and percentages stand to the right. */
    readonly kind: 'text' | 'amount' | 'count' | 'percent' | 'day';
  }[];
  readonly rows: readonly (readonly string[])[];
  /** Rows at the foot. */
  readonly totals?: readonly (readonly string[])[];
};

const template = path.join(import.meta.dirname, 'tables.typ');

/** The tables below each other; the title's first lines say on every page what it is. */
export function tablesPdf(
  title: readonly string[],
  tables: readonly PaperTable[],
  language: Language,
): Promise<Uint8Array> {
  return renderPdf(template, {
    language,
    title,
    tables: tables.map((table) => printed(table, language)),
  });
}

function printed({ name = '', columns, rows, totals = [] }: PaperTable, language: Language) {
  const print = (row: readonly string[]): string[] =>
    row.map((text, at) =>
      columns[at]?.kind === 'amount' && text !== '' ? writtenNumber(text, language) : text,
    );
  return {
    name,
    columns: columns.map(({ header, kind }) => ({
      header,
      right: kind !== 'text' && kind !== 'day',
    })),
    rows: rows.map(print),
    totals: totals.map(print),
  };
}
