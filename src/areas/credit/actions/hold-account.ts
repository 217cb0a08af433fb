/**
 * Holds a whole account for new orders, or ends that: a person's word, with its reason, for good
 * or until a day. The last day stands as a clock; when it has passed, the hold ends by itself.
 *
 * Orders that stand approved are not taken back by it; they are asked again before they ship.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { startClock, stopClock } from '#areas/clocks/index.ts';
import { recordActivity } from '#areas/customers/index.ts';
import { lockAccount } from '#areas/ledger/index.ts';
import { holdKey, insertHold, insertRelease, standingHold } from '../store/account-holds.ts';
import { limitSubject } from '../store/limits.ts';

export type HoldAccount = {
  readonly accountId: Id;
  readonly act: 'hold' | 'release';
  /** The last day of a hold; without one it stands until somebody ends it. */
  readonly untilOn?: Day | null;
};

export type HoldRefusal =
  | 'credit.no_such_account'
  | 'credit.account_held_already'
  | 'credit.hold_until_passed'
  | 'credit.account_not_held';

export async function holdAccount(
  context: Context,
  { accountId, act, untilOn = null }: HoldAccount,
): Promise<Outcome<{ held: boolean }, HoldRefusal>> {
  const { tx, today } = context;
  if (untilOn !== null && untilOn < today) {
    return refuse('credit.hold_until_passed', { untilOn, today });
  }
  if (!(await lockAccount(tx, accountId))) return refuse('credit.no_such_account');
  const standing = await standingHold(tx, accountId);
  if (act === 'hold' && standing) {
    return refuse('credit.account_held_already', { why: standing.reason });
  }
  if (act === 'release' && !standing) return refuse('credit.account_not_held');
  const holdId = standing?.holdId ?? context.newId();
  if (act === 'hold') await hold(context, { accountId, holdId, untilOn });
  else await release(context, { accountId, holdId });
  const held = act === 'hold';
  await recordActivity(context, {
    accountId,
    kind: 'status',
    phrase: held ? 'activity.credit_held' : 'activity.credit_hold_ended',
    text: context.reason,
    touch: false,
  });
  context.did({ what: held ? 'account held' : 'account hold ended', id: accountId });
  await context.tell({ name: 'credit.account_hold_changed', accountId, payload: { held } });
  return accept({ held });
}

/** Its last day has passed: it ends, unless somebody ended it before. */
export async function endLapsedHold(
  context: Context,
  { accountId, holdId }: Standing,
): Promise<Outcome<{ ended: boolean }, HoldRefusal>> {
  if (!(await lockAccount(context.tx, accountId))) return refuse('credit.no_such_account');
  const standing = await standingHold(context.tx, accountId);
  if (standing?.holdId !== holdId) return accept({ ended: false });
  const ended = await holdAccount(context, { accountId, act: 'release' });
  return ended.ok ? accept({ ended: true }) : ended;
}

type Standing = { readonly accountId: Id; readonly holdId: Id };

async function hold(
  context: Context,
  { accountId, holdId, untilOn }: Standing & { readonly untilOn: Day | null },
): Promise<void> {
  await insertHold(context, accountId, holdId);
  if (untilOn === null) return;
  const subject = await limitSubject(context.tx, accountId);
  if (subject === undefined) throw new Error(`account ${accountId} has no card`);
  await startClock(context, {
    key: holdKey(holdId),
    kind: 'account_hold_end',
    companyId: subject.companyId,
    accountId,
    about: { kind: 'account_hold', id: holdId },
    startedOn: context.today,
    dueOn: untilOn,
    source: 'policy: credit',
    ownerId: context.actor.memberId,
    facts: { why: context.reason },
  });
}

async function release(context: Context, { accountId, holdId }: Standing): Promise<void> {
  await insertRelease(context, accountId, holdId);
  await stopClock(context, { key: holdKey(holdId), how: 'void', reason: context.reason });
}
