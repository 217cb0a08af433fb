/**
 * The messages of a SWIFT file: a statement, or one page of it, as its fields say.
 *
 *   :20: :25: :28C: :60F:   (:61: :86:)*   :62F: :86:
 *                            a line each    ▲ then the page that they stood on
 *
 * Field 86 belongs to the line above it; below the closing balance it belongs to the whole
 * statement and to no line. A page is told after its lines and holds none of them, for one
 * page may be as long as its file.
 */
import { type Decimal, addDecimals } from '#kernel/decimal.ts';
import { BadRecord } from '../bad-record.ts';
import { type InAndOut, andOne, exactAmount, nothing, nothingInOrOut } from '../exact.ts';
import { fingerprint } from '../fingerprint.ts';
import { type Balance, type Entry, type Sum, readBalance, readEntry, readSum } from './entry.ts';
import { type Field, fieldsOf } from './fields.ts';

export type Line = {
  readonly kind: 'line';
  readonly record: number;
  readonly entry: Entry;
  /** What stands below field 61, and the lines of its field 86. */
  readonly supplement: readonly string[];
  readonly purpose: readonly string[];
};

export type PageBalance = Balance & { readonly record: number; readonly intermediate: boolean };

export type Page = {
  readonly kind: 'page';
  readonly record: number;
  readonly account: string;
  readonly number: string;
  readonly opening?: PageBalance;
  readonly closing?: PageBalance;
  /** How many lines stood on it, and what they add up to. */
  readonly lines: number;
  readonly found: InAndOut;
  /** All of them but those that are only expected. */
  readonly movements: Decimal;
  /** Fingerprints of the bank's references. */
  readonly marks: readonly number[];
  /** Sums that an interim report states about itself. */
  readonly sums: readonly (Sum & { readonly record: number; readonly side: 'C' | 'D' })[];
  /** Currencies named outside the balances. */
  readonly otherCurrencies: readonly string[];
};

type Draft = {
  -readonly [K in keyof Page]: Page[K] extends readonly (infer T)[] ? T[] : Page[K];
};
type OpenLine = Line & { purpose: string[] };

/** Lines and pages of a file; throws BadRecord at a field of amounts that cannot be read. */
export function* partsOf(bytes: Uint8Array): Generator<Line | Page> {
  let page: Draft | undefined;
  let line: OpenLine | undefined;
  for (const field of fieldsOf(bytes)) {
    if (line && (field.begins || /^6[125]/u.test(field.tag))) {
      yield line;
      line = undefined;
    }
    if (page && field.begins) {
      yield page;
      page = undefined;
    }
    page ??= emptyPage(field.record);
    if (field.tag === '61') line = takeLine(page, field);
    else if (field.tag !== '86') takeField(page, field);
    else if (line) line.purpose.push(...field.lines);
    else takeTotals(page, field);
  }
  if (line) yield line;
  if (page) yield page;
}

function emptyPage(record: number): Draft {
  return {
    kind: 'page',
    record,
    account: '',
    number: '',
    lines: 0,
    found: nothingInOrOut,
    movements: nothing,
    marks: [],
    sums: [],
    otherCurrencies: [],
  };
}

function takeLine(page: Draft, field: Field): OpenLine {
  const { record, lines } = field;
  if (page.account === '') {
    throw new BadRecord(record, 'a line of no account (:25:): the beginning is missing');
  }
  const entry = readEntry(lines[0] ?? '');
  if (entry === undefined) throw unreadable(field, 'a statement line');
  const expected = entry.mark === 'EC' || entry.mark === 'ED';
  page.lines += 1;
  page.found = andOne(page.found, entry.amount);
  if (!expected) page.movements = addDecimals(page.movements, entry.amount);
  if (entry.bankReference !== '') page.marks.push(fingerprint(entry.bankReference));
  return { kind: 'line', record, entry, supplement: lines.slice(1), purpose: [] };
}

function takeField(page: Draft, field: Field): void {
  const value = (field.lines[0] ?? '').trim();
  if (field.tag === '25' || field.tag === '25P') page.account = value;
  if (field.tag === '28' || field.tag === '28C') page.number = value;
  if (/^6[0245]/u.test(field.tag)) takeBalance(page, field, value);
  if (/^90|^34/u.test(field.tag)) takeSum(page, field, value);
}

function takeBalance(page: Draft, field: Field, value: string): void {
  const balance = readBalance(value);
  if (balance === undefined) throw unreadable(field, 'a balance');
  const found = { ...balance, record: field.record, intermediate: field.tag.endsWith('M') };
  if (field.tag.startsWith('60')) page.opening = found;
  else if (field.tag.startsWith('62')) page.closing = found;
  else page.otherCurrencies.push(balance.currency);
}

function takeSum(page: Draft, field: Field, value: string): void {
  const sum = readSum(value);
  if (sum === undefined) throw unreadable(field, 'a sum');
  page.otherCurrencies.push(sum.currency);
  const side = field.tag === '90C' ? 'C' : 'D';
  if (field.tag.startsWith('90')) page.sums.push({ ...sum, record: field.record, side });
}

/** `/SUM/4/3/134,46/36,58/` below a statement: numbers and sums of its debits and credits. */
const totals = /^\/SUM\/(\d+)\/(\d+)\/(\d+,\d*)\/(\d+,\d*)\//u;

function takeTotals(page: Draft, { record, lines }: Field): void {
  const [, debitCount, creditCount, debits = '', credits = ''] = totals.exec(lines.join('')) ?? [];
  const currency = page.opening?.currency ?? '';
  const sides = [
    ['D', debitCount, exactAmount(debits)],
    ['C', creditCount, exactAmount(credits)],
  ] as const;
  for (const [side, count, amount] of sides) {
    if (amount !== undefined)
      page.sums.push({ side, count: Number(count), currency, amount, record });
  }
}

function unreadable({ record, tag }: Field, wanted: string): BadRecord {
  return new BadRecord(record, `field ${tag} is not ${wanted}`);
}
