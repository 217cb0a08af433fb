/**
 * One message of a SWIFT file: a statement, or one page of it, as its fields say.
 *
 * Field 86 belongs to the line above it; below the closing balance it belongs to the whole
 * statement and to no line.
 */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { exactAmount } from '../exact.ts';
import { type BankFileRefusal } from '../reader.ts';
import { type Balance, type Entry, type Sum, readBalance, readEntry, readSum } from './entry.ts';
import { type Field, type Message } from './fields.ts';

export type Line = {
  readonly record: number;
  readonly entry: Entry;
  /** What stands below field 61, and the lines of its field 86. */
  readonly supplement: readonly string[];
  readonly purpose: readonly string[];
};

export type PageBalance = Balance & { readonly record: number; readonly intermediate: boolean };

export type Page = {
  readonly record: number;
  readonly account: string;
  readonly number: string;
  readonly opening?: PageBalance;
  readonly closing?: PageBalance;
  readonly lines: readonly Line[];
  /** Sums that an interim report states about itself. */
  readonly sums: readonly (Sum & { readonly record: number; readonly side: 'C' | 'D' })[];
  /** Currencies named outside the balances. */
  readonly otherCurrencies: readonly string[];
};

type Draft = {
  -readonly [K in keyof Page]: Page[K] extends readonly (infer T)[] ? T[] : Page[K];
};
type OpenLine = { record: number; entry: Entry; supplement: string[]; purpose: string[] };

/** Reads one message; refused at the field that carries an amount and cannot be read. */
export function readPage(message: Message): Outcome<Page, BankFileRefusal> {
  const page: Draft = {
    record: message.record,
    account: '',
    number: '',
    lines: [],
    sums: [],
    otherCurrencies: [],
  };
  let line: OpenLine | undefined;
  for (const field of message.fields) {
    if (field.tag === '61') {
      const entry = readEntry(field.lines[0] ?? '');
      if (entry === undefined) return unreadable(field, 'a statement line');
      line = { record: field.record, entry, supplement: field.lines.slice(1), purpose: [] };
      page.lines.push(line);
    } else if (field.tag === '86') {
      if (line) line.purpose.push(...field.lines);
      else takeTotals(page, field);
    } else {
      const problem = takeField(page, field);
      if (problem !== undefined) return problem;
      if (/^6[25]/u.test(field.tag)) line = undefined;
    }
  }
  return accept(page);
}

type Unreadable = ReturnType<typeof unreadable>;

function takeField(page: Draft, field: Field): Unreadable | undefined {
  const value = (field.lines[0] ?? '').trim();
  if (field.tag === '25' || field.tag === '25P') page.account = value;
  if (field.tag === '28' || field.tag === '28C') page.number = value;
  if (/^6[0245]/u.test(field.tag)) return takeBalance(page, field, value);
  if (/^90|^34/u.test(field.tag)) return takeSum(page, field, value);
  return undefined;
}

function takeBalance(page: Draft, field: Field, value: string): Unreadable | undefined {
  const balance = readBalance(value);
  if (balance === undefined) return unreadable(field, 'a balance');
  const found = { ...balance, record: field.record, intermediate: field.tag.endsWith('M') };
  if (field.tag.startsWith('60')) page.opening = found;
  else if (field.tag.startsWith('62')) page.closing = found;
  else page.otherCurrencies.push(balance.currency);
  return undefined;
}

function takeSum(page: Draft, field: Field, value: string): Unreadable | undefined {
  const sum = readSum(value);
  if (sum === undefined) return unreadable(field, 'a sum');
  page.otherCurrencies.push(sum.currency);
  const side = field.tag === '90C' ? 'C' : 'D';
  if (field.tag.startsWith('90')) page.sums.push({ ...sum, record: field.record, side });
  return undefined;
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

function unreadable(field: Field, wanted: string) {
  return refuse('read.bad_record', {
    record: field.record,
    reason: `field ${field.tag} is not ${wanted}`,
  });
}
