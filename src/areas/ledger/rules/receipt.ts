/**
 * Money received: one credit item, spread over the items that it pays.
 *
 *   receipt ──payment──▶ item ◀──discount (earned) or small difference── adjustment
 *      └── what is left stays on the account: never income, never a tolerance (case P-14)
 *
 * A discount taken but not earned stays open on its item with that reason. Each adjustment
 * is an entry of its own that follows the receipt's, so that a return finds it again.
 */
import type { Id } from '#kernel/ids.ts';
import { type Money, formatMoney, money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type EntryHead, type Grant, adjust } from './adjusting.ts';
import { type ApplyRefusal, after, applyCredit } from './applying.ts';
import type { ChartAccount } from './chart.ts';
import { earnedDiscount } from './discount.ts';
import type { TolerancePolicy } from './policy.ts';
import {
  type DiscountOffer,
  type ItemState,
  type Line,
  type NewApplication,
  type NewItem,
  type Posting,
  controlLine,
  stateOf,
} from './posting.ts';
import { isSmallDifference } from './tolerance.ts';

export const receiptMethods = ['check', 'ach', 'wire', 'card', 'cash', 'lockbox', 'other'] as const;
export type ReceiptMethod = (typeof receiptMethods)[number];

/** What the receipt shall do to one item; amounts are minor units of its currency. */
export type ReceiptPart = {
  readonly debit: ItemState;
  readonly amount: bigint;
  /** What the payer kept back as an early-payment discount. */
  readonly claimed: bigint;
  readonly offers: readonly DiscountOffer[];
  /** What discounts took from the item before. */
  readonly taken: bigint;
};

export type LeftOpen = {
  readonly itemId: Id;
  readonly amount: Money;
  readonly reason: 'unearned_discount';
};

export type Spread = {
  /** The receipt's entry first, then its adjustments'. */
  readonly postings: readonly Posting[];
  readonly leftOpen: readonly LeftOpen[];
};

export type ReceiptRefusal = ApplyRefusal | 'ledger.item_named_twice';

export type ReceiptWish = {
  readonly item: NewItem;
  readonly parts: readonly ReceiptPart[];
  readonly head: EntryHead;
  readonly clearing: Line;
  readonly tolerance: TolerancePolicy;
};

/** Cards settle through their own clearing account, everything else through the bank's. */
export function clearingOf(method: ReceiptMethod): ChartAccount {
  return method === 'card' ? 'card-clearing' : 'cash-clearing';
}

/** The line that brings the money in. */
export function clearingLine(item: NewItem, method: ReceiptMethod, bank?: string): Line {
  const line = controlLine(item, clearingOf(method));
  return bank === undefined ? line : { ...line, bank };
}

/** Posts the receipt and spreads it in the order of its parts. */
export function spreadReceipt(wish: ReceiptWish, newId: () => Id): Outcome<Spread, ReceiptRefusal> {
  const twice = wish.parts.find(
    ({ debit }, at) => wish.parts.findIndex((other) => other.debit.itemId === debit.itemId) !== at,
  );
  if (twice) return refuse('ledger.item_named_twice', { document: twice.debit.number });
  const entryId = newId();
  const follow: EntryHead = { ...wish.head, follows: entryId };
  const applications: NewApplication[] = [];
  const lines: Line[] = [wish.clearing];
  const adjustments: Posting[] = [];
  const leftOpen: LeftOpen[] = [];
  let receipt = stateOf(wish.item, wish.head.effectiveOn);

  for (const part of wish.parts) {
    const paid = applyCredit(part.debit, receipt, {
      applicationId: newId(),
      kind: 'payment',
      amount: part.amount,
      effectiveOn: wish.head.effectiveOn,
    });
    if (!paid.ok) return paid;
    const { application, exchange } = paid.value;
    applications.push(application);
    if (exchange) lines.push(exchange);
    receipt = after(receipt, application);
    const debit = after(part.debit, application);
    const { grant, unearned } = judgeRest(part, debit, wish);
    if (unearned) leftOpen.push(unearned);
    if (!grant) continue;
    const adjusted = adjust(debit, grant, follow, newId);
    if (!adjusted.ok) return adjusted;
    adjustments.push(adjusted.value.posting);
  }

  const posting: Posting = {
    ...wish.head,
    entryId,
    kind: 'receipt',
    reverses: null,
    lines,
    items: [wish.item],
    applications,
  };
  return accept({ postings: [posting, ...adjustments], leftOpen });
}

/** What happens to the rest of an item that was paid: discount, small difference, or nothing. */
function judgeRest(
  part: ReceiptPart,
  debit: ItemState,
  { head, tolerance }: ReceiptWish,
): { grant?: Grant; unearned?: LeftOpen } {
  if (part.claimed > 0n) {
    const earned = earnedDiscount(part.claimed, debit, part.taken, part.offers, head.effectiveOn);
    const rest = money(least(part.claimed, debit.open) - earned.amount, debit.currency);
    return {
      ...(earned.amount > 0n ? { grant: { kind: 'discount', ...earned } } : {}),
      ...(rest.minor > 0n
        ? { unearned: { itemId: debit.itemId, amount: rest, reason: 'unearned_discount' } }
        : {}),
    };
  }
  const rest = money(debit.open, debit.currency);
  const small = isSmallDifference(rest, money(debit.amount, debit.currency), tolerance);
  return small ? { grant: { kind: 'tolerance', amount: rest.minor, tax: 0n } } : {};
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

/** What an unearned discount leaves, as an event and an audit line tell it. */
export function leftOpenFacts(left: LeftOpen): Readonly<Record<string, string>> {
  return { itemId: left.itemId, amount: formatMoney(left.amount), reason: left.reason };
}
