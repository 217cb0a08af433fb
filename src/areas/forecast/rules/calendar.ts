/**
 * The calendar as a model reads it: for each day number its weekday, its day of the month and how
 * many days its month still has. Worked out once for all days that are asked about.
 */
export type Calendar = {
  readonly first: number;
  readonly monthDays: Uint8Array;
  /** Days until the last of the month; 0 on it. */
  readonly toMonthEnd: Uint8Array;
};

/** Both ends included; days are counted from 1970-01-01. */
export function calendarFrom(first: number, last: number): Calendar {
  const days = Math.max(last - first + 1, 0);
  const monthDays = new Uint8Array(days);
  for (let at = 0; at < days; at += 1) monthDays[at] = monthDayOf(first + at);
  const toMonthEnd = new Uint8Array(days);
  for (let at = 0; at < days; at += 1)
    toMonthEnd[at] = monthLength(first + at) - (monthDays[at] ?? 0);
  return { first, monthDays, toMonthEnd };
}

/** 0 is Thursday, the weekday of 1970-01-01. */
export function weekdayOf(dayNumber: number): number {
  return ((dayNumber % 7) + 7) % 7;
}

export function monthDayOf(dayNumber: number): number {
  return new Date(dayNumber * dayInMilliseconds).getUTCDate();
}

function monthLength(dayNumber: number): number {
  const on = new Date(dayNumber * dayInMilliseconds);
  return new Date(Date.UTC(on.getUTCFullYear(), on.getUTCMonth() + 1, 0)).getUTCDate();
}

const dayInMilliseconds = 86_400_000;
