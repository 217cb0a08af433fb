/**
 * Promise-kept rate: of the promises that have come to an end, how many were kept.
 *
 * Kept means that the promised sum, less the tolerance, was paid by the due day plus grace.
 * Promises that can still be kept count in neither figure, or a busy week of new promises
 * would look like a bad one.
 */
import { type Day, plusDays } from '#kernel/day.ts';
import { type Money, atLeast, minus, sum } from '#kernel/money.ts';
import { type Figure, percentOf, percentOfCount } from './figure.ts';

export type PromisedSum = {
  readonly amount: Money;
  readonly dueOn: Day;
  readonly paid: readonly { readonly on: Day; readonly amount: Money }[];
};

export type KeptPolicy = {
  readonly asOf: Day;
  readonly graceDays: number;
  /** What may be missing; in the currency of the promises. */
  readonly tolerance: Money;
};

export type PromisesKept = {
  readonly kept: number;
  readonly broken: number;
  readonly open: number;
  /** Kept over closed, by number and by promised amount. */
  readonly keptRateCountPct: Figure;
  readonly keptRateAmountPct: Figure;
};

/** Counts the promises of one currency as of a day. */
export function promisesKept(promises: readonly PromisedSum[], policy: KeptPolicy): PromisesKept {
  const kept = promises.filter((promise) => isKept(promise, policy));
  const broken = promises.filter((promise) => !isKept(promise, policy) && isOver(promise, policy));
  const closed = [...kept, ...broken];
  const promised = (some: readonly PromisedSum[]) =>
    sum(
      some.map((promise) => promise.amount),
      policy.tolerance.currency,
    );
  return {
    kept: kept.length,
    broken: broken.length,
    open: promises.length - closed.length,
    keptRateCountPct: percentOfCount(kept.length, closed.length),
    keptRateAmountPct: percentOf(promised(kept), promised(closed)),
  };
}

function isKept(promise: PromisedSum, policy: KeptPolicy): boolean {
  const inTime = promise.paid.filter(
    (payment) => payment.on <= lastDay(promise, policy) && payment.on <= policy.asOf,
  );
  const paid = sum(
    inTime.map((payment) => payment.amount),
    promise.amount.currency,
  );
  return atLeast(paid, minus(promise.amount, policy.tolerance));
}

function isOver(promise: PromisedSum, policy: KeptPolicy): boolean {
  return policy.asOf > lastDay(promise, policy);
}

function lastDay(promise: PromisedSum, policy: KeptPolicy): Day {
  return plusDays(promise.dueOn, policy.graceDays);
}
