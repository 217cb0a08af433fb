/**
 * How a customer pays and whether that has changed: days late by month, drift, season, pay-day,
 * the rhythm of payments and the promises kept.
 *
 * Invoices of one payment run are one decision, so a change is looked for between runs: twenty
 * invoices paid late by one transfer are one late payment, not twenty.
 */
import { monthDayOf, weekdayOf } from './calendar.ts';
import { type Kept } from './keeping.ts';
import type { PaidItem } from './known-item.ts';

export type Drift = {
  readonly kind: 'slower' | 'faster' | 'steady';
  /** Median days late before and of late. */
  readonly before: number;
  readonly now: number;
  /** The chance of so much change without any. */
  readonly chance: number;
};

export type Behaviour = {
  readonly paid: number;
  readonly usualDays: number | null;
  /** The newest last; `month` counts months from year 0. */
  readonly months: readonly { readonly month: number; readonly paid: number; daysLate: number }[];
  readonly drift: Drift | null;
  readonly season: { readonly monthOfYear: number; readonly days: number } | null;
  /** 1 is Monday. */
  readonly weekday: { readonly weekday: number; readonly percent: number } | null;
  readonly monthDay: { readonly day: number; readonly percent: number } | null;
  readonly gapDays: number | null;
  readonly lastPaidOn: number | null;
  readonly promises: Kept;
};

type Run = { readonly on: number; readonly daysLate: number; readonly month: number };

const recently = 90;
const before = 360;
const least = { recent: 4, before: 6, runs: 6 };
const shift = 5;
const sure = 0.02;

/** `monthOf` counts the months of a day number; the calendar of a model knows none. */
export function behaviourOf(
  paid: readonly PaidItem[],
  asOf: number,
  promises: Kept,
  monthOf: (dayNumber: number) => number,
): Behaviour {
  const known = paid.filter(({ paidOn }) => paidOn <= asOf);
  const runs = runsOf(known, monthOf);
  return {
    paid: known.length,
    usualDays: runs.length === 0 ? null : median(late(runs.slice(-12))),
    months: monthsOf(known, asOf, monthOf),
    drift: driftOf(runs, asOf),
    season: seasonOf(runs),
    ...payDays(runs),
    gapDays: runs.length < least.runs ? null : gapOf(runs),
    lastPaidOn: runs.at(-1)?.on ?? null,
    promises,
  };
}

const late = (runs: readonly Run[]): number[] => runs.map(({ daysLate }) => daysLate);

function runsOf(paid: readonly PaidItem[], monthOf: (on: number) => number): Run[] {
  const byDay = new Map<number, number[]>();
  for (const { paidOn, dueOn } of paid) {
    byDay.set(paidOn, [...(byDay.get(paidOn) ?? []), paidOn - dueOn]);
  }
  return [...byDay]
    .map(([on, days]) => ({ on, daysLate: median(days), month: monthOf(on) }))
    .toSorted((a, b) => a.on - b.on);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** Days late weighed by size, as a reader of an aging expects it, for the last twelve months. */
function monthsOf(paid: readonly PaidItem[], asOf: number, monthOf: (on: number) => number) {
  const last = monthOf(asOf);
  const sums = new Map<number, { paid: number; size: number; days: number }>();
  for (const { paidOn, dueOn, size } of paid) {
    const month = monthOf(paidOn);
    if (month <= last - 12) continue;
    const sum = sums.get(month) ?? { paid: 0, size: 0, days: 0 };
    const weight = Math.max(size, 1);
    sums.set(month, {
      paid: sum.paid + 1,
      size: sum.size + weight,
      days: sum.days + weight * (paidOn - dueOn),
    });
  }
  return [...sums]
    .toSorted(([a], [b]) => a - b)
    .map(([month, { paid: many, size, days }]) => ({
      month,
      paid: many,
      daysLate: Math.round(days / size),
    }));
}

function driftOf(runs: readonly Run[], asOf: number): Drift | null {
  const recent = late(runs.filter(({ on }) => on > asOf - recently));
  const earlier = late(
    runs.filter(({ on }) => on <= asOf - recently && on > asOf - recently - before),
  );
  if (recent.length < least.recent || earlier.length < least.before) return null;
  const [was, now] = [median(earlier), median(recent)];
  const chance = chanceOfNoChange(earlier, recent);
  const changed = chance < sure && Math.abs(now - was) >= shift;
  const kind = !changed ? 'steady' : now > was ? 'slower' : 'faster';
  return { kind, before: was, now, chance };
}

/** Mann and Whitney's rank test, both sides, by its normal limit with ties (1947). */
export function chanceOfNoChange(some: readonly number[], others: readonly number[]): number {
  const all = [
    ...some.map((value) => ({ value, own: true })),
    ...others.map((value) => ({ value, own: false })),
  ].toSorted((a, b) => a.value - b.value);
  let rankSum = 0;
  let ties = 0;
  for (let at = 0; at < all.length;) {
    let end = at;
    while (end < all.length && all[end]?.value === all[at]?.value) end += 1;
    const many = end - at;
    ties += many ** 3 - many;
    const rank = (at + 1 + end) / 2;
    rankSum += rank * all.slice(at, end).filter(({ own }) => own).length;
    at = end;
  }
  const [n, m] = [some.length, others.length];
  const total = n + m;
  const u = rankSum - (n * (n + 1)) / 2;
  const spread = Math.sqrt(((n * m) / 12) * (total + 1 - ties / (total * (total - 1))));
  if (spread === 0) return 1;
  const z = Math.max(Math.abs(u - (n * m) / 2) - 0.5, 0) / spread;
  return 2 * (1 - normal(z));
}

/** The normal distribution up to z ≥ 0 (Abramowitz and Stegun, 26.2.17). */
function normal(z: number): number {
  const t = 1 / (1 + 0.231_641_9 * z);
  const tail =
    t *
    (0.319_381_53 +
      t * (-0.356_563_782 + t * (1.781_477_937 + t * (-1.821_255_978 + t * 1.330_274_429))));
  return 1 - (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * tail;
}

/** The month of the year in which they pay most unlike themselves; two such years at least. */
function seasonOf(runs: readonly Run[]): Behaviour['season'] {
  const usual = median(late(runs));
  let found: Behaviour['season'] = null;
  for (let monthOfYear = 1; monthOfYear <= 12; monthOfYear += 1) {
    const own = runs.filter(({ month }) => (month % 12) + 1 === monthOfYear);
    if (own.length < 4 || new Set(own.map(({ month }) => month)).size < 2) continue;
    const days = Math.round(median(late(own)) - usual);
    const others = runs.filter(({ month }) => (month % 12) + 1 !== monthOfYear);
    if (chanceOfNoChange(late(own), late(others)) >= sure) continue;
    if (Math.abs(days) >= shift && Math.abs(days) > Math.abs(found?.days ?? 0)) {
      found = { monthOfYear, days };
    }
  }
  return found;
}

function payDays(runs: readonly Run[]): Pick<Behaviour, 'weekday' | 'monthDay'> {
  if (runs.length < least.runs) return { weekday: null, monthDay: null };
  const [week, weekPercent] = mostCommon(runs.map(({ on }) => ((weekdayOf(on) + 3) % 7) + 1));
  const [day, dayPercent] = mostCommon(runs.map(({ on }) => monthDayOf(on)));
  return {
    weekday: weekPercent >= 60 ? { weekday: week, percent: weekPercent } : null,
    monthDay: dayPercent >= 40 ? { day, percent: dayPercent } : null,
  };
}

function mostCommon(values: readonly number[]): [value: number, percent: number] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [best] = [...counts].toSorted(([, a], [, b]) => b - a);
  return [best?.[0] ?? 0, Math.round(((best?.[1] ?? 0) * 100) / values.length)];
}

function gapOf(runs: readonly Run[]): number {
  const gaps = runs.slice(1).map(({ on }, at) => on - (runs[at]?.on ?? on));
  return Math.max(Math.round(median(gaps)), 1);
}
