/**
 * What happened to an account, with the day of business and the moment it became known; and how
 * it looked on any day, as known at any moment.
 */
import { type Day, later, parseDay, plusDays } from '#kernel/day.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import type { Currency } from '#kernel/money.ts';
import type { HoldKind } from '#areas/compliance/rules/standing.ts';
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
  /** Kept, broken, or neither: it was withdrawn. */
  readonly ended: (Dated & { readonly broken: boolean; readonly kept?: boolean }) | null;
};

export type PastStatus = Dated & { readonly status: string };
/** Money that was seen: known until it was posted. */
export type PastMoney = Dated & {
  readonly currency: Currency;
  readonly amount: bigint;
  readonly ended: Dated | null;
};
export type PastHold = Dated & {
  readonly kind: HoldKind;
  /** The last day, when one was said at once. */
  readonly endsOn: Day | null;
  readonly ended: Dated | null;
};

export type History = {
  /** As they are now; the status is that of the day where one is recorded. */
  readonly texts: AccountFacts['texts'];
  /** By due day, then by id. */
  readonly items: readonly PastItem[];
  readonly changes: ReadonlyMap<string, readonly PastChange[]>;
  readonly disputes: readonly PastDispute[];
  readonly promises: readonly PastPromise[];
  readonly statuses: readonly PastStatus[];
  readonly money: readonly PastMoney[];
  readonly holds: readonly PastHold[];
};

/** An account as it was on one day after the other: made anew only when something became known. */
export function walkOf(history: History, knowledge: 'then' | 'now'): (on: Day) => AccountFacts {
  const changes = daysOfChange(history, knowledge);
  let next = 0;
  let facts: AccountFacts | undefined;
  return (on) => {
    const before = next;
    for (let day = changes[next]; day !== undefined && day <= on; day = changes[next]) next += 1;
    if (facts === undefined || next !== before)
      facts = accountOn(history, on, lookOf(on, knowledge));
    return facts;
  };
}

/** Five in the morning in the East of the United States, near enough for any company. */
export function morningOf(on: Day): Instant {
  return instant(`${on}T10:00:00.000000Z`);
}

function lookOf(on: Day, knowledge: 'then' | 'now'): Instant | null {
  return knowledge === 'now' ? null : morningOf(on);
}

/** The days from which something is known that was not, in their order. */
function daysOfChange(history: History, knowledge: 'then' | 'now'): readonly Day[] {
  const { items, changes, disputes, promises, statuses, money, holds } = history;
  const ends = [...disputes, ...promises, ...money, ...holds].flatMap(({ ended }) => ended ?? []);
  const facts: Dated[] = [
    ...items,
    ...[...changes.values()].flat(),
    ...disputes,
    ...promises,
    ...statuses,
    ...money,
    ...holds,
    ...ends,
  ];
  const passed = holds.flatMap(({ endsOn }) => (endsOn === null ? [] : [plusDays(endsOn, 1)]));
  return [...new Set([...facts.map((fact) => knownFrom(fact, knowledge)), ...passed])].toSorted();
}

function knownFrom({ on, at }: Dated, knowledge: 'then' | 'now'): Day {
  if (knowledge === 'now') return on;
  const [told = ''] = at.split('T');
  const learnt = parseDay(told);
  if (!learnt) return on;
  return later(on, at <= morningOf(learnt) ? learnt : plusDays(learnt, 1));
}

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
  const status = history.statuses.findLast(isKnown)?.status;
  const broken = history.promises.filter(({ ended }) => ended?.broken && isKnown(ended));
  const kept = history.promises.filter(({ ended }) => ended?.kept && isKnown(ended));
  return {
    ...blankAccount,
    texts: status === undefined ? history.texts : { ...history.texts, status: [status] },
    items,
    inFlight: moneySeen(history, isKnown),
    holds: holdsOn(history, on, knownAt)
      .map(({ kind }) => kind)
      .filter((kind) => kind !== 'employer'),
    unapplied: [...credits]
      .filter(([, minor]) => minor > 0n)
      .map(([currency, minor]) => ({ currency, minor })),
    promised: promises
      .filter(({ itemIds }) => itemIds.length === 0)
      .map(({ currency, amount, until }) => ({ currency, minor: amount, until })),
    brokenPromises: broken.length,
    score: shareOf(kept.length, broken.length),
    events: broken.map(({ ended, until }) => ({
      event: 'promise_broken',
      on: ended?.on ?? until,
    })),
  };
}

/** Percent that were kept, rounded down; null where none has ended. */
function shareOf(kept: number, broken: number): number | null {
  const ended = kept + broken;
  return ended === 0 ? null : Math.floor((kept * 100) / ended);
}

function moneySeen(
  { money }: History,
  isKnown: (fact: Dated) => boolean,
): AccountFacts['inFlight'] {
  return money
    .filter((seen) => isKnown(seen) && !(seen.ended && isKnown(seen.ended)))
    .map(({ currency, amount }) => ({ currency, minor: amount }));
}

/** Holds that stood on the day, as known at a moment; null: as known now. */
export function holdsOn({ holds }: History, on: Day, knownAt: Instant | null): readonly PastHold[] {
  const isKnown = (fact: Dated): boolean =>
    fact.on <= on && (knownAt === null || fact.at <= knownAt);
  return holds.filter(
    (hold) =>
      isKnown(hold) &&
      !(hold.ended && isKnown(hold.ended)) &&
      (hold.endsOn === null || hold.endsOn >= on),
  );
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
