/**
 * "That is paid": keeps by which check and on which day, stops what is asked for, and has the
 * payment looked for. A claim that nobody settles stays, and is late after its day.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Money, formatMoney, isPositive } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { recordActivity } from '#areas/customers/index.ts';
import { federalBankCalendar, plusBusinessDays } from '#areas/team/rules/calendar.ts';
import type { CallRefusal } from '../../rules/calls/refusal.ts';
import type { Call } from '../../store/calls/calls.ts';
import { type PayMethod, insertClaim } from '../../store/calls/claims.ts';
import type { Done } from './do-outcomes.ts';

/** Business days in which a claimed payment is found, or asked about again. */
const searchDays = 3;

export type ClaimPayment = {
  readonly method: PayMethod;
  readonly reference: string;
  readonly paidOn: Day;
  readonly amount: Money;
  readonly itemIds: readonly Id[];
  readonly note: string;
};

export async function claimPayment(
  context: Context,
  { accountId, callId, person }: Call,
  wish: ClaimPayment,
): Promise<Outcome<{ done: readonly Done[] }, CallRefusal>> {
  const { today } = context;
  const { amount, paidOn, method } = wish;
  const shown = formatMoney(amount);
  const { currency } = amount;
  if (!isPositive(amount)) return refuse('call.amount_unreadable', { amount: shown, currency });
  if (paidOn > today) return refuse('call.paid_in_the_future', { paidOn, today });
  const reference = wish.reference.trim();
  const claimId = context.newId();
  const searchBy = plusBusinessDays(today, searchDays, federalBankCalendar);
  const claim = { ...wish, accountId, claimId, callId, saidBy: person, reference, searchBy };
  await insertClaim(context, claim);
  const facts = { amount: shown, currency, method, reference, paidOn };
  await recordActivity(context, {
    accountId,
    kind: 'call',
    phrase: 'activity.payment_claimed',
    facts: { ...facts, saidBy: person },
    touch: false,
  });
  const payload = { claimId, ...facts, searchBy, itemIds: wish.itemIds };
  await context.tell({ name: 'correspondence.payment_claimed', accountId, payload });
  return accept({ done: [{ outcome: 'already_paid', objectId: claimId, facts }] });
}
