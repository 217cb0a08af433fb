/**
 * A report that the command line makes by name: the same facts as a table, as CSV, as a
 * workbook, as a PDF and as JSON.
 *
 * A report says what its columns are; how each format looks is decided here once. One with a
 * better layout of its own (live formulas, a letter to the customer) brings it along.
 */
import type { Language, Phrase } from '#kernel/words.ts';
import { type Sheet, type SheetSums, writeWorkbook } from '../files/write-xlsx.ts';
import { tablesPdf } from '../pdf/tables.ts';
import { type CliDesk } from './command.ts';
import { type Column, csvTable, textTable } from './table.ts';

export const reportFormats = ['table', 'csv', 'xlsx', 'pdf', 'json'] as const;
export type ReportFormat = (typeof reportFormats)[number];

export type ReportColumn = {
  readonly header: string;
  /** Amounts are decimal strings; amounts and counts stand to the right. */
  readonly kind: 'text' | 'amount' | 'count' | 'day';
  /** Of a number in a workbook; 2 unless stated, 0 for counts. */
  readonly decimals?: number;
};

export type ReportRow = readonly string[];

export type Report = {
  /** Of its file, without the format: `over-60-2026-11-20`. */
  readonly fileName: string;
  /** What it is, of when. */
  readonly title: readonly [string, ...string[]];
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly ReportRow[];
  /** Rows at the foot, one for each currency. */
  readonly totals: readonly ReportRow[];
  /** Which of their cells add up the rows; in a workbook they are formulas. */
  readonly sums?: SheetSums;
  /** That it was cut, for formats that show no title; nothing where it is whole. */
  readonly cut?: string;
  readonly json: unknown;
  /** Layouts that say more than the plain table. */
  readonly own?: { readonly [format in 'xlsx' | 'pdf']?: () => Promise<Uint8Array> };
};

export type NamedReport = {
  readonly name: string;
  readonly usage: string;
  readonly summary: Phrase;
  /** Throws WrongUsage for arguments that do not fit and Unfit for what is not there. */
  make(args: readonly string[], desk: CliDesk): Promise<Report>;
};

/** The report in a format: text, or the bytes of a file. */
export async function renderReport(
  report: Report,
  format: ReportFormat,
  language: Language,
): Promise<string | Uint8Array> {
  switch (format) {
    case 'json':
      return JSON.stringify(report.json);
    case 'csv':
      return csvTable(columns(report), report.rows);
    case 'table':
      return textTable(columns(report), [...report.rows, ...report.totals]);
    case 'xlsx':
      return report.own?.xlsx?.() ?? writeWorkbook([sheet(report)]);
    case 'pdf':
      return report.own?.pdf?.() ?? tablesPdf(report.title, [report], language);
  }
}

function columns({ columns: wanted }: Report): Column<ReportRow>[] {
  return wanted.map(({ header, kind }, index) => ({
    title: header,
    right: isNumber(kind),
    text: (row) => row[index] ?? '',
  }));
}

function isNumber(kind: ReportColumn['kind']): boolean {
  return kind === 'amount' || kind === 'count';
}

function sheet({ title, columns: wanted, rows, totals, sums }: Report): Sheet {
  return {
    name: title[0],
    title,
    columns: wanted,
    rows,
    totalRows: totals,
    ...(sums === undefined ? {} : { sums }),
  };
}
