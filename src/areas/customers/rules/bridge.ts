/**
 * The balance bridge: from what an account owes to what can really be collected now.
 *
 *   owed − not due − disputed − promised − on its way + unapplied = collectable now
 *
 * `owed` is every open amount that ages; `unapplied` is money and credit memos without a
 * home, usually below zero. Every cent owed leaves the bridge at most once, at the first step
 * that claims it: an item not due yet is only "not due", though it be disputed and promised
 * too; of an overdue item the disputed part goes next; only what is left of it can be
 * promised, and only what is not promised can be on its way.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Currency, type Money, money, zero } from '#kernel/money.ts';
import { type Buckets, age, bucketOf } from '#areas/ledger/rules/aging.ts';

/** An open item; `open` is below zero for credits. */
export type OpenItem = {
  readonly itemId: Id;
  readonly dueOn: Day;
  readonly currency: Currency;
  readonly open: bigint;
  /** Owed to us, so that it stands in a bucket; the rest is money and stands apart. */
  readonly aged: boolean;
};

/** `amount` null disputes the whole item. */
export type OpenDispute = { readonly itemId: Id; readonly amount: bigint | null };

/** What is still to come of an open promise; no items: it was given for the whole account. */
export type OpenPromise = {
  readonly currency: Currency;
  readonly outstanding: bigint;
  readonly itemIds: readonly Id[];
};

export type Claims = {
  readonly disputes: readonly OpenDispute[];
  readonly promises: readonly OpenPromise[];
  /** Money seen but not posted. */
  readonly inFlight: readonly Money[];
};

export type Bridge = {
  readonly currency: Currency;
  readonly buckets: readonly Money[];
  readonly unapplied: Money;
  readonly balance: Money;
  readonly overdue: Money;
  readonly notDue: Money;
  readonly disputed: Money;
  readonly promised: Money;
  readonly inFlight: Money;
  readonly collectable: Money;
};

/** One bridge per currency, in the order of the codes; currencies never meet. */
export function bridges(
  items: readonly OpenItem[],
  claims: Claims,
  asOf: Day,
  edges: Buckets,
): Bridge[] {
  const currencies = [...new Set(items.map((item) => item.currency))].toSorted();
  return currencies.map((currency) => {
    const own = items.filter((item) => item.currency === currency);
    return bridge(own, claims, { asOf, edges, currency });
  });
}

type View = { readonly asOf: Day; readonly edges: Buckets; readonly currency: Currency };

function bridge(items: readonly OpenItem[], claims: Claims, view: View): Bridge {
  const { asOf, edges, currency } = view;
  const buckets = Array.from({ length: edges.length + 1 }, () => 0n);
  const rest = new Map<Id, bigint>();
  let unapplied = 0n;
  let owed = 0n;
  for (const { itemId, dueOn, open, aged } of items) {
    if (!aged) {
      unapplied += open;
      continue;
    }
    owed += open;
    const days = age(asOf, dueOn);
    const index = bucketOf(days, edges);
    buckets[index] = (buckets[index] ?? 0n) + open;
    if (days > 0) rest.set(itemId, open);
  }
  const overdue = total(rest);
  const disputed = takeDisputed(rest, claims.disputes);
  const promised = takePromised(rest, claims.promises, currency);
  const inFlight = smallest(total(rest) - promised.loose, incoming(claims.inFlight, currency));
  const claimed = disputed + promised.named + promised.loose + inFlight;
  const amount = (minor: bigint): Money => money(minor, currency);
  return {
    currency,
    buckets: buckets.map(amount),
    unapplied: amount(unapplied),
    balance: amount(owed + unapplied),
    overdue: amount(overdue),
    notDue: amount(owed - overdue),
    disputed: amount(disputed),
    promised: amount(promised.named + promised.loose),
    inFlight: amount(inFlight),
    collectable: amount(overdue - claimed + unapplied),
  };
}

/** Takes the disputed parts out of what is left of each item. */
function takeDisputed(rest: Map<Id, bigint>, disputes: readonly OpenDispute[]): bigint {
  let taken = 0n;
  for (const { itemId, amount } of disputes) {
    const left = rest.get(itemId) ?? 0n;
    const part = amount === null ? left : smallest(left, amount);
    rest.set(itemId, left - part);
    taken += part;
  }
  return taken;
}

/** Promises on items take from those; promises on the account then from what is left of all. */
function takePromised(
  rest: Map<Id, bigint>,
  promises: readonly OpenPromise[],
  currency: Currency,
): { named: bigint; loose: bigint } {
  const mine = promises.filter((promise) => promise.currency === currency);
  let named = 0n;
  for (const { itemIds, outstanding } of mine) {
    let still = outstanding;
    for (const itemId of itemIds) {
      const left = rest.get(itemId) ?? 0n;
      const part = smallest(left, still);
      rest.set(itemId, left - part);
      still -= part;
      named += part;
    }
  }
  const asked = mine
    .filter((promise) => promise.itemIds.length === 0)
    .reduce((sum, promise) => sum + promise.outstanding, 0n);
  return { named, loose: smallest(total(rest), asked) };
}

function incoming(amounts: readonly Money[], currency: Currency): bigint {
  return amounts
    .filter((each) => each.currency === currency)
    .reduce((sum, each) => sum + each.minor, zero(currency).minor);
}

function total(rest: ReadonlyMap<Id, bigint>): bigint {
  return [...rest.values()].reduce((sum, each) => sum + each, 0n);
}

function smallest(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
