/**
 * Pays a credit back to the customer; what was reserved for it is used up with it.
 *
 * Whether it may be paid, and who approves it, is decided before, in the refunds.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { ApplyRefusal } from '../rules/applying.ts';
import { amountFacts, itemPayload } from '../rules/news.ts';
import { type DayRefusal, happened } from '../rules/posting-day.ts';
import type { ReceiptMethod } from '../rules/receipt.ts';
import { refundPosting } from '../rules/refunding.ts';
import { lockAccount } from '../store/accounts.ts';
import { itemsSeenFrom } from '../store/moves.ts';
import { recordPostings } from '../store/postings.ts';
import { type RateRefusal, bookedBase } from '../store/rates.ts';
import { endReservation, standingReservation } from '../store/reservations.ts';

export type PayRefund = {
  readonly accountId: Id;
  readonly creditItemId: Id;
  readonly amount: Money;
  readonly paidOn: Day;
  readonly method: ReceiptMethod;
  readonly reference: string;
  /** What was held for this refund. */
  readonly reservationId?: Id;
  /** Where it goes instead of the bank. */
  readonly to?: 'unclaimed-property';
};

export type PayRefundRefusal =
  | ApplyRefusal
  | DayRefusal
  | RateRefusal
  | 'ledger.no_such_account'
  | 'ledger.no_such_item'
  | 'ledger.no_such_reservation'
  | 'ledger.more_than_reserved';

export async function payRefund(
  context: Context,
  wish: PayRefund,
): Promise<Outcome<{ entryId: Id; itemId: Id }, PayRefundRefusal>> {
  const { accountId, creditItemId, amount, paidOn } = wish;
  const { tx } = context;
  const account = await lockAccount(tx, accountId);
  if (!account) return refuse('ledger.no_such_account');
  const dated = happened(paidOn, context.today);
  if (!dated.ok) return dated;
  const used = await useReservation(context, wish);
  if (!used.ok) return used;
  const credit = (await itemsSeenFrom(tx, accountId, [creditItemId], paidOn)).get(creditItemId);
  if (!credit) return refuse('ledger.no_such_item');
  if (credit.currency !== amount.currency) {
    return refuse('ledger.other_currency', { debit: amount.currency, credit: credit.currency });
  }
  if (amount.minor <= 0n) return refuse('ledger.amount_not_positive');
  const base = await bookedBase(tx, amount, account.baseCurrency, paidOn);
  if (!base.ok) return base;
  const decision = refundPosting(credit, { ...wish, base: base.value }, context.newId);
  if (!decision.ok) return decision;

  const { posting, item } = decision.value;
  await recordPostings(context, [posting]);
  const payload = { ...itemPayload(posting, item), creditItemId };
  await context.tell({ name: 'ledger.refund_paid', accountId, payload });
  context.did({ what: 'refund', id: item.itemId, facts: amountFacts(amount) });
  return accept({ entryId: posting.entryId, itemId: item.itemId });
}

async function useReservation(
  context: Context,
  { accountId, creditItemId, reservationId, amount }: PayRefund,
): Promise<Outcome<null, 'ledger.no_such_reservation' | 'ledger.more_than_reserved'>> {
  if (reservationId === undefined) return accept(null);
  const held = await standingReservation(context.tx, accountId, reservationId);
  if (held?.itemId !== creditItemId) return refuse('ledger.no_such_reservation');
  if (amount.minor > held.amount) {
    const { amount: reserved } = amountFacts({ minor: held.amount, currency: amount.currency });
    return refuse('ledger.more_than_reserved', { reserved });
  }
  await endReservation(context, accountId, held, 'used');
  return accept(null);
}
