/**
 * The days a figure is about: the day it is of, and the period whose flows it counts.
 *
 * A period is named with its first and last day, both counted. The usual one is the last three
 * calendar months, ending on the day itself: on 30 September it is July to September, 92 days.
 * Days are calendar days; whoever wants thirty-day months asks for that variant by name.
 */
import {
  type Day,
  day,
  daysBetween,
  earlier,
  endOfMonth,
  plusDays,
  plusMonths,
  startOfMonth,
} from '#kernel/day.ts';

export type Period = { readonly from: Day; readonly to: Day };

/** One calendar month, or the part of it that has passed on the day asked for. */
export type MonthSpan = Period & { readonly name: string; readonly days: number };

/** Both ends counted. */
export function daysIn({ from, to }: Period): number {
  return daysBetween(from, to) + 1;
}

/** So many months up to and with a day; a day that ends its month gives whole months. */
export function monthsUpTo(to: Day, months: number): Period {
  if (to === endOfMonth(to)) return { from: startOfMonth(plusMonths(to, 1 - months)), to };
  return { from: plusDays(plusMonths(to, -months), 1), to };
}

/** The day before the twelve months up to a day: what was open then is their opening. */
export function yearBefore(asOf: Day): Day {
  return plusDays(monthsUpTo(asOf, 12).from, -1);
}

/** The last three months: long enough to smooth a month, short enough to show a change. */
export function usualPeriod(asOf: Day): Period {
  return monthsUpTo(asOf, 3);
}

/** How many months a period spans, at least one: 92 days are 3. */
export function monthsIn(period: Period): number {
  return Math.max(1, Math.round((daysIn(period) * 12) / 365.25));
}

/** Calendar months newest first; the first may be a part of its month. */
export function monthsBack(asOf: Day, count: number): MonthSpan[] {
  return Array.from({ length: count }, (_, back) => monthNamed(asOf, nameOfMonth(asOf, back)));
}

/** The month of a name such as `2026-08`, as far as it has passed on the day. */
export function monthNamed(asOf: Day, name: string): MonthSpan {
  const from = day(`${name}-01`);
  const span = { from, to: earlier(endOfMonth(from), asOf) };
  return { ...span, name, days: Math.max(1, daysIn(span)) };
}

function nameOfMonth(asOf: Day, back: number): string {
  return plusMonths(startOfMonth(asOf), -back).slice(0, 7);
}
