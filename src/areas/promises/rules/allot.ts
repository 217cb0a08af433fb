/**
 * Which promise a dollar keeps, when an account has given several.
 *
 * Money is allotted to the promise that falls due first and then to the next; a dollar
 * never counts for two. A promise given for certain items is kept only by money applied to
 * those items, a promise on the whole account by any money of the account.
 */
import { type Day, daysBetween } from '#kernel/day.ts';
import { type Id } from '#kernel/ids.ts';
import { type Instant } from '#kernel/instant.ts';
import { isPositive, minus, smaller } from '#kernel/money.ts';
import {
  type Judgement,
  type PromisePolicy,
  type PromiseToPay,
  type ReceivedMoney,
  judge,
  lastGoodDay,
} from './promise.ts';

/** Money of one account: applied to an item, or still unapplied. */
export type AccountMoney = ReceivedMoney & {
  readonly itemId: Id | null;
  readonly recordedAt?: Instant;
};

/** How each promise of one account stands today, by its id. */
export function judgeTogether(
  promises: readonly PromiseToPay[],
  money: readonly AccountMoney[],
  today: Day,
  policy: PromisePolicy,
): ReadonlyMap<Id, Judgement> {
  const allotted = allot(promises, money, today, policy);
  return new Map(
    promises.map((promise) => [
      promise.id,
      judge(promise, allotted.get(promise.id) ?? [], today, policy),
    ]),
  );
}

/**
 * The money that counts towards each promise, by its id, as known today: no more than was
 * promised, and no part of it twice. All promises and all money are of one account.
 */
export function allot(
  promises: readonly PromiseToPay[],
  money: readonly AccountMoney[],
  today: Day,
  policy: PromisePolicy,
): ReadonlyMap<Id, readonly ReceivedMoney[]> {
  const left = money
    .filter((each) => isKnown(each, today))
    .toSorted(inOrderOfArrival)
    .map((each) => ({ ...each }));
  const allotted = new Map<Id, readonly ReceivedMoney[]>();
  for (const promise of promises.toSorted(inOrderOfClaim)) {
    allotted.set(promise.id, takeFor(promise, left, policy));
  }
  return allotted;
}

type Leftover = { -readonly [key in keyof AccountMoney]: AccountMoney[key] };

/** Takes what the promise may use out of what is left. */
function takeFor(
  promise: PromiseToPay,
  left: readonly Leftover[],
  policy: PromisePolicy,
): ReceivedMoney[] {
  const taken: ReceivedMoney[] = [];
  let missing = promise.amount;
  for (const each of left) {
    if (!isPositive(missing)) break;
    if (!mayKeep(promise, each, policy)) continue;
    const amount = smaller(each.amount, missing);
    const { itemId: _, ...received } = each;
    taken.push({ ...received, amount });
    each.amount = minus(each.amount, amount);
    missing = minus(missing, amount);
  }
  return taken;
}

function mayKeep(promise: PromiseToPay, money: AccountMoney, policy: PromisePolicy): boolean {
  if (money.amount.currency !== promise.amount.currency || !isPositive(money.amount)) return false;
  if (money.effectiveOn < promise.madeOn || cameJustBefore(promise, money)) return false;
  if (money.effectiveOn > lastGoodDay(promise, policy)) return false;
  if (promise.ended !== undefined && money.effectiveOn >= promise.ended.on) return false;
  if (promise.itemIds.length === 0) return true;
  return money.itemId !== null && promise.itemIds.includes(money.itemId);
}

/** On the day of the promise, the money that was there already is not what was promised. */
function cameJustBefore({ madeOn, madeAt }: PromiseToPay, money: AccountMoney): boolean {
  if (money.effectiveOn !== madeOn || madeAt === undefined) return false;
  return money.recordedAt !== undefined && money.recordedAt <= madeAt;
}

function isKnown(money: AccountMoney, today: Day): boolean {
  if (money.recordedOn > today) return false;
  return money.takenBackOn === undefined || money.takenBackOn > today;
}

function inOrderOfArrival(a: AccountMoney, b: AccountMoney): number {
  return daysBetween(b.effectiveOn, a.effectiveOn) || daysBetween(b.recordedOn, a.recordedOn);
}

/** Due first, then given first; one for certain items before one for the whole account. */
function inOrderOfClaim(a: PromiseToPay, b: PromiseToPay): number {
  return (
    daysBetween(b.dueOn, a.dueOn) ||
    daysBetween(b.madeOn, a.madeOn) ||
    Number(a.itemIds.length === 0) - Number(b.itemIds.length === 0) ||
    (a.id < b.id ? -1 : 1)
  );
}
