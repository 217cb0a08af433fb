/**
 * A refund paid: money of a credit goes back to the customer.
 *
 *   credit item ──refund──▶ refund item   ar / cash-clearing (or card-clearing)
 *                                         ar / unclaimed-property, on its way to the state
 *
 * Never more than is available; a credit held for this refund is available to it alone. A
 * foreign credit is paid out at the rate of the day, the difference is realised.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Money } from '#kernel/money.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import { type ApplyRefusal, applyCredit } from './applying.ts';
import { derivedItem, derivedNumber } from './derived-item.ts';
import { type ItemState, type NewItem, type Posting, controlLine, stateOf } from './posting.ts';
import { type ReceiptMethod, clearingOf } from './receipt.ts';

export type RefundWish = {
  readonly accountId: Id;
  readonly amount: Money;
  readonly base: bigint;
  readonly paidOn: Day;
  readonly method: ReceiptMethod;
  readonly reference: string;
  /** Where it goes instead of the bank: what nobody asked for is owed to the state. */
  readonly to?: 'unclaimed-property';
};

/** `credit` stands without what is held for this very refund. */
export function refundPosting(
  credit: ItemState,
  wish: RefundWish,
  newId: () => Id,
): Outcome<{ posting: Posting; item: NewItem }, ApplyRefusal> {
  const item = derivedItem({
    itemId: newId(),
    kind: 'refund',
    side: 'debit',
    amount: wish.amount,
    base: wish.base,
    number: wish.reference === '' ? derivedNumber('refund', credit.number) : wish.reference,
    reference: wish.method,
    on: wish.paidOn,
  });
  const decision = applyCredit(stateOf(item, wish.paidOn), credit, {
    applicationId: newId(),
    kind: 'refund',
    amount: wish.amount.minor,
    effectiveOn: wish.paidOn,
  });
  if (!decision.ok) return decision;
  const { application, exchange } = decision.value;
  const posting: Posting = {
    entryId: newId(),
    accountId: wish.accountId,
    kind: 'refund',
    effectiveOn: wish.paidOn,
    reverses: null,
    lines: [controlLine(item, wish.to ?? clearingOf(wish.method)), ...(exchange ? [exchange] : [])],
    items: [item],
    applications: [application],
  };
  return accept({ posting, item });
}
