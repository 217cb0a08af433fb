/**
 * Credits that were never applied, put onto invoices: the oldest credit onto the oldest invoice,
 * until one side is used up. One currency at a time; nothing is applied beyond what is open.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import type { Currency } from '#kernel/money.ts';

export type OpenItem = {
  readonly accountId: Id;
  readonly itemId: Id;
  readonly number: string;
  readonly currency: Currency;
  /** The day by which age counts: of a credit when it was issued, of a debt when it was due. */
  readonly on: Day;
  /** Above zero on both sides. */
  readonly open: bigint;
};

export type Pair = {
  readonly accountId: Id;
  readonly credit: OpenItem;
  readonly debt: OpenItem;
  readonly amount: bigint;
};

/** What would be applied onto what. */
export function oldestFirst(credits: readonly OpenItem[], debts: readonly OpenItem[]): Pair[] {
  const byPlace = Map.groupBy(debts, placeOf);
  return [...Map.groupBy(credits, placeOf)].flatMap(([place, theirs]) =>
    pairUp(theirs.toSorted(older), (byPlace.get(place) ?? []).toSorted(older)),
  );
}

function pairUp(credits: readonly OpenItem[], debts: readonly OpenItem[]): Pair[] {
  const pairs: Pair[] = [];
  const left = debts.map((debt) => ({ debt, open: debt.open }));
  for (const credit of credits) {
    let free = credit.open;
    for (const each of left) {
      const amount = free < each.open ? free : each.open;
      if (amount === 0n) continue;
      pairs.push({ accountId: credit.accountId, credit, debt: each.debt, amount });
      each.open -= amount;
      free -= amount;
    }
  }
  return pairs;
}

function placeOf({ accountId, currency }: OpenItem): string {
  return `${accountId} ${currency}`;
}

function older(a: OpenItem, b: OpenItem): number {
  const [one, other] = [`${a.on} ${a.itemId}`, `${b.on} ${b.itemId}`];
  return one === other ? 0 : one < other ? -1 : 1;
}
