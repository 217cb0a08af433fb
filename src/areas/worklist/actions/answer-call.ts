/**
 * A call was made: the account is done for today, or comes back when the call said so.
 *
 * It is kept as the caller's own answer, so that they may undo it like any other.
 */
import { plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Instant } from '#kernel/instant.ts';
import { deskMoment, instantOf, localTimeOf } from '#kernel/local-time.ts';
import type { Context } from '#platform/action.ts';
import { insertAnswer } from '../store/answers.ts';
import { placeOf } from '../store/place.ts';
import { rebuildAccounts } from './build-worklist.ts';

export type CallMade = {
  readonly accountId: Id;
  readonly memberId: Id;
  /** Promised, reached, not reached. */
  readonly work: string;
  /** When to come back; null: when something new calls for it. */
  readonly until: Instant | null;
  readonly note: string;
};

export async function answerCall(
  context: Context,
  { accountId, memberId, work, until, note }: CallMade,
): Promise<void> {
  // What came of the call is known first, so that only something newer brings it back.
  await rebuildAccounts(context, [accountId]);
  const place = await placeOf(context.tx, accountId);
  if (!place) return;
  const answerId = context.newId();
  const now = deskMoment(context.at, context.today, place.zone);
  const tomorrow = { on: plusDays(localTimeOf(now, place.zone).on, 1), minutes: 0 };
  await insertAnswer(context.tx, {
    accountId,
    answerId,
    kind: until === null ? 'done' : 'snoozed',
    result: until === null ? work : null,
    note,
    // A call that was asked for is no news when its time comes.
    reasons: [...new Set([...place.kinds, 'callback' as const])],
    answeredOn: context.today,
    until: until ?? instantOf(tomorrow, place.zone),
    memberId,
    at: context.at,
  });
  context.did({ what: 'call answered', id: answerId, facts: { until: until ?? '' } });
  await rebuildAccounts(context, [accountId]);
}
