/**
 * Charges that no document brought: interest and fees, and the bank's own fee.
 *
 *   interest    ar / interest-income     a waiver reverses it, it is no bad debt
 *   fee         ar / fee-income
 *   notice      both of them as one item, for the charges of one notice (P-25)
 *   bank's fee  bank-fees / cash-clearing, our expense, under the company's house account
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Money, plus } from '#kernel/money.ts';
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

export type NoticeCharge = {
  readonly interest: { readonly amount: Money; readonly base: bigint };
  readonly fees: { readonly amount: Money; readonly base: bigint };
  readonly dueOn: Day;
};

/** Interest and fees of one notice: one debit item, a line for each that is not nothing. */
export function noticeChargePosting(
  { interest, fees, dueOn }: NoticeCharge,
  head: EntryHead,
  newId: () => Id,
): { posting: Posting; item: NewItem } {
  const { effectiveOn } = head;
  const kind = fees.amount.minor > 0n ? 'fee' : 'interest';
  const amount = plus(interest.amount, fees.amount);
  const made = derivedItem({
    itemId: newId(),
    kind: 'charge',
    side: 'debit',
    amount,
    base: interest.base + fees.base,
    number: derivedNumber(kind, effectiveOn),
    on: effectiveOn,
  });
  const item = { ...made, dueOn };
  const parts = [
    { ...interest, credit: income.interest },
    { ...fees, credit: income.fee },
  ];
  const lines = parts
    .filter((part) => part.amount.minor > 0n)
    .map((part) => ({ debit: 'ar' as const, ...part }));
  const posting: Posting = {
    ...head,
    entryId: newId(),
    kind,
    reverses: null,
    lines,
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
