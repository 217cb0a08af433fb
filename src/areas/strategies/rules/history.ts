/**
 * What happened to an account, with the day of business and the moment it became known; and how
 * it looked on any day, as known at any moment.
 */
import type { Day } from '#kernel/day.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Currency } from '#kernel/money.ts';
import { type AccountFacts, blankAccount } from './account-facts.ts';

/** A fact of business: it holds from `on`, and is known from `at`. */
type Dated = { readonly on: Day; readonly at: Instant };

export type PastItem = Dated & {
  readonly itemId: string;
  readonly currency: Currency;
  readonly dueOn: Day;
  /** Negative for money and credits. */
  readonly amount: bigint;
  readonly aged: boolean;
};
/** What became known to be open of an item: less by a payment, more by its return. */
export type PastChange = Dated & { readonly itemId: string; readonly amount: bigint };
export type PastDispute = Dated & {
  readonly itemId: string;
  /** Null: the whole of it. */
  readonly amount: bigint | null;
  readonly ended: Dated | null;
};
export type PastPromise = Dated & {
  readonly itemIds: readonly string[];
  readonly currency: Currency;
  readonly amount: bigint;
  readonly until: Day;
  readonly ended: (Dated & { readonly broken: boolean }) | null;
};

export type History = {
  readonly texts: AccountFacts['texts'];
  /** By due day, then by id. */
  readonly items: readonly PastItem[];
  readonly changes: ReadonlyMap<string, readonly PastChange[]>;
  readonly disputes: readonly PastDispute[];
  readonly promises: readonly PastPromise[];
};

/** The account at the end of a day, as it was known at a moment; null: as known now. */
export function accountOn(history: History, on: Day, knownAt: Instant | null): AccountFacts {
  const isKnown = (fact: Dated): boolean =>
    fact.on <= on && (knownAt === null || fact.at <= knownAt);
  const disputes = history.disputes.filter(
    (each) => isKnown(each) && !(each.ended && isKnown(each.ended)),
  );
  const promises = history.promises.filter(
    (each) => isKnown(each) && !(each.ended && isKnown(each.ended)),
  );
  const items: AccountFacts['items'][number][] = [];
  const credits = new Map<Currency, bigint>();
  for (const item of history.items) {
    if (!isKnown(item)) continue;
    const changes = history.changes.get(item.itemId) ?? [];
    const open = changes.reduce(
      (sum, each) => (isKnown(each) ? sum + each.amount : sum),
      item.amount,
    );
    if (open === 0n) continue;
    if (!item.aged) {
      credits.set(item.currency, (credits.get(item.currency) ?? 0n) - open);
      continue;
    }
    items.push({
      itemId: item.itemId,
      currency: item.currency,
      dueOn: item.dueOn,
      open,
      disputed: disputedOf(item.itemId, disputes, open),
      promisedUntil: promisedUntil(item.itemId, promises),
      interestTo: null,
    });
  }
  const broken = history.promises.filter(({ ended }) => ended?.broken && isKnown(ended));
  return {
    ...blankAccount,
    texts: history.texts,
    items,
    unapplied: [...credits]
      .filter(([, minor]) => minor > 0n)
      .map(([currency, minor]) => ({ currency, minor })),
    promised: promises
      .filter(({ itemIds }) => itemIds.length === 0)
      .map(({ currency, amount, until }) => ({ currency, minor: amount, until })),
    brokenPromises: broken.length,
    events: broken.map(({ ended, until }) => ({
      event: 'promise_broken',
      on: ended?.on ?? until,
    })),
  };
}

function disputedOf(itemId: string, disputes: readonly PastDispute[], open: bigint): bigint {
  return disputes
    .filter((each) => each.itemId === itemId)
    .reduce((sum, { amount }) => sum + (amount ?? open), 0n);
}

function promisedUntil(itemId: string, promises: readonly PastPromise[]): Day | null {
  return promises
    .filter(({ itemIds }) => itemIds.includes(itemId))
    .reduce<Day | null>(
      (latest, { until }) => (latest === null || until > latest ? until : latest),
      null,
    );
}
