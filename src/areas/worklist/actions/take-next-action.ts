/**
 * A next action from another system: the account comes up on its day, with what is to be done.
 *
 * It is kept as its owner's own snooze, so that they may answer or undo it like any other.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { instantOf } from '#kernel/local-time.ts';
import { insertAnswer, undoAnswer } from '../store/answers.ts';
import { placeOf } from '../store/place.ts';
import { rebuildAccounts } from './build-worklist.ts';

export type NextAction = {
  readonly accountId: Id;
  readonly answerId: Id;
  readonly memberId: Id;
  readonly dueOn: Day;
  readonly note: string;
};

export async function takeNextAction(
  context: Context,
  { accountId, answerId, memberId, dueOn, note }: NextAction,
): Promise<Outcome<{ answerId: Id }, 'worklist.no_such_account'>> {
  // What is due today is known first, so that only something new brings it back before its day.
  await rebuildAccounts(context, [accountId]);
  const place = await placeOf(context.tx, accountId);
  if (!place) return refuse('worklist.no_such_account');
  const until = instantOf({ on: dueOn, minutes: 0 }, place.zone);
  await insertAnswer(context.tx, {
    accountId,
    answerId,
    kind: 'snoozed',
    result: null,
    note,
    reasons: place.kinds,
    answeredOn: context.today,
    until,
    memberId,
    at: context.at,
  });
  context.did({ what: 'snoozed', id: answerId, facts: { until } });
  await rebuildAccounts(context, [accountId]);
  return accept({ answerId });
}

/** Takes it back when its import is undone. */
export async function takeBackNextAction(
  context: Context,
  { accountId, answerId, memberId }: Pick<NextAction, 'accountId' | 'answerId' | 'memberId'>,
): Promise<void> {
  await undoAnswer(context.tx, { accountId, answerId, memberId, at: context.at });
  await rebuildAccounts(context, [accountId]);
}
