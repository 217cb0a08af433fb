/** Days as a model counts them, from 1970-01-01, and as people write them. */
import { type Day, day, daysBetween, parts, plusDays } from '#kernel/day.ts';

const epoch = day('1970-01-01');

export function toNumber(on: Day): number {
  return daysBetween(epoch, on);
}

export function toDay(dayNumber: number): Day {
  return plusDays(epoch, dayNumber);
}

/** Months since year 0, January of which is 0. */
export function monthOf(dayNumber: number): number {
  const { year, month } = parts(toDay(dayNumber));
  return year * 12 + month - 1;
}

/** The Monday of the week of a day. */
export function mondayOf(dayNumber: number): number {
  // Day 0 was a Thursday.
  return dayNumber - ((((dayNumber + 3) % 7) + 7) % 7);
}
