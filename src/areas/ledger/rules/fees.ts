/**
 * Charges that no document brought: interest and fees, and the bank's own fee.
 *
 *   interest    ar / interest-income     a waiver reverses it, it is no bad debt
 *   fee         ar / fee-income
 *   bank's fee  bank-fees / cash-clearing, our expense, under the company's house account
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Money } from '#kernel/money.ts';
import type { EntryHead } from './adjusting.ts';
import type { ChartAccount } from './chart.ts';
import { derivedItem, derivedNumber } from './derived-item.ts';
import { type NewItem, type Posting, controlLine } from './posting.ts';

export const chargeKinds = ['interest', 'fee'] as const;
export type ChargeKind = (typeof chargeKinds)[number];

export type Charge = {
  readonly kind: ChargeKind;
  readonly amount: Money;
  readonly base: bigint;
  readonly dueOn: Day;
};

const income: Readonly<Record<ChargeKind, ChartAccount>> = {
  interest: 'interest-income',
  fee: 'fee-income',
};

/** The charge as a debit item of its own, with its entry. */
export function chargePosting(
  charge: Charge,
  head: EntryHead,
  newId: () => Id,
): { posting: Posting; item: NewItem } {
  const { effectiveOn } = head;
  const made = derivedItem({
    itemId: newId(),
    kind: 'charge',
    side: 'debit',
    amount: charge.amount,
    base: charge.base,
    number: derivedNumber(charge.kind, effectiveOn),
    on: effectiveOn,
  });
  const item = { ...made, dueOn: charge.dueOn };
  const posting: Posting = {
    ...head,
    entryId: newId(),
    kind: charge.kind,
    reverses: null,
    lines: [controlLine(item, income[charge.kind])],
    items: [item],
    applications: [],
  };
  return { posting, item };
}

/** What the bank takes from us; `head` is that of the house account. */
export function bankFeePosting(
  fee: { readonly amount: Money; readonly base: bigint },
  head: EntryHead,
  entryId: Id,
): Posting {
  return {
    ...head,
    entryId,
    kind: 'bank_fee',
    reverses: null,
    lines: [{ debit: 'bank-fees', credit: 'cash-clearing', amount: fee.amount, base: fee.base }],
    items: [],
    applications: [],
  };
}
