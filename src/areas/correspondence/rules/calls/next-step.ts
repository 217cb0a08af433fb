/**
 * When one comes back to an account after a call: at the moment that was asked for, else on the
 * day that whoever called chose, else on the day that the outcome brings.
 */
import { type Day, plusDays } from '#kernel/day.ts';
import type { Instant } from '#kernel/instant.ts';
import { instantOf } from '#kernel/local-time.ts';
import { type BusinessCalendar, plusBusinessDays } from '#areas/team/rules/calendar.ts';
import type { JudgedCall } from './outcome.ts';

export type NextStep =
  | { readonly kind: 'none'; readonly at: null }
  | { readonly kind: 'follow_up' | 'callback'; readonly at: Instant };

const startOfWork = 8 * 60;

export type NextFacts = {
  readonly again: JudgedCall['again'];
  /** A moment that the person asked for. */
  readonly callback: Instant | null;
  /** The day that whoever called chose. */
  readonly chosen: Day | null;
  readonly today: Day;
  /** Of the company, in which the desk works. */
  readonly zone: string;
  readonly calendar: BusinessCalendar;
};

export function nextStep({ again, callback, chosen, today, zone, calendar }: NextFacts): NextStep {
  if (callback !== null) return { kind: 'callback', at: callback };
  const on = chosen ?? (again && dayOf(again, today, calendar));
  if (on === null) return { kind: 'none', at: null };
  return { kind: 'follow_up', at: instantOf({ on, minutes: startOfWork }, zone) };
}

function dayOf(
  { days, business }: NonNullable<JudgedCall['again']>,
  today: Day,
  calendar: BusinessCalendar,
): Day {
  return business ? plusBusinessDays(today, days, calendar) : plusDays(today, days);
}
