/**
 * What one asks for on a call, and how far one may go: all of it by Friday, else two halves a
 * week apart, and no more parts than the caller's authority allows.
 */
import { type Day, plusDays, plusMonths, weekday } from '#kernel/day.ts';
import { type Money, allocate } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type BusinessCalendar, businessDayOnOrBefore } from '#areas/team/rules/calendar.ts';

/** The most parts that a collector agrees to without asking. */
export const mostParts = 3;

export type Goal = {
  readonly ask: Money;
  /** The Friday that is at least two days away, or the business day before it. */
  readonly by: Day;
  readonly halves: readonly Money[];
  readonly mostParts: number;
};

const friday = 5;

export function goalOf(ask: Money, today: Day, calendar: BusinessCalendar): Goal {
  const ahead = (friday - weekday(today) + 7) % 7;
  const by = plusDays(today, ahead < 2 ? ahead + 7 : ahead);
  return {
    ask,
    by: businessDayOnOrBefore(by, calendar),
    halves: allocate(ask, [1n, 1n]),
    mostParts,
  };
}

export const planRhythms = ['week', 'two_weeks', 'month'] as const;
export type PlanRhythm = (typeof planRhythms)[number];

export type PlanWish = {
  readonly amount: Money;
  readonly parts: number;
  readonly firstOn: Day;
  readonly every: PlanRhythm;
};

export type Part = { readonly amount: Money; readonly dueOn: Day };

/** The parts that are agreed; odd cents are in the first ones. */
export function planParts({
  amount,
  parts,
  firstOn,
  every,
}: PlanWish): Outcome<Part[], 'call.plan_beyond_authority'> {
  if (parts > mostParts) return refuse('call.plan_beyond_authority', { parts, most: mostParts });
  const weights = Array.from({ length: parts }, () => 1n);
  return accept(
    allocate(amount, weights).map((part, index) => ({
      amount: part,
      dueOn: after(firstOn, every, index),
    })),
  );
}

function after(first: Day, every: PlanRhythm, count: number): Day {
  if (every === 'month') return plusMonths(first, count);
  return plusDays(first, count * (every === 'week' ? 7 : 14));
}
