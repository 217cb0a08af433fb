/**
 * A posting file as the other system wants its columns: a mapping is data, kept per company.
 *
 * A cell that a spreadsheet would run as a formula is written as text, because a customer's name
 * comes from outside.
 */
import { type Day, parts } from '#kernel/day.ts';
import { formatMoney } from '#kernel/money.ts';
import type { PostingFile, PostingLine } from './posting-line.ts';

export const mappedFields = [
  'key',
  'kind',
  'account',
  'customer',
  'receipt',
  'method',
  'document',
  'amount',
  'debit',
  'credit',
  'currency',
  'on',
  'bank',
] as const;
export type MappedField = (typeof mappedFields)[number];

export type CsvMapping = {
  readonly delimiter: ',' | ';' | '\t' | '|';
  readonly decimal: '.' | ',';
  readonly days: 'iso' | 'mdy' | 'dmy';
  readonly header: boolean;
  /** In order; a column says a field of ours or always the same text. */
  readonly columns: readonly {
    readonly title: string;
    readonly field?: MappedField | undefined;
    readonly text?: string | undefined;
  }[];
};

/** What a company starts from. */
export const standardMapping: CsvMapping = {
  delimiter: ',',
  decimal: '.',
  days: 'iso',
  header: true,
  columns: [
    { title: 'Key', field: 'key' },
    { title: 'Type', field: 'kind' },
    { title: 'Date', field: 'on' },
    { title: 'Account', field: 'account' },
    { title: 'Receipt', field: 'receipt' },
    { title: 'Invoice', field: 'document' },
    { title: 'Amount', field: 'amount' },
    { title: 'Currency', field: 'currency' },
    { title: 'Bank', field: 'bank' },
  ],
};

/** Every line becomes one row below the header. */
export function writeMappedCsv(lines: readonly PostingLine[], mapping: CsvMapping): PostingFile {
  const rows = lines.map((line) =>
    mapping.columns.map(({ field, text }) => (field ? cellOf(field, line, mapping) : (text ?? ''))),
  );
  const titles = mapping.header ? [mapping.columns.map(({ title }) => title)] : [];
  const first = titles.length + 1;
  return {
    text: [...titles, ...rows].map((row) => `${join(row, mapping.delimiter)}\r\n`).join(''),
    carried: lines.map(({ key }, index) => ({ key, row: first + index })),
    byHand: [],
  };
}

function cellOf(field: MappedField, line: PostingLine, mapping: CsvMapping): string {
  const { minor, currency } = line.amount;
  const told = (amount: bigint): string =>
    amount === 0n ? '' : amountOf({ minor: amount, currency }, mapping);
  if (field === 'amount') return amountOf(line.amount, mapping);
  // Money received is a credit on the customer.
  if (field === 'credit') return told(minor > 0n ? minor : 0n);
  if (field === 'debit') return told(minor < 0n ? -minor : 0n);
  if (field === 'currency') return currency;
  if (field === 'on') return dayOf(line.on, mapping.days);
  return plain(line[field]);
}

function amountOf(amount: PostingLine['amount'], { decimal }: CsvMapping): string {
  return formatMoney(amount).replace('.', decimal);
}

/** A day as the other system reads it. */
export function dayOf(day: Day, order: CsvMapping['days']): string {
  if (order === 'iso') return day;
  const { year, month, dayOfMonth } = parts(day);
  const two = (number: number): string => String(number).padStart(2, '0');
  const pair = order === 'mdy' ? [month, dayOfMonth] : [dayOfMonth, month];
  return [...pair.map(two), year].join('/');
}

function plain(text: string): string {
  return /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
}

/** Cells of one row, quoted where they must be. */
export function join(cells: readonly string[], delimiter: string): string {
  const quoted = (cell: string): string =>
    cell.includes(delimiter) || /["\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return cells.map(quoted).join(delimiter);
}
