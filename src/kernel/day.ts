/**
 * A business day: a calendar day in the company's zone, never an instant.
 *
 * Written `YYYY-MM-DD`, so days compare and sort as text. Nothing here asks a clock;
 * the day always comes in as an argument (law 7 of the ledger).
 */
declare const dayBrand: unique symbol;
export type Day = string & { readonly [dayBrand]: true };

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/u;

/** Reads `YYYY-MM-DD`; throws a RangeError for anything else, impossible days included. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new RangeError(`not a day: "${text}" (write YYYY-MM-DD)`);
  return parsed;
}

/** The day, or undefined when the text is not a real `YYYY-MM-DD`. */
export function parseDay(text: string): Day | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  return dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** The day of a year, month (1–12) and day of month, or undefined when there is no such day. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | undefined {
  if (year < 1 || year > 9999 || month < 1 || month > 12) return undefined;
  if (dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return undefined;
  return write(year, month, dayOfMonth);
}

/** The day `days` calendar days later (earlier when negative). */
export function plusDays(from: Day, days: number): Day {
  return fromOrdinal(ordinal(from) + days);
}

/** Calendar days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return ordinal(to) - ordinal(from);
}

/** The last day of the day's month. */
export function endOfMonth(of: Day): Day {
  const { year, month } = parts(of);
  return write(year, month, daysInMonth(year, month));
}

/** The first day of the day's month. */
export function startOfMonth(of: Day): Day {
  const { year, month } = parts(of);
  return write(year, month, 1);
}

/** The same day of the month `months` later, or that month's last day when it is shorter. */
export function plusMonths(from: Day, months: number): Day {
  const { year, month, dayOfMonth } = parts(from);
  const count = year * 12 + (month - 1) + months;
  const newYear = Math.floor(count / 12);
  const newMonth = (count % 12) + 1;
  return write(newYear, newMonth, Math.min(dayOfMonth, daysInMonth(newYear, newMonth)));
}

/** Monday is 1, Sunday is 7 (ISO 8601). */
export function weekday(of: Day): number {
  return ((((ordinal(of) + 3) % 7) + 7) % 7) + 1;
}

export function earlier(a: Day, b: Day): Day {
  return a <= b ? a : b;
}

export function later(a: Day, b: Day): Day {
  return a >= b ? a : b;
}

/** Year, month (1–12) and day of month of a day. */
export function parts(of: Day): { year: number; month: number; dayOfMonth: number } {
  return {
    year: twoDigits(of, 0) * 100 + twoDigits(of, 2),
    month: twoDigits(of, 5),
    dayOfMonth: twoDigits(of, 8),
  };
}

const zero = '0'.charCodeAt(0);

/** Read without making a text of them: a simulation asks this of a day a hundred million times. */
function twoDigits(of: Day, at: number): number {
  return (of.charCodeAt(at) - zero) * 10 + of.charCodeAt(at + 1) - zero;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function write(year: number, month: number, dayOfMonth: number): Day {
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
  // The parts were checked or computed above, so the text is a real day.
  return text as Day;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** Days since 1970-01-01, by Howard Hinnant's civil-calendar algorithm. */
function ordinal(of: Day): number {
  const { year, month, dayOfMonth } = parts(of);
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Days that were written once, from 1970 on; those of a hundred years are few. */
const written = new Map<number, Day>();
const mostWritten = 60_000;

function fromOrdinal(days: number): Day {
  if (days < 0 || days >= mostWritten) return writtenOf(days);
  const known = written.get(days);
  if (known !== undefined) return known;
  const made = writtenOf(days);
  written.set(days, made);
  return made;
}

function writtenOf(days: number): Day {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1;
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return write(year, month, dayOfMonth);
}
