/**
 * A comparison as a file: CSV for programs, a workbook for a controller.
 *
 * In the workbook closing and change are formulas over the columns, so that the sum of each
 * line can be checked where it stands; the buckets and every posting have sheets of their own.
 */
import type { Instant } from '#kernel/instant.ts';
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
import type { Queries } from '#platform/postgres/db.ts';
import type { CompareRow } from '../contract/compare.ts';
import { bucketColumns } from '../rules/bucket-movement.ts';
import { type Moment, changeColumns } from '../rules/compare.ts';
import type { BucketQuestion } from '../store/compare-buckets.ts';
import type { ComparePage } from '../store/compare.ts';
import { words } from '../words.ts';
import { bucketTitle } from './aging-file.ts';
import {
  type BucketsAnswer,
  type CompareAnswer,
  type RowsAnswer,
  readBuckets,
  readCompare,
  readRows,
} from './compare.ts';

type Title = (key: keyof typeof words) => string;

/** The whole comparison as one file; its name says both days. */
export async function compareFile(
  db: Queries,
  question: BucketQuestion,
  page: ComparePage,
  wish: { readonly format: 'csv' | 'xlsx'; readonly language: Language; readonly now: Instant },
): Promise<FileAnswer> {
  const { format, language, now } = wish;
  const answer = await readCompare(db, question, page, now);
  const name = `${compareFileName(answer)}.${format}`;
  const title = titleIn(language);
  if (format === 'csv') {
    const body = `\uFEFF${csvTable(compareColumns(title), answer.rows)}\n`;
    return { name, type: fileTypes.csv, body };
  }
  const buckets = await readBuckets(db, question, now);
  const every = { ...question, figure: 'all', currency: null, bucket: null } as const;
  const rows = await readRows(db, every, { limit: null, offset: 0 });
  const currencies = answer.totals.map((total) => total.currency);
  const sheets = (currencies.length === 0 ? ['—'] : currencies).flatMap((code) => [
    changeSheet(answer, code, title),
    bucketSheet(answer, buckets, { code, title, language }),
  ]);
  return {
    name,
    type: fileTypes.xlsx,
    body: await writeWorkbook([...sheets, rowSheet(answer, rows, title)]),
  };
}

export function titleIn(language: Language): Title {
  return (key) => words[key][language];
}

export function compareFileName({ from, to }: CompareAnswer): string {
  return `compare-${from.asOf}-${to.asOf}`;
}

/** What is compared, as a heading says it. */
export function spanOf({ from, to }: Pick<CompareAnswer, 'from' | 'to'>, title: Title): string {
  const said = ({ asOf, knownAt }: { asOf: string; knownAt: Moment['knownAt'] | string }) =>
    title('compare.known')
      .replace('{day}', asOf)
      .replace('{moment}', knownAt ?? '');
  return title('compare.from_to').replace('{from}', said(from)).replace('{to}', said(to));
}

/** The columns of a line, as text. */
export function compareColumns(title: Title) {
  return [
    { title: title('aging.account'), text: (row: CompareRow) => row.account ?? '' },
    { title: title('aging.customer'), text: (row: CompareRow) => row.customer ?? '' },
    { title: title('aging.name'), text: (row: CompareRow) => row.name },
    { title: title('aging.company'), text: (row: CompareRow) => row.company ?? '' },
    { title: title('aging.collector'), text: (row: CompareRow) => row.collector ?? '' },
    { title: title('aging.currency'), text: (row: CompareRow) => row.currency },
    ...(['opening', ...changeColumns, 'late', 'closing', 'change'] as const).map((name) => ({
      title: title(`compare.${name}`),
      right: true,
      text: (row: CompareRow) => row[name],
    })),
  ];
}

/** Account, customer, name, company, collector stand before the opening. */
const before = 5;

function changeSheet(answer: CompareAnswer, code: string, title: Title): Sheet {
  const total = answer.totals.find(({ currency }) => currency === code);
  const still: SheetValue[][] =
    total === undefined || total.unchanged === 0
      ? []
      : [[title('compare.still'), '', '', '', '', ...stillCells(total.still)]];
  return {
    name: `${title('compare.title')} ${code}`,
    title: [`${title('compare.title')} · ${code}`, spanOf(answer, title)],
    columns: [
      { header: title('aging.account'), kind: 'text', width: 14 },
      { header: title('aging.customer'), kind: 'text', width: 14 },
      { header: title('aging.name'), kind: 'text', width: 34 },
      { header: title('aging.company'), kind: 'text', width: 12 },
      { header: title('aging.collector'), kind: 'text', width: 20 },
      ...(['opening', ...changeColumns, 'closing', 'change', 'late'] as const).map((name) => ({
        header: title(`compare.${name}`),
        kind: 'amount' as const,
        total: true as const,
      })),
    ],
    rows: [...answer.rows.filter(({ currency }) => currency === code).map(cells), ...still],
    totalsLabel: title('aging.total'),
  };
}

function cells(row: CompareRow): SheetValue[] {
  return [
    row.account ?? '',
    row.customer ?? '',
    row.name,
    row.company ?? '',
    row.collector ?? '',
    row.opening,
    ...changeColumns.map((name) => row[name]),
    ...sums(row.closing, row.change),
    row.late,
  ];
}

function stillCells(amount: string): SheetValue[] {
  return [amount, ...changeColumns.map(() => '0'), ...sums(amount, '0'), '0'];
}

/** Closing and change, as the spreadsheet reckons them. */
function sums(closing: string, change: string): SheetValue[] {
  const opening = columnLetter(before);
  const last = columnLetter(before + changeColumns.length);
  const closes = columnLetter(before + changeColumns.length + 1);
  return [
    { formula: `SUM(${opening}{row}:${last}{row})`, value: closing },
    { formula: `${closes}{row}-${opening}{row}`, value: change },
  ];
}

function bucketSheet(
  answer: CompareAnswer,
  buckets: BucketsAnswer,
  { code, title, language }: { code: string; title: Title; language: Language },
): Sheet {
  const found = buckets.currencies.find(({ currency }) => currency === code);
  return {
    name: `${title('compare.buckets')} ${code}`,
    title: [`${title('compare.buckets')} · ${code}`, spanOf(answer, title)],
    columns: [
      { header: title('compare.bucket'), kind: 'text', width: 16 },
      ...bucketColumns.map((name) => ({
        header: title(`compare.${name}`),
        kind: 'amount' as const,
        total: true as const,
      })),
    ],
    rows: (found?.buckets ?? []).map((line) => [
      line.bucket === 'unapplied' ? title('aging.unapplied') : bucketTitle(line.bucket, language),
      ...bucketColumns.map((name) => line[name]),
    ]),
    totalsLabel: title('aging.total'),
  };
}

function rowSheet(answer: CompareAnswer, { rows }: RowsAnswer, title: Title): Sheet {
  return {
    name: title('compare.rows'),
    title: [title('compare.rows'), spanOf(answer, title)],
    columns: [
      { header: title('aging.account'), kind: 'text', width: 14 },
      { header: title('aging.name'), kind: 'text', width: 34 },
      { header: title('aging.company'), kind: 'text', width: 12 },
      { header: title('compare.document'), kind: 'text', width: 18 },
      { header: title('compare.kind'), kind: 'text', width: 14 },
      { header: title('compare.column'), kind: 'text', width: 14 },
      { header: title('compare.effective'), kind: 'day' },
      { header: title('compare.recorded'), kind: 'text', width: 28 },
      { header: title('aging.currency'), kind: 'text', width: 9 },
      { header: title('compare.amount'), kind: 'amount' },
      { header: title('compare.applied'), kind: 'text', width: 40 },
    ],
    rows: rows.map((row) => [
      row.account,
      row.name,
      row.company,
      row.document,
      row.entryKind ?? row.kind,
      row.column === null ? '' : title(`compare.${row.column}`),
      row.effectiveOn,
      row.recordedAt,
      row.currency,
      row.amount,
      row.applied.map(({ document, amount }) => `${document} ${amount}`).join(', '),
    ]),
  };
}
