/**
 * A transfer: what is open on one account continues on another account of the company.
 *
 *   giving account     item ◀─transfer─▶ transfer item     through `transfers`
 *   receiving account  a new open item of the same side, at the same booked base
 *
 * An application never crosses accounts (law 5), so money of a parent pays a child's invoice
 * only after this. The two entries stand in two accounts and meet in `transfers`.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Money, money } from '#kernel/money.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import { type ApplyRefusal, applyCredit, baseTaken } from './applying.ts';
import { derivedItem, derivedNumber } from './derived-item.ts';
import {
  type DiscountOffer,
  type ItemState,
  type NewItem,
  type Posting,
  controlLine,
  stateOf,
} from './posting.ts';

export type TransferWish = {
  readonly from: Id;
  readonly to: Id;
  readonly amount: Money;
  readonly effectiveOn: Day;
};

/** The two postings, the giving account's first. */
export type Transfer = {
  readonly given: Posting;
  readonly received: Posting;
  readonly itemId: Id;
};

/** Moves a part of a credit item; the money keeps the day on which it came. */
export function transferCredit(
  credit: ItemState,
  wish: TransferWish,
  newId: () => Id,
): Outcome<Transfer, ApplyRefusal> {
  const arriving = derivedItem({
    itemId: newId(),
    kind: 'transfer',
    side: 'credit',
    amount: wish.amount,
    base: credit.open === 0n ? 0n : baseTaken(credit, wish.amount.minor),
    number: derivedNumber('transfer', credit.number),
    on: wish.effectiveOn,
  });
  return transferAs(credit, { ...arriving, issuedOn: credit.issuedOn }, wish, newId);
}

/** An item with what it takes along to another account. */
export type MovableItem = ItemState &
  Pick<NewItem, 'reference' | 'instalment'> & { readonly discounts: readonly DiscountOffer[] };

/** Moves a whole item as it is: kind, number, issue and due day stay, so its age does too. */
export function moveItem(
  item: MovableItem,
  wish: Omit<TransferWish, 'amount'>,
  newId: () => Id,
): Outcome<Transfer, ApplyRefusal> {
  const arriving: NewItem = {
    itemId: newId(),
    documentId: item.documentId,
    kind: item.kind,
    side: item.side,
    amount: money(item.open, item.currency),
    base: item.openBase,
    number: item.number,
    reference: item.reference,
    issuedOn: item.issuedOn,
    dueOn: item.dueOn,
    instalment: item.instalment,
    discounts: item.discounts,
  };
  return transferAs(item, arriving, { ...wish, amount: arriving.amount }, newId);
}

function transferAs(
  item: ItemState,
  arriving: NewItem,
  wish: TransferWish,
  newId: () => Id,
): Outcome<Transfer, ApplyRefusal> {
  const { effectiveOn } = wish;
  const leaving = derivedItem({
    itemId: newId(),
    kind: 'transfer',
    side: item.side === 'debit' ? 'credit' : 'debit',
    amount: wish.amount,
    base: arriving.base,
    number: derivedNumber('transfer', item.number),
    on: effectiveOn,
  });
  const counter = stateOf(leaving, effectiveOn);
  const [debit, credit] = item.side === 'debit' ? [item, counter] : [counter, item];
  const decision = applyCredit(debit, credit, {
    applicationId: newId(),
    kind: 'transfer',
    amount: wish.amount.minor,
    effectiveOn,
  });
  if (!decision.ok) return decision;
  const { application } = decision.value;
  const entry = {
    kind: 'transfer',
    effectiveOn,
    reverses: null,
  };
  return accept({
    given: {
      ...entry,
      entryId: newId(),
      accountId: wish.from,
      lines: [controlLine(leaving, 'transfers')],
      items: [leaving],
      applications: [application],
    },
    received: {
      ...entry,
      entryId: newId(),
      accountId: wish.to,
      lines: [controlLine(arriving, 'transfers')],
      items: [arriving],
      applications: [],
    },
    itemId: arriving.itemId,
  });
}
