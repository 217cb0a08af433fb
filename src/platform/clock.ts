/**
 * The only clock: what day it is at the desk, and what moment it is.
 *
 * A day is asked in a zone, because it is tomorrow in Tokyo already. DUNLIN_TODAY fixes the
 * day for demonstrations and tests; the moment stays real, because it says when something
 * became known. Rules never see a clock, they are handed the day.
 */
import { dayOf, type Day } from '#kernel/day.ts';
import { instant, type Instant } from '#kernel/instant.ts';

export type Clock = {
  /** The business day in the zone (`America/New_York`), or in the clock's own. */
  today(zone?: string): Day;
  /** The moment in UTC. */
  now(): Instant;
};

export type ClockOptions = {
  /** Fixes `today` in every zone. */
  readonly today?: Day | undefined;
  /** An IANA zone; a company's own zone is passed to `today`. */
  readonly zone: string;
};

/** Throws a RangeError when the zone is not known. */
export function makeClock({ today, zone: own }: ClockOptions): Clock {
  const calendars = new Map<string, Intl.DateTimeFormat>();
  function calendarOf(zone: string): Intl.DateTimeFormat {
    const known = calendars.get(zone);
    if (known) return known;
    const made = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'iso8601',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    });
    calendars.set(zone, made);
    return made;
  }
  calendarOf(own);
  return {
    today: (zone = own) => today ?? dayIn(calendarOf(zone), new Date()),
    now: () => instant(new Date().toISOString()),
  };
}

function dayIn(calendar: Intl.DateTimeFormat, moment: Date): Day {
  const parts = new Map(calendar.formatToParts(moment).map(({ type, value }) => [type, value]));
  const found = dayOf(
    Number(parts.get('year')),
    Number(parts.get('month')),
    Number(parts.get('day')),
  );
  if (found === undefined) throw new Error(`no day in ${calendar.format(moment)}`);
  return found;
}
