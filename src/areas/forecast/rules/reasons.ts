/**
 * Why an item is expected on its day: typed codes with their facts, the strongest first. The
 * words for them stand in the area's words, so that every reader has them in their language.
 *
 * A reason is what is true of the customer or the item, never a weight of the model.
 */
import type { OpenItem } from './seen.ts';
import type { Factors, State } from './states.ts';

export const reasonCodes = [
  'promise',
  'plan',
  'disputed',
  'held',
  'skipped',
  'later_than_usual',
  'usually_late',
  'usually_early',
  'usually_on_time',
  'weekday',
  'month_day',
  'large',
  'contacted',
  'low_history',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

export type Reason = {
  readonly code: ReasonCode;
  /** Days late or early, invoices, a day of the month, or a weekday (1 is Monday). */
  readonly count?: number;
  readonly percent?: number;
  /** A day as the number from 1970-01-01. */
  readonly on?: number;
};

export type Why = {
  readonly open: OpenItem;
  readonly asOf: number;
  readonly states: readonly State[];
  readonly factors: Factors;
  readonly promise: { readonly dueOn: number; readonly keeps: number } | null;
  readonly plan: { readonly nextOn: number; readonly keeps: number } | null;
};

/** Fewer paid invoices than this make a prediction of the others' habits. */
export const leastHistory = 5;
const most = 3;

export function reasonsOf(why: Why): Reason[] {
  const told = [...wordsGiven(why), ...standing(why), ...oddities(why), ...habits(why)];
  const few = why.open.customer.closed < leastHistory;
  const last: Reason = { code: 'low_history', count: why.open.customer.closed };
  return few ? [...told.slice(0, most - 1), last] : told.slice(0, most);
}

/** In a hundred, whole. */
const percentOf = (share: number): number => Math.round(share * 100);

function wordsGiven({ promise, plan }: Why): Reason[] {
  if (promise) {
    return [{ code: 'promise', on: promise.dueOn, percent: percentOf(promise.keeps) }];
  }
  return plan ? [{ code: 'plan', on: plan.nextOn, percent: percentOf(plan.keeps) }] : [];
}

function standing({ states, asOf }: Why): Reason[] {
  const now = states.filter(
    ({ from, until }) => from <= asOf + 1 && (until === null || until > asOf),
  );
  return now
    .filter(({ kind }) => kind !== 'contacted')
    .map(({ kind, from }) => ({ code: kind, on: from }));
}

/** What is unlike this customer. */
function oddities({ open: { item, customer }, asOf }: Why): Reason[] {
  if (customer.closed < leastHistory) return [];
  const skipped = customer.paidDues.filter((due) => due > item.dueOn).length;
  const late = asOf - item.dueOn;
  const usual = customer.meanDelay + 2 * customer.spread;
  const times = customer.meanSize > 0 ? item.size / customer.meanSize : 1;
  return [
    ...(skipped >= 2 && late > 0 ? [{ code: 'skipped' as const, count: skipped }] : []),
    ...(late > 0 && late > usual
      ? [{ code: 'later_than_usual' as const, count: Math.round(late - customer.meanDelay) }]
      : []),
    ...(times >= 3 ? [{ code: 'large' as const, count: Math.round(times) }] : []),
  ];
}

function habits({ open: { customer }, states, asOf }: Why): Reason[] {
  const contact = states.find(({ kind, from }) => kind === 'contacted' && from <= asOf + 1);
  const asked: Reason[] = contact ? [{ code: 'contacted', on: contact.from - 1 }] : [];
  if (customer.closed < leastHistory) return asked;
  const days = Math.round(customer.meanDelay);
  const usually: Reason =
    days === 0
      ? { code: 'usually_on_time' }
      : { code: days > 0 ? 'usually_late' : 'usually_early', count: Math.abs(days) };
  return [usually, ...payDay(customer.weekdays, customer.monthDays), ...asked];
}

/** A weekday or a day of the month on which most of the money comes. */
export function payDay(weekdays: Float64Array, monthDays: Float64Array): Reason[] {
  const [week, weekShare] = strongest(weekdays, 7);
  if (weekShare >= 0.5) {
    // Day 0 of the count is a Thursday, the fourth of the week.
    return [{ code: 'weekday', count: ((week + 3) % 7) + 1, percent: percentOf(weekShare) }];
  }
  const [day, dayShare] = strongest(monthDays, 30.4);
  if (dayShare < 0.4) return [];
  return [{ code: 'month_day', count: day, percent: percentOf(dayShare) }];
}

/** The shares are told as times of an even share. */
function strongest(shares: Float64Array, parts: number): [at: number, share: number] {
  let best = 0;
  for (const [at, share] of shares.entries()) if (share > (shares[best] ?? 0)) best = at;
  return [best, Math.min((shares[best] ?? 0) / parts, 1)];
}
