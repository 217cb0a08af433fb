/**
 * An accounting period of a company: a calendar month, unless it keeps its own calendar.
 *
 *   open ──soft close──▶ softly closed ──hard close──▶ closed for good
 *     ▲                       │
 *     └────────reopen─────────┘
 *
 * Periods follow each other without a gap, and are closed in that order: the first closing of
 * a company takes everything before it along. What is closed for good never opens again; a
 * correction is a fact of a later day. Only a signed month is closed for good. A period that
 * still runs cannot be closed, so that "date it today" is always a way out.
 */
import { type Day, endOfMonth, parseDay, plusDays, startOfMonth } from '#kernel/day.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Closed } from './posting-day.ts';

export type Period = { readonly name: string; readonly firstOn: Day; readonly lastOn: Day };

export const periodStates = ['open', 'soft', 'hard'] as const;
export type PeriodState = (typeof periodStates)[number];

/** The period of a day; `own` is the company's calendar, in any order. */
export function periodOf(on: Day, own: readonly Period[]): Period {
  const kept = own.find(({ firstOn, lastOn }) => firstOn <= on && on <= lastOn);
  if (kept) return kept;
  // Where its own calendar ends, the months go on with what is left of them.
  const before = own.filter(({ lastOn }) => lastOn < on).map(({ lastOn }) => plusDays(lastOn, 1));
  const after = own
    .filter(({ firstOn }) => firstOn > on)
    .map(({ firstOn }) => plusDays(firstOn, -1));
  return {
    name: on.slice(0, 7),
    firstOn: [startOfMonth(on), ...before].toSorted().at(-1) ?? on,
    lastOn: [endOfMonth(on), ...after].toSorted()[0] ?? on,
  };
}

/** The period of that name; undefined when there is none. */
export function periodNamed(name: string, own: readonly Period[]): Period | undefined {
  const kept = own.find((period) => period.name === name);
  if (kept) return kept;
  const first = parseDay(`${name}-01`);
  if (!first) return undefined;
  // A month that the own calendar cuts at its start is found from its end.
  return [first, endOfMonth(first)]
    .map((on) => periodOf(on, own))
    .find((each) => each.name === name);
}

export function periodAfter({ lastOn }: Period, own: readonly Period[]): Period {
  return periodOf(plusDays(lastOn, 1), own);
}

export function periodBefore({ firstOn }: Period, own: readonly Period[]): Period {
  return periodOf(plusDays(firstOn, -1), own);
}

export function stateOfPeriod(
  { lastOn }: Period,
  { softThrough, hardThrough }: Closed,
): PeriodState {
  if (hardThrough !== null && lastOn <= hardThrough) return 'hard';
  return softThrough !== null && lastOn <= softThrough ? 'soft' : 'open';
}

export type ClosingRefusal =
  | 'ledger.period_not_over'
  | 'ledger.period_not_next'
  | 'ledger.period_not_signed'
  | 'ledger.period_not_soft'
  | 'ledger.period_already_soft'
  | 'ledger.period_already_hard'
  | 'ledger.period_not_last';

type Known = { readonly closed: Closed; readonly own: readonly Period[] };

/** Closes softly: over, and the next after what is closed. Answers what is closed then. */
export function closeSoftly(
  period: Period,
  { closed, own }: Known,
  today: Day,
): Outcome<Closed, ClosingRefusal> {
  const state = stateOfPeriod(period, closed);
  if (state !== 'open') return refuse(`ledger.period_already_${state}`, { period: period.name });
  if (period.lastOn >= today) {
    return refuse('ledger.period_not_over', { period: period.name, last: period.lastOn });
  }
  const next = closed.softThrough && periodOf(plusDays(closed.softThrough, 1), own);
  if (next && next.name !== period.name) {
    return refuse('ledger.period_not_next', { period: period.name, next: next.name });
  }
  return accept({ ...closed, softThrough: period.lastOn });
}

/** Closes for good: softly closed before, the next after what is closed for good, and signed. */
export function closeForGood(
  period: Period,
  { closed, own, signed }: Known & { readonly signed: boolean },
): Outcome<Closed, ClosingRefusal> {
  const state = stateOfPeriod(period, closed);
  if (state === 'hard') return refuse('ledger.period_already_hard', { period: period.name });
  if (state === 'open') return refuse('ledger.period_not_soft', { period: period.name });
  const next = closed.hardThrough && periodOf(plusDays(closed.hardThrough, 1), own);
  if (next && next.name !== period.name) {
    return refuse('ledger.period_not_next', { period: period.name, next: next.name });
  }
  if (!signed) return refuse('ledger.period_not_signed', { period: period.name });
  return accept({ ...closed, hardThrough: period.lastOn });
}

/** Opens the last softly closed period again; what is closed for good stays closed. */
export function reopen(period: Period, { closed, own }: Known): Outcome<Closed, ClosingRefusal> {
  const state = stateOfPeriod(period, closed);
  if (state === 'hard') return refuse('ledger.period_already_hard', { period: period.name });
  if (state === 'open' || closed.softThrough === null) {
    return refuse('ledger.period_not_soft', { period: period.name });
  }
  const last = periodOf(closed.softThrough, own);
  if (last.name !== period.name) {
    return refuse('ledger.period_not_last', { period: period.name, last: last.name });
  }
  return accept({ ...closed, softThrough: plusDays(period.firstOn, -1) });
}

export type CalendarRefusal =
  | 'ledger.calendar_has_gap'
  | 'ledger.calendar_too_late'
  | 'ledger.calendar_names_twice';

/**
 * May these periods join the calendar? They follow each other without a gap, follow what the
 * company keeps already, begin in what is open, and none has another's name.
 */
export function extendCalendar(
  added: readonly Period[],
  { closed, own }: Known,
): Outcome<readonly Period[], CalendarRefusal> {
  const [first] = added;
  if (first && closed.softThrough !== null && first.firstOn <= closed.softThrough) {
    return refuse('ledger.calendar_too_late', { first: plusDays(closed.softThrough, 1) });
  }
  const all = [...own, ...added].toSorted((one, other) => (one.firstOn < other.firstOn ? -1 : 1));
  const names = new Set(all.map(({ name }) => name));
  if (names.size < all.length) return refuse('ledger.calendar_names_twice');
  const torn = all.find((period, at) => {
    const before = all[at - 1];
    const follows = before === undefined || period.firstOn === plusDays(before.lastOn, 1);
    return !follows || period.lastOn < period.firstOn;
  });
  return torn ? refuse('ledger.calendar_has_gap', { period: torn.name }) : accept(added);
}

/** A year of weeks, 4-4-5 by default, named `2027-P01` and on. */
export function weekCalendar(
  year: number,
  firstOn: Day,
  weeks: readonly number[] = [4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5],
): Period[] {
  let from = firstOn;
  return weeks.map((count, at) => {
    const lastOn = plusDays(from, count * 7 - 1);
    const period = { name: `${year}-P${String(at + 1).padStart(2, '0')}`, firstOn: from, lastOn };
    from = plusDays(lastOn, 1);
    return period;
  });
}
