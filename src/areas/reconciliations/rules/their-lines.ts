/**
 * What a customer says it owes, read from rows of cells: a sheet, a CSV or what was pasted.
 *
 * Columns are found by their headings in English or Spanish; without a heading the number is
 * the first cell with a digit in it and the amount the last cell that reads as one. A row of
 * totals has no number and is left out.
 */
import { parseDay } from '#kernel/day.ts';
import { type Currency, decimalsOf, parseMinor } from '#kernel/money.ts';

export type TheirLine = {
  readonly number: string;
  /** Minor units; a credit is negative. */
  readonly minor: bigint;
  readonly on: string | null;
};

export type ReadLines = { readonly lines: TheirLine[]; readonly unread: number };

const headings = {
  number:
    /^(invoice|document|doc|number|no|reference|ref|factura|documento|n[uú]mero|referencia)\b/iu,
  amount: /^(amount|open|balance|due amount|outstanding|importe|saldo|monto|pendiente|abierto)\b/iu,
  on: /^(date|day|issued|fecha|d[ií]a|emisi[oó]n)\b/iu,
} as const;

type Columns = { readonly number: number; readonly amount: number; readonly on: number };

/** Rows that say nothing are skipped; those that say something unreadable are counted. */
export function readTheirLines(
  rows: readonly (readonly string[])[],
  currency: Currency,
): ReadLines {
  const filled = rows
    .map((row) => row.map((cell) => cell.trim()))
    .filter((row) => row.some(Boolean));
  const at = filled.findIndex((row) => columnsOf(row) !== undefined);
  const heading = filled[at];
  const columns = heading && columnsOf(heading);
  const body = columns === undefined ? filled : filled.slice(at + 1);
  const read = body.map((row) =>
    columns ? byColumns(row, columns, currency) : bare(row, currency),
  );
  return {
    lines: read.flatMap((line) => (line === 'unread' || line === 'total' ? [] : [line])),
    unread: read.filter((line) => line === 'unread').length,
  };
}

function columnsOf(row: readonly string[]): Columns | undefined {
  const find = (wanted: RegExp): number => row.findIndex((cell) => wanted.test(cell));
  const amounts = row.flatMap((cell, at) => (headings.amount.test(cell) ? [at] : []));
  const number = find(headings.number);
  // Of an amount and what is open of it, the latter is what they owe.
  const open = row.findIndex((cell) => /^(open|balance|outstanding|saldo|pendiente)/iu.test(cell));
  const amount = open >= 0 ? open : (amounts[0] ?? -1);
  return number < 0 || amount < 0 ? undefined : { number, amount, on: find(headings.on) };
}

type Read = TheirLine | 'unread' | 'total';

function byColumns(row: readonly string[], columns: Columns, currency: Currency): Read {
  const number = row[columns.number] ?? '';
  const minor = minorIn(row[columns.amount] ?? '', currency);
  if (number === '') return 'total';
  if (minor === undefined) return 'unread';
  return { number, minor, on: dayIn(row[columns.on] ?? '') };
}

function bare(row: readonly string[], currency: Currency): Read {
  const amounts = row.flatMap((cell, at) => (minorIn(cell, currency) === undefined ? [] : [at]));
  const last = amounts.at(-1);
  const minor = last === undefined ? undefined : minorIn(row[last] ?? '', currency);
  const number = row.find((cell, at) => at !== last && /\d/u.test(cell) && dayIn(cell) === null);
  if (minor === undefined) return number === undefined ? 'total' : 'unread';
  if (number === undefined) return 'total';
  return { number, minor, on: row.map(dayIn).find((on) => on !== null) ?? null };
}

function dayIn(cell: string): string | null {
  return parseDay(cell.slice(0, 10)) ?? null;
}

/** `$1,250.10`, `1.250,10`, `(45.00)`, `45.00-`: minor units; undefined for what is no amount. */
export function minorIn(cell: string, currency: Currency): bigint | undefined {
  const written = cell.replaceAll(/[\s$€£]|[A-Z]{3}/gu, '');
  const negative = /^\(.*\)$|^[-−]|[-−]$/u.test(written);
  const digits = written.replaceAll(/[()\-−]/gu, '');
  if (!/^\d[\d.,]*$/u.test(digits)) return undefined;
  const decimals = decimalsOf(currency);
  const mark = decimals === 0 ? null : /[.,](?=\d{1,3}$)/u.exec(digits);
  const fraction = mark ? digits.slice(mark.index + 1) : '';
  const isMark = mark !== null && fraction.length <= decimals;
  const whole = (isMark ? digits.slice(0, mark.index) : digits).replaceAll(/[.,]/gu, '');
  const minor = parseMinor(isMark ? `${whole}.${fraction}` : whole, decimals);
  return minor === undefined || !negative ? minor : -minor;
}
