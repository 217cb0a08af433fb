/**
 * What a cell of an edited sheet means: text, an amount, a day, a choice, a person.
 *
 * Programs write one and the same value in many ways (a day as a serial number, as a date or as
 * text; an amount as a number); all of them give the same text here. What is not understood is
 * refused with what would be, and never guessed: 3/4/2026 is two days, so it is neither.
 */
import { type Day, day, parseDay, plusDays } from '#kernel/day.ts';
import { decimalsOf, formatMinor, parseCurrency, parseMinor } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Column } from './column.ts';

/** A cell as it was opened; `time` is a date in milliseconds since 1970, UTC. */
export type RawCell = string | number | boolean | null | { readonly time: number };

export type CellFault =
  | 'workbooks.bad_day'
  | 'workbooks.bad_amount'
  | 'workbooks.bad_choice'
  | 'workbooks.bad_person'
  | 'workbooks.too_long';

/** What a choice or a person is called in the sheet; undefined for what is on no list. */
export type Codes = (column: Column, label: string) => string | undefined;

/** Nobody writes more into a cell of a list. */
const longestText = 4000;

/** The value of a cell as text; `code` is the currency of the row, for its decimals. */
export function readCell(
  raw: RawCell,
  column: Column,
  code: string,
  codes: Codes,
): Outcome<string, CellFault> {
  const text = textOf(raw);
  if (text === '') return accept('');
  switch (column.type) {
    case 'text':
      return text.length > longestText
        ? refuse('workbooks.too_long', { most: longestText })
        : accept(text);
    case 'count':
      return accept(text);
    case 'day':
      return readDay(raw, text);
    case 'amount':
      return readAmount(text, code);
    case 'choice':
    case 'member': {
      const found = codes(column, text);
      if (found !== undefined) return accept(found);
      const fault = column.type === 'member' ? 'workbooks.bad_person' : 'workbooks.bad_choice';
      return refuse(fault, { value: text });
    }
  }
}

const firstUnixDay: Day = day('1970-01-01');

/** As a person sees it: line ends of one kind, nothing around it. */
export function textOf(raw: RawCell): string {
  if (raw === null) return '';
  if (typeof raw === 'object') return dayOfTime(raw.time);
  if (typeof raw === 'number') return numberText(raw);
  if (typeof raw === 'boolean') return raw ? 'TRUE' : 'FALSE';
  return raw.normalize('NFC').replaceAll(/\r\n?/gu, '\n').replaceAll('\u00a0', ' ').trim();
}

function dayOfTime(time: number): string {
  return plusDays(firstUnixDay, Math.floor(time / 86_400_000));
}

/** Fifteen digits are all that a spreadsheet holds; what follows them is noise of its sums. */
function numberText(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const text = String(Number(value.toPrecision(15)));
  return /e/u.test(text) ? value.toLocaleString('en-US', plain) : text;
}

const plain = { useGrouping: false, maximumFractionDigits: 20 } as const;

/** Serial 0 of the 1900 date system, counted so that days after February 1900 are right. */
const firstSerialDay: Day = day('1899-12-30');
/** From 1950 to 2199: a smaller or larger number is no day that anybody means. */
const serials = { from: 18264, to: 109574 };

function readDay(raw: RawCell, text: string): Outcome<string, CellFault> {
  if (typeof raw === 'number') {
    const serial = Math.floor(raw);
    if (serial < serials.from || serial > serials.to) {
      return refuse('workbooks.bad_day', { value: text });
    }
    return accept(plusDays(firstSerialDay, serial));
  }
  const read = parseDay(text.slice(0, 10));
  return read && /^.{10}(?:[T ].*)?$/u.test(text)
    ? accept(read)
    : refuse('workbooks.bad_day', { value: text });
}

function readAmount(text: string, code: string): Outcome<string, CellFault> {
  const known = parseCurrency(code);
  const decimals = known === undefined ? 2 : decimalsOf(known);
  const minor = parseMinor(text, decimals);
  return minor === undefined
    ? refuse('workbooks.bad_amount', { value: text, currency: code })
    : accept(formatMinor(minor, decimals));
}
