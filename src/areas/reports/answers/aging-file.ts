/**
 * The aging as a file: CSV for programs, a workbook for a controller.
 *
 * In the workbook balance and overdue are formulas over the buckets and the last row adds up,
 * so that a changed cell recomputes; one sheet holds one currency, because amounts of two are
 * never added.
 */
import type { Language } from '#kernel/words.ts';
import { csvTable } from '#platform/cli/table.ts';
import { fileTypes } from '#platform/files/file-types.ts';
import {
  type Sheet,
  type SheetValue,
  columnLetter,
  writeWorkbook,
} from '#platform/files/write-xlsx.ts';
import type { FileAnswer } from '#platform/http/serve.ts';
import type { AgingAnswer } from './aging.ts';
import type { AgingRow } from '../contract.ts';
import { words } from '../words.ts';

/** The whole answer as one file; its name says the day. */
export async function agingFile(
  answer: AgingAnswer,
  format: 'csv' | 'xlsx',
  language: Language,
): Promise<FileAnswer> {
  const name = `aging-${answer.asOf}.${format}`;
  if (format === 'csv') {
    return { name, type: fileTypes.csv, body: `\uFEFF${csv(answer, language)}\n` };
  }
  const currencies = [...new Set(answer.rows.map((row) => row.currency))].toSorted();
  const sheets = (currencies.length === 0 ? ['—'] : currencies).map((code) =>
    sheet(answer, code, language),
  );
  return { name, type: fileTypes.xlsx, body: await writeWorkbook(sheets) };
}

function csv(answer: AgingAnswer, language: Language): string {
  const title = (key: keyof typeof words): string => words[key][language];
  return csvTable<AgingRow>(
    [
      { title: title('aging.account'), text: (row) => row.account ?? '' },
      { title: title('aging.customer'), text: (row) => row.customer ?? '' },
      { title: title('aging.name'), text: (row) => row.name },
      { title: title('aging.company'), text: (row) => row.company ?? '' },
      { title: title('aging.collector'), text: (row) => row.collector ?? '' },
      { title: title('aging.currency'), text: (row) => row.currency },
      ...answer.buckets.map((label, index) => ({
        title: bucketTitle(label, language),
        text: (row: AgingRow) => row.buckets[index] ?? '',
      })),
      { title: title('aging.unapplied'), text: (row) => row.unapplied },
      { title: title('aging.balance'), text: (row) => row.balance },
    ],
    answer.rows,
  );
}

/** Account, customer, name, company, collector stand before the buckets. */
const before = 5;

function sheet(answer: AgingAnswer, code: string, language: Language): Sheet {
  const title = (key: keyof typeof words): string => words[key][language];
  const rows = answer.rows.filter((row) => row.currency === code);
  const basis = answer.basis === 'due' ? 'aging.basis_due' : 'aging.basis_invoice';
  return {
    name: `${title('aging.title')} ${code}`,
    title: [
      `${title('aging.title')} · ${code}`,
      [
        title('aging.as_of').replace('{day}', answer.asOf),
        title(basis),
        title('aging.known_at').replace('{moment}', answer.knownAt),
      ].join(' · '),
    ],
    columns: [
      { header: title('aging.account'), kind: 'text', width: 14 },
      { header: title('aging.customer'), kind: 'text', width: 14 },
      { header: title('aging.name'), kind: 'text', width: 34 },
      { header: title('aging.company'), kind: 'text', width: 12 },
      { header: title('aging.collector'), kind: 'text', width: 20 },
      ...answer.buckets.map((label) => ({
        header: bucketTitle(label, language),
        kind: 'amount' as const,
        total: true as const,
      })),
      { header: title('aging.unapplied'), kind: 'amount', total: true },
      { header: title('aging.overdue'), kind: 'amount', total: true },
      { header: title('aging.balance'), kind: 'amount', total: true },
    ],
    rows: rows.map((row) => cells(row, answer.buckets)),
    totalsLabel: title('aging.total'),
  };
}

function cells(row: AgingRow, labels: readonly string[]): SheetValue[] {
  const first = columnLetter(before);
  const unapplied = columnLetter(before + labels.length);
  const late = labels.flatMap((label, index) =>
    label === 'not_due' || label.startsWith('due_in')
      ? []
      : [`${columnLetter(before + index)}{row}`],
  );
  return [
    row.account ?? '',
    row.customer ?? '',
    row.name,
    row.company ?? '',
    row.collector ?? '',
    ...row.buckets,
    row.unapplied,
    { formula: `SUM(${late.join(',')})`, value: row.overdue },
    { formula: `SUM(${first}{row}:${unapplied}{row})`, value: row.balance },
  ];
}

/** What a bucket is called above its column. */
export function bucketTitle(label: string, language: Language): string {
  return label === 'not_due' ? words['aging.not_due'][language] : label;
}
