/**
 * By when a mail ought to be answered: so many working minutes of the box after it came.
 *
 * Working time is eight to five on the desk's business days, in the company's zone. The clock
 * stands still outside it: what comes on Friday at six is as old as what comes on Monday at eight.
 */
import { type Day, plusDays } from '#kernel/day.ts';
import type { Instant } from '#kernel/instant.ts';
import { instantOf, localTimeOf } from '#kernel/local-time.ts';
import { type BusinessCalendar, isBusinessDay } from '#areas/team/rules/calendar.ts';

const opens = 8 * 60;
const closes = 17 * 60;
/** No box waits longer. */
const mostDays = 400;

export function answerDueAt(
  received: Instant,
  workingMinutes: number,
  zone: string,
  calendar: BusinessCalendar,
): Instant {
  const wall = localTimeOf(received, zone);
  let on: Day = wall.on;
  let from = Math.max(opens, wall.minutes);
  let left = workingMinutes;
  for (let days = 0; days < mostDays; days += 1) {
    const there = isBusinessDay(on, calendar) ? Math.max(0, closes - from) : 0;
    if (left <= there && there > 0) return instantOf({ on, minutes: from + left }, zone);
    left -= there;
    on = plusDays(on, 1);
    from = opens;
  }
  return instantOf({ on, minutes: opens }, zone);
}
