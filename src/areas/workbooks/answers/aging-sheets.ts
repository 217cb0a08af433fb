/**
 * The aging as two sheets: the items with their age, and the accounts that add them up by bucket.
 *
 * Both are formulas from one as-of cell, so a reader who sets another day sees how the same items
 * stand then; the figures that go out are those of the day the workbook was made.
 */
import { type Day, day } from '#kernel/day.ts';
import { decimalsOf, formatMoney, money, parseCurrency, parseMoney } from '#kernel/money.ts';
import type { Language } from '#kernel/words.ts';
import { age, bucketLabels, bucketOf, bucketSets } from '#areas/ledger/rules/aging.ts';
import {
  type Sheet,
  type SheetColumn,
  type SheetValue,
  columnLetter,
  factCell,
  tableRows,
} from '#platform/files/write-xlsx.ts';
import { say } from '#platform/cli/say.ts';
import { type BookRow, valueOf } from '../rules/column.ts';
import { words } from '../words.ts';

const edges = bucketSets.standard;
const labels = bucketLabels(edges);

/** What no item is dated for: money that went out or came without a debt. */
const unaged = ['refund', 'reversal', 'transfer'];

type Item = { readonly row: BookRow; readonly minor: bigint; readonly aged: boolean };

function itemOf(row: BookRow): Item {
  const code = parseCurrency(valueOf(row.values, 'currency'));
  const minor = (code && parseMoney(valueOf(row.values, 'open'), code)?.minor) ?? 0n;
  return { row, minor, aged: minor > 0n && !unaged.includes(valueOf(row.values, 'kind')) };
}

/** The sheet of items; `asOfCell` is the cell of the first sheet that says the day. */
export function itemsSheet(
  rows: readonly BookRow[],
  { language, asOf, agingSheet }: { language: Language; asOf: Day; agingSheet: string },
): Sheet {
  const text = (key: string): string => say(words, key, {}, language);
  const dayCell = `'${agingSheet}'!${factCell({ title: agingTitle }, 0)}`;
  return {
    name: text('sheet.items'),
    title: [],
    columns: [
      { header: text('column.key'), kind: 'text', width: 12 },
      { header: text('column.account'), kind: 'text', width: 14 },
      { header: text('column.document'), kind: 'text', width: 18 },
      { header: text('column.due_on'), kind: 'day' },
      { header: text('sheet.item_days'), kind: 'count', width: 12 },
      { header: text('column.open'), kind: 'amount' },
      { header: text('sheet.aged'), kind: 'count', width: 12 },
    ],
    rows: rows.map(itemOf).map(({ row, aged }) => [
      accountKey(row),
      valueOf(row.values, 'account'),
      valueOf(row.values, 'document'),
      valueOf(row.values, 'due_on'),
      {
        formula: `${dayCell}-D{row}`,
        value: String(age(asOf, day(valueOf(row.values, 'due_on')))),
      },
      valueOf(row.values, 'open'),
      aged ? '1' : '0',
    ]),
    locked: true,
  };
}

/** Two lines stand above the as-of cell of every sheet. */
export const agingTitle = ['', ''] as const;

function accountKey({ accountId, values }: BookRow): string {
  return `${accountId}:${valueOf(values, 'currency')}`;
}

/** The columns of buckets, unapplied, overdue and balance. */
export function bucketColumns(language: Language): SheetColumn[] {
  const text = (key: string): string => say(words, key, {}, language);
  const headers = [
    ...labels.map((label) => (label === 'not_due' ? text('column.not_due') : label)),
    text('column.unapplied'),
    text('column.overdue'),
    text('column.balance'),
  ];
  return headers.map((header) => ({ header, kind: 'amount', total: true }));
}

type Bucketed = {
  readonly items: readonly BookRow[];
  readonly asOf: Day;
  readonly itemsName: string;
  /** The letters of the row's key and of the first bucket. */
  readonly keyLetter: string;
  readonly firstBucket: number;
};

/** The formulas of one account's buckets, with what they give now; by the key of the row. */
export function bucketCells({
  items,
  asOf,
  itemsName,
  keyLetter,
  firstBucket,
}: Bucketed): (row: BookRow) => SheetValue[] {
  const sums = new Map<string, bigint[]>();
  for (const { row, minor, aged } of items.map(itemOf)) {
    const late = age(asOf, day(valueOf(row.values, 'due_on')));
    const bucket = aged ? bucketOf(late, edges) : labels.length;
    const sum = sums.get(accountKey(row)) ?? [...labels, ''].map(() => 0n);
    sum[bucket] = (sum[bucket] ?? 0n) + minor;
    sums.set(accountKey(row), sum);
  }
  const { first, last } = tableRows({ title: [], rows: items });
  const range = (letter: string): string => `'${itemsName}'!$${letter}$${first}:$${letter}$${last}`;
  const [from, unapplied] = [columnLetter(firstBucket), firstBucket + labels.length];
  const overdueFrom = columnLetter(firstBucket + 1);
  const overdueTo = columnLetter(unapplied - 1);
  return (row) => {
    const code = valueOf(row.values, 'currency');
    const known = parseCurrency(code);
    const decimals = known === undefined ? 2 : decimalsOf(known);
    const sum = sums.get(accountKey(row)) ?? [];
    const text = (minor: bigint): string => formatMoney(money(minor, code));
    const mine = `${range('F')},${range('A')},$${keyLetter}{row}`;
    const picked = (more: string): string =>
      `ROUND(SUMIFS(${mine},${range('G')},${more}),${decimals})`;
    const add = (cells: string): string => `ROUND(SUM(${cells}),${decimals})`;
    const all = sum.reduce((total, minor) => total + minor, 0n);
    const late = sum.slice(1, labels.length).reduce((total, minor) => total + minor, 0n);
    return [
      ...labels.map((_, bucket) => ({
        formula: picked(`1${ages(bucket, range('E'))}`),
        value: text(sum[bucket] ?? 0n),
      })),
      { formula: picked('0'), value: text(sum[labels.length] ?? 0n) },
      { formula: add(`${overdueFrom}{row}:${overdueTo}{row}`), value: text(late) },
      { formula: add(`${from}{row}:${columnLetter(unapplied)}{row}`), value: text(all) },
    ];
  };
}

/** The ages of a bucket as criteria: whole numbers, which every locale writes alike. */
function ages(bucket: number, range: string): string {
  const [over, upTo] = [edges[bucket - 1], edges[bucket]];
  return [
    over === undefined ? '' : `,${range},">${over}"`,
    upTo === undefined ? '' : `,${range},"<=${upTo}"`,
  ].join('');
}
