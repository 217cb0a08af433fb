/**
 * The parts of a SWIFT statement that carry amounts: field 61, the balances 60 to 65, the
 * sums 90. SWIFT writes no marks between thousands; some banks do, `1.234,56`.
 *
 * `RC` takes a credit back and so is a debit, `RD` a credit: 26 of 26 statements of a public
 * file prove only so. `EC` and `ED` are expected and not booked yet.
 */
import { type Decimal } from '#kernel/decimal.ts';
import { type Day, dayOf, daysInMonth } from '#kernel/day.ts';
import { looseAmount, negated } from '../exact.ts';

export type Entry = {
  readonly valueOn: Day;
  readonly bookedOn: Day;
  /** Signed: money in is positive. */
  readonly amount: Decimal;
  readonly mark: 'C' | 'D' | 'RC' | 'RD' | 'EC' | 'ED';
  /** `NTRF`: how it is coded, and what kind of business it is. */
  readonly type: string;
  readonly customerReference: string;
  readonly bankReference: string;
  /** The day stood in no calendar (30 February) and was taken as the month's last. */
  readonly impossibleDay: boolean;
};

export type Balance = { readonly on: Day; readonly currency: string; readonly amount: Decimal };

const entryShape =
  /^(\d{6})(\d{4})?(R[CD]|E[CD]|[CD])([A-Z])?([\d.,]*\d[\d.,]*)([A-Z][A-Z\d ]{3})?(.*)$/u;
const balanceShape = /^(R?[CD])(\d{6})([A-Z]{3})([\d.,]+)$/u;
const sumShape = /^(\d*)([A-Z]{3})([CD]?)([\d.,]+)$/u;

/** Field 61 without its second line; undefined when it is none. */
export function readEntry(line: string): Entry | undefined {
  const match = entryShape.exec(line.trim());
  const amount = looseAmount(match?.[5] ?? '');
  const value = match ? shortDay(match[1] ?? '') : undefined;
  if (!match || amount === undefined || value === undefined) return undefined;
  const mark = markOf(match[3] ?? '');
  const [customerReference = '', ...rest] = (match[7] ?? '').split('//');
  return {
    valueOn: value.day,
    bookedOn: entryDay(match[2], value.day),
    amount: mark === 'C' || mark === 'RD' || mark === 'EC' ? amount : negated(amount),
    mark,
    type: (match[6] ?? '').trim(),
    customerReference: customerReference.trim(),
    bankReference: rest.join('//').trim(),
    impossibleDay: value.impossible,
  };
}

/** A balance of fields 60 to 65; undefined when it is none. */
export function readBalance(line: string): Balance | undefined {
  const match = balanceShape.exec(line.trim());
  const amount = looseAmount(match?.[4] ?? '');
  const on = match ? shortDay(match[2] ?? '') : undefined;
  if (!match || amount === undefined || on === undefined) return undefined;
  const debit = match[1] === 'D' || match[1] === 'RC';
  return { on: on.day, currency: match[3] ?? '', amount: debit ? negated(amount) : amount };
}

export type Sum = { readonly count?: number; readonly currency: string; readonly amount: Decimal };

/** Number and sum of fields 90C and 90D, or the floor limit of 34F, which has no number. */
export function readSum(line: string): Sum | undefined {
  const match = sumShape.exec(line.trim());
  const amount = looseAmount(match?.[4] ?? '');
  if (!match || amount === undefined) return undefined;
  const currency = match[2] ?? '';
  const digits = match[1] ?? '';
  return digits === '' ? { currency, amount } : { count: Number(digits), currency, amount };
}

function markOf(text: string): Entry['mark'] {
  // The shape above admits these six and no other.
  return text as Entry['mark'];
}

/**
 * `YYMMDD` of this century or, from 70 on, of the last one. Banks that count thirty days a
 * month write 30 February: it is the month's last day.
 */
function shortDay(text: string): { day: Day; impossible: boolean } | undefined {
  const short = Number(text.slice(0, 2));
  const year = short >= 70 ? 1900 + short : 2000 + short;
  const month = Number(text.slice(2, 4));
  const wanted = Number(text.slice(4, 6));
  if (month < 1 || month > 12 || wanted < 1 || wanted > 31) return undefined;
  const last = daysInMonth(year, month);
  const day = dayOf(year, month, Math.min(wanted, last));
  return day === undefined ? undefined : { day, impossible: wanted > last };
}

/** The booking day has no year: the one that brings it nearest to the value day. */
function entryDay(text: string | undefined, value: Day): Day {
  if (text === undefined) return value;
  const year = Number(value.slice(0, 4));
  const month = Number(text.slice(0, 2));
  const apart = month - Number(value.slice(5, 7));
  const shift = apart > 6 ? -1 : apart < -6 ? 1 : 0;
  return dayOf(year + shift, month, Number(text.slice(2, 4))) ?? value;
}
