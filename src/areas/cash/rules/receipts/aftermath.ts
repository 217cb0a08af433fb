/**
 * What moving money does to what was said: items that open with their own ages, promises that
 * will be judged again. Shown before the money moves, so that nobody is surprised afterwards.
 *
 * The promises themselves are judged by their own area once the money has moved; here is only
 * what that will come to.
 */
import { type Day, daysBetween } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Money, minus, zero } from '#kernel/money.ts';
import type { PostingLine } from '../book-of-record/book.ts';

export type OpenedAgain = {
  readonly itemId: Id;
  readonly document: string;
  readonly open: Money;
  readonly dueOn: Day;
  /** Whole days past due on the day it is done; zero when not due yet. */
  readonly daysLate: number;
};

export type PromiseAtStake = {
  readonly promiseId: Id;
  readonly amount: Money;
  readonly dueOn: Day;
  readonly was: string;
  readonly becomes: string;
};

/** What moving money does to what was said of it here. */
export type Moved = {
  readonly opened: readonly OpenedAgain[];
  readonly promises: readonly PromiseAtStake[];
};

/** The same, with what the company's other book must be told of it. */
export type Aftermath = Moved & { readonly told: readonly PostingLine[] };

type Opened = Omit<OpenedAgain, 'daysLate'>;
type Promised = {
  readonly promiseId: Id;
  readonly amount: Money;
  readonly received: Money;
  readonly dueOn: Day;
  readonly lastDay: Day;
  readonly state: string;
};

/** The ages that open and the promises that lose `taken`. */
export function aftermath(
  opened: readonly Opened[],
  promises: readonly Promised[],
  taken: Money,
  today: Day,
): Moved {
  return {
    opened: opened.map((item) => ({
      ...item,
      daysLate: Math.max(0, daysBetween(item.dueOn, today)),
    })),
    promises: promises
      .filter(({ amount }) => amount.currency === taken.currency)
      .map((promise) => ({
        promiseId: promise.promiseId,
        amount: promise.amount,
        dueOn: promise.dueOn,
        was: promise.state,
        becomes: becomes(promise, taken, today),
      }))
      .filter(({ was, becomes: then }) => was !== then),
  };
}

function becomes(promise: Promised, taken: Money, today: Day): string {
  const left = minus(promise.received, taken);
  const received = left.minor > 0n ? left : zero(left.currency);
  if (received.minor >= promise.amount.minor) return promise.state;
  if (today <= promise.lastDay) return 'open';
  return received.minor > 0n ? 'partly' : 'broken';
}
