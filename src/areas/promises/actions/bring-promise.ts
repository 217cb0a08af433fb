/**
 * Takes a promise over from another system, with the days on which it was given and ended.
 *
 * One with a stated end keeps that end: our book may not hold the money that kept it. An open
 * one is judged from now on like any other.
 */
import { type Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Money, formatMoney, isPositive } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { recordActivity } from '#areas/customers/index.ts';
import { lockAccount } from '#areas/ledger/index.ts';
import { promiseLevel } from '../rules/level.ts';
import { lastGoodDay, standardPromisePolicy, toleranceOf } from '../rules/promise.ts';
import {
  insertPromise,
  insertStatedOutcome,
  insertVerdicts,
  promisesOf,
} from '../store/promises.ts';

export type BringPromise = {
  readonly accountId: Id;
  readonly amount: Money;
  readonly madeOn: Day;
  readonly dueOn: Day;
  readonly saidBy: string;
  readonly method: string | null;
  readonly itemIds: readonly Id[];
  readonly note: string | null;
  readonly end: {
    readonly as: 'kept' | 'partly' | 'broken' | 'withdrawn';
    readonly on: Day;
    readonly received: bigint;
  } | null;
};

export type BringRefusal =
  | 'promise.amount_not_positive'
  | 'promise.due_before_made'
  | 'promise.in_the_future'
  | 'promise.no_such_account';

export async function bringPromise(
  context: Context,
  brought: BringPromise,
): Promise<Outcome<{ promiseId: Id; activityId: Id }, BringRefusal>> {
  const { tx, today } = context;
  const { accountId, amount, madeOn, dueOn, end } = brought;
  if (!isPositive(amount)) {
    return refuse('promise.amount_not_positive', { amount: formatMoney(amount) });
  }
  if (dueOn < madeOn) return refuse('promise.due_before_made', { dueOn, madeOn });
  if (madeOn > today || (end !== null && end.on > today)) {
    return refuse('promise.in_the_future', { today });
  }
  if (!(await lockAccount(tx, accountId))) return refuse('promise.no_such_account');
  const earlier = await promisesOf(tx, [accountId]);
  const promiseId = context.newId();
  await insertPromise(context, {
    ...brought,
    id: promiseId,
    lastDay: lastGoodDay(brought, standardPromisePolicy),
    tolerance: toleranceOf(brought.amount, standardPromisePolicy),
    level: promiseLevel(brought.itemIds, earlier),
  });
  if (end !== null) await endAsStated(context, brought, promiseId);
  const facts = { amount: formatMoney(amount), currency: amount.currency, dueOn };
  const activityId = await recordActivity(context, {
    accountId,
    kind: 'promise',
    phrase: 'activity.promise_made',
    facts: { ...facts, saidBy: brought.saidBy },
    text: brought.note,
    touch: false,
    on: madeOn,
  });
  context.did({ what: 'promise', id: promiseId, facts });
  return accept({ promiseId, activityId });
}

async function endAsStated(
  context: Context,
  { accountId, end }: BringPromise,
  promiseId: Id,
): Promise<void> {
  if (end === null) return;
  const { as: state, on, received } = end;
  const reason = 'stated by another system';
  await insertVerdicts(context, [
    { accountId, promiseId, state, on, received, replacedBy: null, reason },
  ]);
  await insertStatedOutcome(context, accountId, promiseId);
}

/** Withdraws a promise that an undone import had brought, whatever became of it. */
export async function takeBackPromise(
  context: Context,
  { accountId, promiseId }: { readonly accountId: Id; readonly promiseId: Id },
): Promise<void> {
  const { today: on, reason } = context;
  await insertVerdicts(context, [
    { accountId, promiseId, state: 'withdrawn', on, received: 0n, replacedBy: null, reason },
  ]);
}
