/**
 * Signs a day's cash: the four figures are equal, and every row under them is kept with the
 * signature, so that what arrives later is known as such.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type SignDayRefusal, maySignDay } from '../../rules/closing/sign-day.ts';
import { needsReview, notReviewed } from '../../rules/closing/review.ts';
import { dayState } from '../../store/closing/day-state.ts';
import { frozenRows, ownActs } from '../../store/closing/reviews.ts';
import { insertSignature, lockDay } from '../../store/closing/signatures.ts';
import { clearOwnLines } from '../reconciliation/clear-lines.ts';
import { askReview } from './ask-review.ts';

export type SignDay = { readonly companyId: Id; readonly day: Day; readonly note: string };

/** Before it looks, it clears what cannot be otherwise: a deposit that the bank shows meanwhile. */
export async function signDay(
  context: Context,
  { companyId, day, note }: SignDay,
): Promise<Outcome<{ signature: number }, SignDayRefusal>> {
  await lockDay(context.tx, { companyId, day });
  await clearOwnLines(context, companyId);
  const state = await dayState(context.tx, { companyId, day });
  const { proved, policy, signatures, late, rows, workedOnBy } = state;
  const wish = {
    day,
    today: context.today,
    proved,
    signatures: signatures.length,
    lateArrivals: late.length,
    workedOnBy,
  };
  const decision = maySignDay(wish, context.actor.ref, policy);
  if (!decision.ok) return decision;
  const signature = signatures.length + 1;
  const figures = proved.figures.map(({ currency, ...line }) => ({
    currency,
    received: line.received.toString(),
    deposited: line.deposited.toString(),
    posted: line.posted.toString(),
    journal: line.journal.toString(),
    heldOver: line.heldOver.toString(),
  }));
  const fresh = signatures.length === 0 ? rows : late;
  await insertSignature(context, { companyId, day }, { signature, note, figures, rows: fresh });
  if (needsReview(policy.secondPerson, workedOnBy, context.actor.ref)) {
    await freezeOwnActs(context, { companyId, day }, policy.reviewDays);
  }
  await context.tell({
    name: 'cash.day_signed',
    accountId: null,
    payload: { companyId, day, signature },
  });
  context.did({ what: 'day signed', facts: { day, signature, rows: fresh.length } });
  return accept({ signature });
}

/** What the signer did alone that day, for a second person to look over. */
async function freezeOwnActs(
  context: Context,
  which: Pick<SignDay, 'companyId' | 'day'>,
  reviewDays: number,
): Promise<void> {
  const person = context.actor.ref;
  const acts = await ownActs(context.tx, which, person);
  const rows = notReviewed(acts, await frozenRows(context.tx, which, person));
  if (rows.length > 0)
    await askReview(context, { ...which, about: 'day', person, rows, reviewDays });
}
