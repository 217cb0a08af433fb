/**
 * A duty: a task that comes again every week or every month.
 *
 * The series keeps its own day, the weekday or the day of the month; what falls on a closed day
 * is due on the business day before, because a duty that slips behind its day is late. The day
 * it keeps to never drifts: the 31st is the last of a short month and the 31st again after it.
 */
import { type Day, dayOf, daysInMonth, parts, plusDays, plusMonths, weekday } from '#kernel/day.ts';
import { type BusinessCalendar, businessDayOnOrBefore } from '#areas/team/rules/calendar.ts';

export const everies = ['week', 'month'] as const;
export type Every = (typeof everies)[number];

/** The weekday or day of the month that a duty with this first day keeps to. */
export function anchorOf(every: Every, first: Day): number {
  return every === 'week' ? weekday(first) : parts(first).dayOfMonth;
}

/** The day of the series after this one. */
export function nextNominal(every: Every, anchor: number, after: Day): Day {
  if (every === 'week') {
    const ahead = (anchor - weekday(after) + 7) % 7;
    return plusDays(after, ahead === 0 ? 7 : ahead);
  }
  const { year, month } = parts(plusMonths(after, 1));
  const next = dayOf(year, month, Math.min(anchor, daysInMonth(year, month)));
  if (next === undefined) throw new RangeError(`no day ${anchor} in ${year}-${month}`);
  return next;
}

/** When the duty of a series' day is due. */
export function dueDay(nominalOn: Day, calendar: BusinessCalendar): Day {
  return businessDayOnOrBefore(nominalOn, calendar);
}
