/**
 * When something is due: so many days after a day, which is not counted itself.
 *
 * Calendar days unless a rule says business days. A last day that falls on a closed day stays
 * (`none`), goes to the business day before, because a law that is not extended must be kept
 * early, or to the one after, where the rule says so.
 */
import { type Day, plusDays } from '#kernel/day.ts';
import {
  type BusinessCalendar,
  businessDayOnOrAfter,
  businessDayOnOrBefore,
  plusBusinessDays,
} from '#areas/team/rules/calendar.ts';

export type Term = {
  readonly from: Day;
  readonly count: number;
  readonly unit: 'days' | 'business_days';
  readonly roll: 'none' | 'before' | 'after';
};

/** The last day on which it is in time. */
export function dueDay({ from, count, unit, roll }: Term, calendar: BusinessCalendar): Day {
  if (unit === 'business_days')
    return rolled(plusBusinessDays(from, count, calendar), roll, calendar);
  return rolled(plusDays(from, count), roll, calendar);
}

function rolled(last: Day, roll: Term['roll'], calendar: BusinessCalendar): Day {
  if (roll === 'before') return businessDayOnOrBefore(last, calendar);
  return roll === 'after' ? businessDayOnOrAfter(last, calendar) : last;
}
