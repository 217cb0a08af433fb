/**
 * The rhythm of a schedule: on which days and at which hour its pack is made, by the company's
 * calendar and on its wall clock.
 *
 *   nominal day (Monday, the 31st) ──no business day──▶ the next one that is
 *
 * A period has one name for ever (`2026-W47`), taken from the nominal day, so that a holiday or
 * a change of the hour never makes a second issue of it.
 */
import {
  type Day,
  dayOf,
  daysBetween,
  daysInMonth,
  endOfMonth,
  parts,
  plusDays,
  plusMonths,
  startOfMonth,
  weekday,
} from '#kernel/day.ts';
import type { LocalTime } from '#kernel/local-time.ts';
import {
  type BusinessCalendar,
  businessDayOnOrAfter,
  businessDayOnOrBefore,
  isBusinessDay,
  plusBusinessDays,
} from '#areas/team/rules/calendar.ts';

export type Rhythm = { readonly hour: number } & (
  | { readonly every: 'day' }
  /** Monday is 1, as in ISO 8601. */
  | { readonly every: 'week'; readonly weekday: number }
  /** Beyond the month's end: its last day. */
  | { readonly every: 'month'; readonly day: number }
  /** 1 is the first business day, -1 the last. */
  | { readonly every: 'month'; readonly businessDay: number }
);

export type Turn = {
  /** Names the period: of a schedule there is one issue of it. */
  readonly period: string;
  /** When it is made: a business day and the minutes after midnight. */
  readonly at: LocalTime;
};

/** The last turn that has come by this moment; there always is one. */
export function lastTurn(rhythm: Rhythm, calendar: BusinessCalendar, now: LocalTime): Turn {
  for (let back = 0; back < farBack; back += 1) {
    const turn = turnOf(rhythm, calendar, stepped(rhythm, now.on, -back));
    if (turn !== undefined && !isAfter(turn.at, now)) return turn;
  }
  throw new Error('no turn of this rhythm lies in the past');
}

/** The next turn after this moment. */
export function nextTurn(rhythm: Rhythm, calendar: BusinessCalendar, now: LocalTime): Turn {
  // A turn moved over a holiday may belong to the period before.
  for (let ahead = -1; ahead < farBack; ahead += 1) {
    const turn = turnOf(rhythm, calendar, stepped(rhythm, now.on, ahead));
    if (turn !== undefined && isAfter(turn.at, now)) return turn;
  }
  throw new Error('no turn of this rhythm lies ahead');
}

/** No calendar is closed for so many days, weeks or months in a row. */
const farBack = 60;

/** A day in the period so many before or after the day's own. */
function stepped({ every }: Rhythm, on: Day, by: number): Day {
  if (every === 'day') return plusDays(on, by);
  return every === 'week' ? plusDays(on, 7 * by) : plusMonths(startOfMonth(on), by);
}

/** The turn of the period in which the day lies; a closed day has none of its own. */
function turnOf(rhythm: Rhythm, calendar: BusinessCalendar, within: Day): Turn | undefined {
  const at = (on: Day): LocalTime => ({ on, minutes: rhythm.hour * 60 });
  if (rhythm.every === 'day') {
    return isBusinessDay(within, calendar) ? { period: within, at: at(within) } : undefined;
  }
  if (rhythm.every === 'week') {
    const nominal = plusDays(within, rhythm.weekday - weekday(within));
    return { period: weekName(nominal), at: at(businessDayOnOrAfter(nominal, calendar)) };
  }
  return { period: within.slice(0, 7), at: at(dayInMonth(rhythm, calendar, within)) };
}

function dayInMonth(
  rhythm: Extract<Rhythm, { every: 'month' }>,
  calendar: BusinessCalendar,
  within: Day,
): Day {
  const { year, month } = parts(within);
  if ('businessDay' in rhythm) {
    const { businessDay } = rhythm;
    return businessDay > 0
      ? plusBusinessDays(plusDays(startOfMonth(within), -1), businessDay, calendar)
      : plusBusinessDays(
          businessDayOnOrBefore(endOfMonth(within), calendar),
          businessDay + 1,
          calendar,
        );
  }
  const nominal = dayOf(year, month, Math.min(rhythm.day, daysInMonth(year, month)));
  return businessDayOnOrAfter(nominal ?? endOfMonth(within), calendar);
}

/** `2026-W47`: the ISO week, whose year is that of its Thursday. */
export function weekName(on: Day): string {
  const thursday = plusDays(on, 4 - weekday(on));
  const { year } = parts(thursday);
  const first = dayOf(year, 1, 4) ?? thursday;
  const monday = plusDays(first, 1 - weekday(first));
  const week = Math.floor(daysBetween(monday, thursday) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

function isAfter(one: LocalTime, other: LocalTime): boolean {
  return one.on === other.on ? one.minutes > other.minutes : one.on > other.on;
}

/**
 * As of when a pack is made on a day: the day itself, or the month's end that lies behind it. In
 * the second half of a month its own end is meant only when it is the last business day.
 */
export function asOfFor(of: 'day' | 'month', on: Day, calendar: BusinessCalendar): Day {
  if (of === 'day') return on;
  const end = endOfMonth(on);
  return on >= businessDayOnOrBefore(end, calendar) ? on : plusDays(startOfMonth(on), -1);
}
