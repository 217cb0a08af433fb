/**
 * How old what we have from a source is: the day it is complete as of, against today.
 *
 * A morning file tells of the day before at the latest; weekends and bank holidays bring none.
 */
import type { Day } from '#kernel/day.ts';
import { type BusinessCalendar, plusBusinessDays } from '#areas/team/rules/calendar.ts';

/** Data older than so many business days is shown with a warning. */
export const freshFor = { businessDays: 1 } as const;

/** Should somebody ask where today's file is? Days are counted by the company's calendar. */
export function isStale(asOf: Day, today: Day, calendar: BusinessCalendar): boolean {
  return today > plusBusinessDays(asOf, freshFor.businessDays, calendar);
}
