/**
 * A date as a file writes it, and the days it may mean.
 *
 * `2020-03-30`, `30 de marzo de 2020` and the serial number 43920 mean one day. `03/04/2020`
 * may mean two, and one value alone can never tell: the order of day and month is decided
 * for a whole column (see date-order.ts). A time of day is dropped, never moved to a zone.
 */
import { type Day, day, dayOf, plusDays } from '#kernel/day.ts';

export type DateOrder = 'ymd' | 'dmy' | 'mdy';

/** The day under each order that gives a real one; `only` when the order does not matter. */
export type DateReadings =
  | { readonly only: Day }
  | { readonly ymd?: Day; readonly dmy?: Day; readonly mdy?: Day; readonly shortYear: boolean };

const blanks = /^(?:|-+|0|n\/?a|null|none|nan|nat|0000-00-00|00[/.-]00[/.-]0000|1900-01-00)$/iu;
/** `14:05:33.5 p.m. +02:00` and shorter, with what stands between it and the day. */
const timeOfDay = new RegExp(
  '[T ,]+\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2}(?:[.,]\\d+)?)?(?: ?[ap]\\.? ?m\\.?)?' +
    '(?: ?(?:Z|UTC|GMT|[+-]\\d{2}:?\\d{2}|[A-Z]{3,4}))?$',
  'iu',
);

/** Is the value one of the ways to write no date? */
export function isNoDate(text: string): boolean {
  return blanks.test(text);
}

/** No date is written longer; a longer text is not even looked into. */
const longestDate = 64;

/** The days a text may mean, or undefined when it means none. */
export function dateReadings(text: string): DateReadings | undefined {
  if (text.length > longestDate) return undefined;
  const bare = text.trim().replace(timeOfDay, '').trim();
  return numericDate(bare) ?? compactDate(bare) ?? serialDate(bare) ?? namedDate(bare);
}

/** The day a text means under an order, or undefined; `10/10/2017` means one under any. */
export function dayUnder(readings: DateReadings, order: DateOrder): Day | undefined {
  if ('only' in readings) return readings.only;
  return readings[order] ?? (readings.dmy === readings.mdy ? readings.dmy : undefined);
}

/** `2020-03-30`, `30/03/2020`, `3.30.20`: three numbers with one mark between them. */
function numericDate(text: string): DateReadings | undefined {
  const match = /^(\d{1,4})([-/. ])(\d{1,2})\2(\d{1,4})$/u.exec(text);
  if (match === null) return undefined;
  const [, first = '', , second = '', third = ''] = match;
  if (first.length === 4) return only(dayOf(Number(first), Number(second), Number(third)));
  if (first.length === 3 || third.length === 1 || third.length === 3) return undefined;
  return threeWays(first, second, third);
}

function threeWays(first: string, second: string, third: string): DateReadings | undefined {
  const shortYear = third.length === 2;
  const year = fullYear(third);
  const ymd = shortYear ? dayOf(fullYear(first), Number(second), Number(third)) : undefined;
  const dmy = dayOf(year, Number(second), Number(first));
  const mdy = dayOf(year, Number(first), Number(second));
  if (ymd === undefined && dmy === undefined && mdy === undefined) return undefined;
  return {
    shortYear,
    ...(ymd === undefined ? {} : { ymd }),
    ...(dmy === undefined ? {} : { dmy }),
    ...(mdy === undefined ? {} : { mdy }),
  };
}

/** `20200330`, also with the float tail that a data frame adds; `30032020` by its order. */
function compactDate(text: string): DateReadings | undefined {
  const match = /^(\d{8})(?:\.0)?$/u.exec(text);
  if (match === null) return undefined;
  const digits = match[1] ?? '';
  const year = Number(digits.slice(0, 4));
  const leading = year >= 1950 && year <= 2100;
  const iso = dayOf(year, Number(digits.slice(4, 6)), Number(digits.slice(6)));
  if (leading && iso !== undefined) return { only: iso };
  const last = Number(digits.slice(4));
  if (last < 1950 || last > 2100) return undefined;
  return threeWays(digits.slice(0, 2), digits.slice(2, 4), digits.slice(4));
}

const serialStart: Day = day('1899-12-30');

/** A spreadsheet's serial number, from 1954 to 2119; a fraction is a time of day. */
function serialDate(text: string): DateReadings | undefined {
  const match = /^([2-7]\d{4})(?:[.,]\d+)?$/u.exec(text);
  return match === null ? undefined : { only: plusDays(serialStart, Number(match[1])) };
}

/** English and Spanish side by side; three letters or more of a name are enough. */
const months: readonly (readonly string[])[] = [
  ['january', 'enero'],
  ['february', 'febrero'],
  ['march', 'marzo'],
  ['april', 'abril'],
  ['may', 'mayo'],
  ['june', 'junio'],
  ['july', 'julio'],
  ['august', 'agosto'],
  ['september', 'septiembre', 'setiembre'],
  ['october', 'octubre'],
  ['november', 'noviembre'],
  ['december', 'diciembre'],
];

/** What may stand in a written date besides day, month and year. */
const filler = new RegExp(
  '^(?:de|del|st|nd|rd|th|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|' +
    'lun(?:es)?|martes|mie(?:rcoles)?|jue(?:ves)?|vie(?:rnes)?|sab(?:ado)?|dom(?:ingo)?)$',
  'u',
);

/** `30-Mar-2020`, `March 30, 2020`, `30 de marzo de 2020`, `30MAR20`. */
function namedDate(text: string): DateReadings | undefined {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const words = (plain.match(/\d+|\p{L}+/gu) ?? []).filter((word) => !filler.test(word));
  const at = words.findIndex((word) => monthOf(word) > 0);
  if (words.length !== 3 || at < 0 || at > 1) return undefined;
  const month = monthOf(words[at] ?? '');
  const [first = '', second = ''] = words.filter((_, place) => place !== at);
  if (/\D/u.test(first + second)) return undefined;
  if (first.length === 4) return only(dayOf(Number(first), month, Number(second)));
  if (second.length !== 4 && second.length !== 2) return undefined;
  return only(dayOf(fullYear(second), month, Number(first)));
}

/** 1 to 12, or 0 when the word is no month. */
function monthOf(word: string): number {
  if (word.length < 3) return 0;
  return months.findIndex((names) => names.some((name) => name.startsWith(word))) + 1;
}

function only(found: Day | undefined): DateReadings | undefined {
  return found === undefined ? undefined : { only: found };
}

/** Two digits mean 1970 to 2069. */
function fullYear(text: string): number {
  const value = Number(text);
  if (text.length > 2) return value;
  return value < 70 ? 2000 + value : 1900 + value;
}
