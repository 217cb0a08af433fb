/**
 * What the open promises may bring, week by week: what is still missing of each, times how often
 * its customer kept their word.
 *
 * A customer with too few promises behind them is judged as the book is; where nobody's word was
 * ever judged nothing is expected, which is not the same as zero.
 */
import { type Day, plusDays, weekday } from '#kernel/day.ts';
import { type Id } from '#kernel/ids.ts';
import { type Money, minus, plus, share, smaller, zero } from '#kernel/money.ts';

/** Promises that came to their end, and those of them that were kept. */
export type KeptCount = { readonly judged: number; readonly kept: number };

export type CountingPromise = {
  readonly promiseId: Id;
  readonly dueOn: Day;
  readonly amount: Money;
  readonly received: Money;
  /** Of its customer. */
  readonly record: KeptCount;
};

export type Expected = {
  readonly weekStart: Day;
  readonly outstanding: Money;
  /** Null where no word was ever judged. */
  readonly expected: Money | null;
  readonly rate: KeptCount;
  /** Whose record the rate is. */
  readonly basis: 'customer' | 'book' | 'none';
};

export type OutlookWeek = {
  readonly weekStart: Day;
  readonly weekEnd: Day;
  readonly count: number;
  readonly promised: Money;
  readonly received: Money;
  readonly outstanding: Money;
  readonly expected: Money | null;
};

/** From so many judged promises on, a customer's own record is spoken of. */
export const ownRecordFrom = 3;

/** What is missing of a promise, and what of it to count on; half a cent is rounded up. */
export function countOn(promise: CountingPromise, book: KeptCount): Expected {
  const { amount, received, record, dueOn } = promise;
  const outstanding = minus(amount, smaller(received, amount));
  const own = record.judged >= ownRecordFrom;
  const rate = own ? record : book;
  const basis = own ? 'customer' : book.judged > 0 ? 'book' : 'none';
  const expected =
    rate.judged === 0 ? null : share(outstanding, BigInt(rate.kept), BigInt(rate.judged));
  return { weekStart: mondayOf(dueOn), outstanding, expected, rate, basis };
}

/** The weeks of one currency in their order; each adds up its promises to the cent. */
export function outlook(
  promises: readonly CountingPromise[],
  book: KeptCount,
): readonly OutlookWeek[] {
  const weeks = new Map<Day, OutlookWeek>();
  for (const promise of promises) {
    const { weekStart, outstanding, expected } = countOn(promise, book);
    const none = zero(promise.amount.currency);
    const before = weeks.get(weekStart) ?? {
      weekStart,
      weekEnd: plusDays(weekStart, 6),
      count: 0,
      promised: none,
      received: none,
      outstanding: none,
      expected: null,
    };
    weeks.set(weekStart, {
      ...before,
      count: before.count + 1,
      promised: plus(before.promised, promise.amount),
      received: plus(before.received, promise.received),
      outstanding: plus(before.outstanding, outstanding),
      expected: expected === null ? before.expected : plus(before.expected ?? none, expected),
    });
  }
  return [...weeks.values()].toSorted((a, b) => (a.weekStart < b.weekStart ? -1 : 1));
}

/** The Monday of a day's week. */
export function mondayOf(on: Day): Day {
  return plusDays(on, -((weekday(on) + 6) % 7));
}
