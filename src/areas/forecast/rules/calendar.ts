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
  const toMonthEnd = new Uint8Array(days);
  for (let at = 0; at < days; at += 1) {
    monthDays[at] = monthDayOf(first + at);
    let ahead = 0;
    while (monthDayOf(first + at + ahead + 1) !== 1) ahead += 1;
    toMonthEnd[at] = ahead;
  }
  return { first, monthDays, toMonthEnd };
}

/** 0 is Thursday, the weekday of 1970-01-01. */
export function weekdayOf(dayNumber: number): number {
  return ((dayNumber % 7) + 7) % 7;
}

/**
 * In whole numbers, for a model asks it a million times: years begin in March, so that the leap
 * day is a year's last, and repeat every 400 years. (E. G. Richards, Mapping Time, 1998, ch. 25.)
 */
export function monthDayOf(dayNumber: number): number {
  const sinceYearZero = dayNumber + 719_468;
  const ofCycle = ((sinceYearZero % 146_097) + 146_097) % 146_097;
  const leapDays =
    Math.trunc(ofCycle / 1460) - Math.trunc(ofCycle / 36_524) + Math.trunc(ofCycle / 146_096);
  const year = Math.trunc((ofCycle - leapDays) / 365);
  const ofYear = ofCycle - (365 * year + Math.trunc(year / 4) - Math.trunc(year / 100));
  const month = Math.trunc((5 * ofYear + 2) / 153);
  return ofYear - Math.trunc((153 * month + 2) / 5) + 1;
}
