/**
 * What is already on its way: nobody asks for money that has come, was promised, is disputed or
 * is covered by a credit.
 *
 * Amounts are compared currency by currency and never added across. Items that are named must
 * each have something left to ask for; without names it is what is overdue of the account, and
 * where nothing is overdue, what is open.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';

export type OpenDebt = {
  readonly itemId: Id;
  readonly currency: string;
  /** Of the item, in minor units. */
  readonly open: bigint;
  readonly dueOn: Day;
  /** Of it under dispute, never more than is open. */
  readonly disputed: bigint;
  /**
   * On a plan in good standing, or in a settlement that stands: nobody asks for it before this
   * day, from which the instalment may be brought to mind. None: it is on none.
   */
  readonly restsUntil?: Day | undefined;
};

export type OpenPromise = {
  readonly currency: string;
  /** What has not come yet. */
  readonly waiting: bigint;
  /** Due day plus grace. */
  readonly lastDay: Day;
  /** Empty: for the account as a whole. */
  readonly itemIds: readonly Id[];
};

export type Seen = { readonly currency: string; readonly amount: bigint };

export type BusinessFacts = {
  readonly debts: readonly OpenDebt[];
  /** Unapplied credits, per currency. */
  readonly credits: readonly Seen[];
  /** Bank and portal cash that is not posted yet, per currency. */
  readonly unposted: readonly Seen[];
  readonly promises: readonly OpenPromise[];
  /** Mails that say it was paid, or what a payment is for: the items they name. */
  readonly mails: readonly { readonly itemIds: readonly Id[] }[];
  /** `plan`, `agency` … as the book says. */
  readonly status: string;
  /** Their papers go into a portal of their own, and nowhere else. */
  readonly portal?: boolean;
  /** Who wrote that they are away, and the last day of it. */
  readonly away?: readonly { readonly address: string; readonly until: Day }[];
};

export const businessRules = [
  'FACT.AWAY',
  'FACT.CASH_SEEN',
  'FACT.CREDIT',
  'FACT.DISPUTED',
  'FACT.MAIL_WAITING',
  'FACT.NOTHING_OPEN',
  'FACT.PLACED',
  'FACT.PLAN',
  'FACT.PORTAL',
  'FACT.PROMISED',
] as const;
export type BusinessRule = (typeof businessRules)[number];

/** Ways in which a notice reaches somebody who wants none: they look into their portal. */
const written: ReadonlySet<string> = new Set(['email', 'letter', 'sms']);

/** What forbids writing at all: who has a portal of their own gets no notice beside it. */
export function whatForbidsWriting(
  { portal }: BusinessFacts,
  { channel, purpose }: { readonly channel: string; readonly purpose: string },
): readonly BusinessRule[] {
  const notice = purpose === 'collect' || purpose === 'notice';
  return portal === true && notice && written.has(channel) ? ['FACT.PORTAL'] : [];
}

/** Nobody asks somebody for money who is away; another person, or a letter, may be asked. */
export function whoIsAway(
  { away = [] }: BusinessFacts,
  { channel, purpose }: { readonly channel: string; readonly purpose: string },
  { address, on }: { readonly address: string; readonly on: Day },
): readonly BusinessRule[] {
  if (channel !== 'email' || purpose !== 'collect') return [];
  const found = away.some((each) => each.address === address.toLowerCase() && on <= each.until);
  return found ? ['FACT.AWAY'] : [];
}

/** What forbids asking for these items (none named: for the account) on the day. */
export function whatForbidsAsking(
  facts: BusinessFacts,
  named: readonly Id[],
  on: Day,
): readonly BusinessRule[] {
  const resting = facts.debts.filter(
    ({ restsUntil }) => restsUntil !== undefined && on < restsUntil,
  );
  const asked = askedFor(facts, named, on);
  const found = new Set<BusinessRule>();
  if (facts.status === 'plan') found.add('FACT.PLAN');
  if (resting.some(({ itemId }) => named.includes(itemId))) found.add('FACT.PLAN');
  // What else is owed may be asked for; where nothing else is, the plan covers the account.
  if (named.length === 0 && asked.length > 0 && asked.every((debt) => resting.includes(debt))) {
    found.add('FACT.PLAN');
  }
  if (facts.status === 'agency') found.add('FACT.PLACED');
  if (facts.mails.some((mail) => touches(mail.itemIds, named))) found.add('FACT.MAIL_WAITING');
  const isOpen = new Set(facts.debts.map(({ itemId }) => itemId));
  if (asked.length === 0 || named.some((item) => !isOpen.has(item))) found.add('FACT.NOTHING_OPEN');
  const promises = facts.promises.filter(({ lastDay }) => lastDay >= on);
  if (named.length > 0) {
    for (const debt of asked) {
      if (undisputed(debt) <= 0n) found.add('FACT.DISPUTED');
      if (promises.some((promise) => covers(promise, facts.debts, debt))) {
        found.add('FACT.PROMISED');
      }
    }
  }
  const currencies = [...new Set(asked.map(({ currency }) => currency))];
  const covered = currencies.map((currency) => whatCovers(facts, asked, promises, currency));
  // One currency with something left to ask for is enough to write or call about it.
  if (covered.every((reasons) => reasons.length > 0)) {
    for (const reason of covered.flat()) found.add(reason);
  }
  return [...found].toSorted();
}

function askedFor({ debts }: BusinessFacts, named: readonly Id[], on: Day): readonly OpenDebt[] {
  if (named.length > 0) return debts.filter(({ itemId }) => named.includes(itemId));
  const free = debts.filter(({ restsUntil }) => restsUntil === undefined || on >= restsUntil);
  const overdue = free.filter(({ dueOn }) => dueOn < on);
  if (overdue.length > 0) return overdue;
  const resting = debts.filter((debt) => !free.includes(debt) && debt.dueOn < on);
  return resting.length > 0 ? resting : debts;
}

function touches(told: readonly Id[], named: readonly Id[]): boolean {
  return told.length === 0 || named.length === 0 || told.some((item) => named.includes(item));
}

function undisputed({ open, disputed }: OpenDebt): bigint {
  return open - disputed;
}

/** What leaves nothing to ask for in a currency, in the order in which it is taken off. */
function whatCovers(
  facts: BusinessFacts,
  asked: readonly OpenDebt[],
  promises: readonly OpenPromise[],
  currency: string,
): readonly BusinessRule[] {
  const of = (list: readonly Seen[]): bigint =>
    sum(list.filter((each) => each.currency === currency));
  const mine = asked.filter((debt) => debt.currency === currency);
  const open = sum(mine.map((debt) => ({ currency, amount: debt.open })));
  const clear = sum(mine.map((debt) => ({ currency, amount: undisputed(debt) })));
  const promised = sum(
    promises
      .filter((each) => each.currency === currency && relevant(each, mine))
      .map((each) => ({ currency, amount: each.waiting })),
  );
  const parts: readonly (readonly [BusinessRule, bigint])[] = [
    ['FACT.DISPUTED', open - clear],
    ['FACT.PROMISED', promised],
    ['FACT.CREDIT', of(facts.credits)],
    ['FACT.CASH_SEEN', of(facts.unposted)],
  ];
  const off = parts.reduce((total, [, amount]) => total + amount, 0n);
  return off < open ? [] : parts.filter(([, amount]) => amount > 0n).map(([rule]) => rule);
}

/** A promise of everything that is open of its items leaves nothing of any of them to ask for. */
function covers(promise: OpenPromise, debts: readonly OpenDebt[], { itemId }: OpenDebt): boolean {
  if (!promise.itemIds.includes(itemId)) return false;
  const of = debts.filter((debt) => promise.itemIds.includes(debt.itemId));
  return promise.waiting >= of.reduce((total, debt) => total + undisputed(debt), 0n);
}

function relevant({ itemIds }: OpenPromise, debts: readonly OpenDebt[]): boolean {
  return itemIds.length === 0 || debts.some(({ itemId }) => itemIds.includes(itemId));
}

function sum(list: readonly Seen[]): bigint {
  return list.reduce((total, { amount }) => total + amount, 0n);
}
