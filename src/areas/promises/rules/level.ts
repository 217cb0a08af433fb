/**
 * The level of a promise: which word this is on the same debts.
 *
 * The first promise is level 1; each one before it that was broken, or only partly kept,
 * raises the level, and one that was kept starts the count anew. A promise on the whole
 * account touches every item. Replaced and withdrawn promises broke no word.
 */
import { type Day, daysBetween } from '#kernel/day.ts';
import { type Id } from '#kernel/ids.ts';
import { type PromiseState } from './promise.ts';

export type EarlierPromise = {
  readonly itemIds: readonly Id[];
  readonly madeOn: Day;
  readonly state: PromiseState;
};

/** The level of a promise for these items (none: the whole account). */
export function promiseLevel(itemIds: readonly Id[], earlier: readonly EarlierPromise[]): number {
  const onSameDebts = earlier
    .filter((promise) => touches(promise.itemIds, itemIds))
    .toSorted((a, b) => daysBetween(b.madeOn, a.madeOn));
  let level = 1;
  for (const { state } of onSameDebts) {
    if (state === 'kept') level = 1;
    if (state === 'broken' || state === 'partly') level += 1;
  }
  return level;
}

function touches(some: readonly Id[], others: readonly Id[]): boolean {
  if (some.length === 0 || others.length === 0) return true;
  return some.some((each) => others.includes(each));
}
