/**
 * One deadline, of whatever rule.
 *
 *   running ──met or void──▶ ended
 *    │  ▲
 *    ▼  │ (the day moves by the days it stood still)
 *   paused
 *
 * A day that passes ends nothing: the clock runs on and is late until what it asks for is done.
 */
import { type Day, daysBetween, plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { ClockKind } from './kinds.ts';

export const clockStates = ['running', 'paused', 'met', 'void'] as const;
export type ClockState = (typeof clockStates)[number];

/** What starts a clock. */
export type StartClock = {
  /** 'refund/<id>/title_iv_14d': the same key twice is the same clock. */
  readonly key: string;
  readonly kind: ClockKind;
  readonly companyId: Id;
  readonly accountId: Id | null;
  readonly about: { readonly kind: string; readonly id: Id };
  readonly startedOn: Day;
  readonly dueOn: Day;
  /** '34 CFR 668.164(h)(2)' or 'policy: disputes'. */
  readonly source: string;
  readonly ownerId: Id | null;
  /** What its line says beside its kind: a number, an amount, a name. */
  readonly facts: Readonly<Record<string, string>>;
};

/** Where a clock stands. */
export type Standing = {
  readonly clockId: Id;
  readonly key: string;
  readonly kind: ClockKind;
  readonly accountId: Id | null;
  readonly state: ClockState;
  readonly dueOn: Day;
  readonly source: string;
  readonly ownerId: Id | null;
  readonly pausedOn: Day | null;
  /** That its day passed was told. */
  readonly told: boolean;
};

/** Days past its last day while it runs or when it was met; 0 while in time. */
export function daysLate(dueOn: Day, on: Day): number {
  return Math.max(0, daysBetween(dueOn, on));
}

/** The last day after a pause: later by as many days as the clock stood still. */
export function resumedDue(dueOn: Day, pausedOn: Day, today: Day): Day {
  return plusDays(dueOn, Math.max(0, daysBetween(pausedOn, today)));
}
