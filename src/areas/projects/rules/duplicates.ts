/**
 * Which of several alike invoices go, and which one stays: the first that was issued.
 *
 * Only invoices that nobody has touched go by themselves: one that was paid or credited in part
 * has a story, and a person must read it. Two numbers alike with different amounts are no pair.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Currency } from '#kernel/money.ts';

export type AlikeItem = {
  readonly accountId: Id;
  readonly itemId: Id;
  readonly number: string;
  /** The number without dashes, blanks and capitals. */
  readonly plain: string;
  readonly reference: string | null;
  readonly currency: Currency;
  readonly issuedOn: Day;
  /** All above zero; `tax` is part of `face`, `openBase` is in the company's currency. */
  readonly face: bigint;
  readonly open: bigint;
  readonly openBase: bigint;
  readonly tax: bigint;
};

export type Closing = { readonly kept: AlikeItem; readonly closed: AlikeItem };

/** Each invoice that goes, beside the one that stays. */
export function duplicatesToClose(items: readonly AlikeItem[]): Closing[] {
  const kept: AlikeItem[] = [];
  const closings: Closing[] = [];
  for (const item of items.toSorted(firstIssued)) {
    const original = kept.find((other) => alike(other, item));
    if (original === undefined) kept.push(item);
    else if (item.open === item.face) closings.push({ kept: original, closed: item });
  }
  return closings;
}

function alike(one: AlikeItem, other: AlikeItem): boolean {
  const samePlace = one.accountId === other.accountId && one.currency === other.currency;
  if (!samePlace || one.face !== other.face) return false;
  const sameOrder = one.reference !== null && one.reference === other.reference;
  return one.plain === other.plain || (sameOrder && one.issuedOn === other.issuedOn);
}

function firstIssued(a: AlikeItem, b: AlikeItem): number {
  const [one, other] = [
    `${a.issuedOn} ${a.number} ${a.itemId}`,
    `${b.issuedOn} ${b.number} ${b.itemId}`,
  ];
  return one === other ? 0 : one < other ? -1 : 1;
}
