/**
 * A promise to pay: the customer's word that an amount will arrive by a day.
 *
 *   open ──the sum arrives in time─────▶ kept
 *    ├──grace runs out, enough of it───▶ partly
 *    ├──grace runs out─────────────────▶ broken ──in-time money recorded late──▶ kept
 *    ├──new words replace it───────────▶ superseded
 *    └──written down wrongly───────────▶ withdrawn
 *
 * A promise is never edited. New words from the customer make a new promise that replaces
 * the old one, so the record shows what was said and when. Only money whose business day
 * lies in time counts, whenever we got to record it; money that comes later mends nothing.
 */
import { type Day, daysBetween, later, plusDays } from '#kernel/day.ts';
import { type Id } from '#kernel/ids.ts';
import { type Instant } from '#kernel/instant.ts';
import {
  type Money,
  atLeast,
  formatMoney,
  isPositive,
  minus,
  money,
  plus,
  share,
  smaller,
  sum,
  zero,
} from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

export type PromiseTerms = { readonly amount: Money; readonly dueOn: Day };

export type PromiseToPay = PromiseTerms & {
  readonly id: Id;
  readonly accountId: Id;
  readonly madeOn: Day;
  /** When it was written down: money recorded before, on that same day, is not meant by it. */
  readonly madeAt?: Instant;
  /** The items it was given for; empty for a promise on the account as a whole. */
  readonly itemIds: readonly Id[];
  /** Set when a person ended it; from that day on no money changes it. */
  readonly ended?: { readonly as: 'superseded' | 'withdrawn'; readonly on: Day };
};

export type PromisePolicy = {
  /** Days after the due day in which the money still counts as on time. */
  readonly graceDays: number;
  /** The furthest day, counted from today, that a collector may accept. */
  readonly longestDays: number;
  /** What may be missing from a kept promise; at most one amount per currency. */
  readonly tolerances: readonly Money[];
  /** From this share of the sum a promise is partly kept, in hundredths of a percent. */
  readonly partlyFromBps: number;
};

/** The policy of a desk that has not published its own. */
export const standardPromisePolicy: PromisePolicy = {
  graceDays: 2,
  longestDays: 30,
  tolerances: [],
  partlyFromBps: 5000,
};

/** Money that counts towards one promise. */
export type ReceivedMoney = {
  readonly amount: Money;
  /** The business day of the money. */
  readonly effectiveOn: Day;
  /** The company's day on which we recorded it. */
  readonly recordedOn: Day;
  /** The company's day on which we learnt that it came back (NSF, un-application). */
  readonly takenBackOn?: Day;
};

export type PromiseState = 'open' | 'kept' | 'partly' | 'broken' | 'superseded' | 'withdrawn';

export type Judgement = {
  readonly state: PromiseState;
  /** The business day the state holds from: for a kept promise, when the sum was reached. */
  readonly on: Day;
  /** In-time money, as known on the day of judgement. */
  readonly received: Money;
  readonly shortfall: Money;
};

/** A state the promise was in, and the day on which the desk knew it. */
export type HistoryLine = Judgement & { readonly knownOn: Day };

export type PromiseRefusal =
  | 'promise.amount_not_positive'
  | 'promise.more_than_open_balance'
  | 'promise.day_has_passed'
  | 'promise.day_too_far';

/** May this collector accept these terms today? The balance is that of what it is for. */
export function acceptTerms(
  terms: PromiseTerms,
  openBalance: Money,
  today: Day,
  policy: PromisePolicy,
): Outcome<PromiseTerms, PromiseRefusal> {
  const amount = formatMoney(terms.amount);
  const furthest = plusDays(today, policy.longestDays);
  if (!isPositive(terms.amount)) return refuse('promise.amount_not_positive', { amount });
  if (!atLeast(openBalance, terms.amount)) {
    const open = formatMoney(openBalance);
    return refuse('promise.more_than_open_balance', { amount, open });
  }
  if (terms.dueOn < today) return refuse('promise.day_has_passed', { dueOn: terms.dueOn, today });
  if (terms.dueOn > furthest) {
    return refuse('promise.day_too_far', { dueOn: terms.dueOn, furthest });
  }
  return accept(terms);
}

/** The last day on which money still counts as on time. */
export function lastGoodDay(terms: PromiseTerms, policy: PromisePolicy): Day {
  return plusDays(terms.dueOn, policy.graceDays);
}

/** What may be missing from a promise of this sum; nothing where the policy names nothing. */
export function toleranceOf(amount: Money, policy: PromisePolicy): Money {
  const named = policy.tolerances.find((each) => each.currency === amount.currency);
  return named ?? zero(amount.currency);
}

/** How the promise stands today, given the money allotted to it. */
export function judge(
  promise: PromiseToPay,
  received: readonly ReceivedMoney[],
  today: Day,
  policy: PromisePolicy,
): Judgement {
  const { ended } = promise;
  if (ended === undefined || ended.on > today)
    return judgeByMoney(promise, received, today, policy);

  const before = judgeByMoney(promise, received, plusDays(ended.on, -1), policy);
  return before.state === 'open' ? { ...before, state: ended.as, on: ended.on } : before;
}

/**
 * Every state the promise has been in up to today, each with the day the desk knew it: a
 * promise broken on the 18th and mended by money recorded on the 19th shows both.
 */
export function history(
  promise: PromiseToPay,
  received: readonly ReceivedMoney[],
  today: Day,
  policy: PromisePolicy,
): HistoryLine[] {
  const lines: HistoryLine[] = [];
  for (const knownOn of daysOfChange(promise, received, policy)) {
    if (knownOn > today) break;
    const judgement = judge(promise, received, knownOn, policy);
    if (judgement.state !== lines.at(-1)?.state) lines.push({ ...judgement, knownOn });
  }
  return lines;
}

function judgeByMoney(
  promise: PromiseToPay,
  received: readonly ReceivedMoney[],
  today: Day,
  policy: PromisePolicy,
): Judgement {
  const lastDay = lastGoodDay(promise, policy);
  const inTime = received
    .filter((each) => countsOn(today, each, promise.madeOn, lastDay))
    .toSorted((a, b) => daysBetween(b.effectiveOn, a.effectiveOn));
  const got = sum(
    inTime.map((each) => each.amount),
    promise.amount.currency,
  );
  const shortfall = minus(promise.amount, smaller(got, promise.amount));

  const keptOn = dayReached(needed(promise.amount, policy), inTime);
  if (keptOn !== undefined) return { state: 'kept', on: keptOn, received: got, shortfall };
  if (today <= lastDay) return { state: 'open', on: promise.madeOn, received: got, shortfall };

  const partly = atLeast(got, share(promise.amount, BigInt(policy.partlyFromBps), 10_000n));
  const state = partly ? 'partly' : 'broken';
  return { state, on: plusDays(lastDay, 1), received: got, shortfall };
}

function countsOn(today: Day, each: ReceivedMoney, madeOn: Day, lastDay: Day): boolean {
  if (each.effectiveOn < madeOn || each.effectiveOn > lastDay) return false;
  if (each.effectiveOn > today || each.recordedOn > today) return false;
  return each.takenBackOn === undefined || each.takenBackOn > today;
}

/** The promised sum less the tolerance; never nothing, or a small promise would keep itself. */
function needed(amount: Money, policy: PromisePolicy): Money {
  const less = minus(amount, toleranceOf(amount, policy));
  return isPositive(less) ? less : money(1n, amount.currency);
}

/** The business day on which the running sum first reached what is needed. */
function dayReached(goal: Money, inTime: readonly ReceivedMoney[]): Day | undefined {
  let running = zero(goal.currency);
  for (const each of inTime) {
    running = plus(running, each.amount);
    if (atLeast(running, goal)) return each.effectiveOn;
  }
  return undefined;
}

/** The days on which the judgement can turn, in order. */
function daysOfChange(
  promise: PromiseToPay,
  received: readonly ReceivedMoney[],
  policy: PromisePolicy,
): Day[] {
  const turns = received.flatMap((each) => [
    later(each.effectiveOn, each.recordedOn),
    ...(each.takenBackOn === undefined ? [] : [each.takenBackOn]),
  ]);
  const days = [promise.madeOn, plusDays(lastGoodDay(promise, policy), 1), ...turns];
  if (promise.ended !== undefined) days.push(promise.ended.on);
  return [...new Set(days)].filter((each) => each >= promise.madeOn).toSorted();
}
