/**
 * What the close of one day shows about the customers: how each pays, beside how all pay.
 *
 * Everything here is as known that day; a later payment of the same invoice is an open invoice.
 * Old habits count less: half as much for every `halfLife` days.
 */
import { monthDayOf, weekdayOf } from './calendar.ts';
import {
  type Tally,
  countOpen,
  countPaid,
  fade,
  hazards,
  newTally,
  settle,
  smoothed,
} from './hazard.ts';
import { type CustomerHistory, type KnownItem, isOpenOn, paidBy } from './known-item.ts';

const halfLife = 120;
/** What is older than this tells nothing that newer habits do not tell better. */
const longest = 730;
/** So many invoices' worth of all customers stand beside a customer's own. */
const leaning = 8;

export type Habits = {
  readonly byDue: Float64Array;
  readonly byDueSmooth: Float64Array;
  readonly byIssue: Float64Array;
  /** Share of payments on each weekday (0 Thursday, as days count), times seven. */
  readonly weekdays: Float64Array;
  /** Share of payments on each day of the month, times the days of a month. */
  readonly monthDays: Float64Array;
};

export type CustomerSeen = Habits & {
  readonly closed: number;
  readonly meanDelay: number;
  readonly spread: number;
  readonly lastPaidOn: number | null;
  readonly perRun: number;
  readonly meanSize: number;
  readonly paidDues: Float64Array;
};

export type Seen = {
  readonly asOf: number;
  readonly all: Habits;
  readonly byTerms: ReadonlyMap<string, Float64Array>;
  readonly byMark: ReadonlyMap<string, Float64Array>;
  readonly customers: ReadonlyMap<string, CustomerSeen>;
};

/** What all customers together show: it may come of a sample, and stand beside other customers. */
export type Pooled = Pick<Seen, 'all' | 'byTerms' | 'byMark'>;

export type OpenItem = { readonly item: KnownItem; readonly customer: CustomerSeen };

type Counts = { due: Tally; issue: Tally; weekdays: Float64Array; monthDays: Float64Array };

export function openOn(histories: ReadonlyMap<string, CustomerHistory>, seen: Seen): OpenItem[] {
  const open: OpenItem[] = [];
  for (const [customerId, customer] of seen.customers) {
    for (const item of histories.get(customerId)?.all ?? []) {
      if (isOpenOn(item, seen.asOf)) open.push({ item, customer });
    }
  }
  return open;
}

/** Customers without an open invoice that day are counted among all and left out otherwise. */
export function seenOn(histories: ReadonlyMap<string, CustomerHistory>, asOf: number): Seen {
  return seenAmong(histories, asOf, pooledOn(histories, asOf));
}

/** The customers of a part of the book, beside what all of it shows. */
export function seenAmong(
  histories: ReadonlyMap<string, CustomerHistory>,
  asOf: number,
  pooled: Pooled,
): Seen {
  const customers = new Map<string, CustomerSeen>();
  for (const [customerId, history] of histories) {
    if (history.all.some((item) => isOpenOn(item, asOf))) {
      customers.set(customerId, customerSeen(history, pooled.all, asOf));
    }
  }
  return { asOf, ...pooled, customers };
}

export function pooledOn(histories: ReadonlyMap<string, CustomerHistory>, asOf: number): Pooled {
  const total = newCounts();
  const terms = new Map<string, Tally>();
  const marks = new Map<string, Tally>();
  for (const { all } of histories.values()) {
    for (const item of all) {
      if (item.issuedOn > asOf || isOld(item, asOf)) continue;
      countItem(total, item, asOf);
      countDue(tallyOf(terms, termsOf(item)), item, asOf);
      countDue(tallyOf(marks, item.attr), item, asOf);
    }
  }
  const even = { table: new Float64Array(total.due.paid.length).fill(0.02), share: 1 };
  const all = habitsOf(total, {
    byDue: even.table,
    byIssue: even.table,
    weekdays: new Float64Array(7).fill(even.share),
    monthDays: new Float64Array(32).fill(even.share),
  });
  const tables = (tallies: ReadonlyMap<string, Tally>) =>
    new Map(
      [...tallies].map(([key, tally]) => [
        key,
        hazards(fadeSettled(tally), all.byDue, leaning * 5),
      ]),
    );
  return { all, byTerms: tables(terms), byMark: tables(marks) };
}

function tallyOf(tallies: Map<string, Tally>, key: string): Tally {
  const found = tallies.get(key) ?? newTally();
  tallies.set(key, found);
  return found;
}

export function termsOf({ company, terms }: KnownItem): string {
  return `${company} ${terms}`;
}

function isOld({ paidOn, dueOn }: KnownItem, asOf: number): boolean {
  return (paidOn ?? dueOn + longest) < asOf - longest;
}

function newCounts(): Counts {
  return {
    due: newTally(),
    issue: newTally(),
    weekdays: new Float64Array(7),
    monthDays: new Float64Array(32),
  };
}

function countItem(counts: Counts, item: KnownItem, asOf: number): void {
  countDue(counts.due, item, asOf);
  const paidOn = paidAsOf(item, asOf);
  const weight = 2 ** ((item.issuedOn - asOf) / halfLife);
  if (paidOn === null) countOpen(counts.issue, 0, asOf - item.issuedOn, weight);
  else {
    countPaid(counts.issue, 0, paidOn - item.issuedOn, weight);
    const recent = 2 ** ((paidOn - asOf) / halfLife);
    counts.weekdays[weekdayOf(paidOn)] = (counts.weekdays[weekdayOf(paidOn)] ?? 0) + recent;
    const at = monthDayOf(paidOn);
    counts.monthDays[at] = (counts.monthDays[at] ?? 0) + recent;
  }
}

function countDue(tally: Tally, item: KnownItem, asOf: number): void {
  const paidOn = paidAsOf(item, asOf);
  const from = item.issuedOn - item.dueOn;
  // Faded by the day on which it waited: see `fade`.
  const weight = 2 ** ((item.dueOn - asOf) / halfLife);
  if (paidOn === null) countOpen(tally, from, asOf - item.dueOn, weight);
  else countPaid(tally, from, paidOn - item.dueOn, weight);
}

function paidAsOf({ paidOn }: KnownItem, asOf: number): number | null {
  return paidOn !== null && paidOn <= asOf ? paidOn : null;
}

function fadeSettled(tally: Tally): Tally {
  return fade(settle(tally), halfLife);
}

type Prior = Pick<Habits, 'byDue' | 'byIssue' | 'weekdays' | 'monthDays'>;

function habitsOf(counts: Counts, prior: Prior): Habits {
  const byDue = hazards(fadeSettled(counts.due), prior.byDue, leaning);
  return {
    byDue,
    byDueSmooth: smoothed(byDue),
    byIssue: hazards(fadeSettled(counts.issue), prior.byIssue, leaning),
    weekdays: shares(counts.weekdays, prior.weekdays, 7),
    monthDays: shares(counts.monthDays, prior.monthDays, 30.4),
  };
}

/** Shares times their number (1 is even), leaning on the prior's. */
function shares(counts: Float64Array, prior: Float64Array, parts: number): Float64Array {
  const sum = counts.reduce((a, b) => a + b, 0);
  return counts.map((count, at) => (count * parts + leaning * (prior[at] ?? 1)) / (sum + leaning));
}

function customerSeen({ all, paid }: CustomerHistory, prior: Habits, asOf: number): CustomerSeen {
  const counts = newCounts();
  for (const item of all) {
    if (item.issuedOn <= asOf && !isOld(item, asOf)) countItem(counts, item, asOf);
  }
  const known = paid.slice(0, paidBy(paid, asOf));
  const recent = known.slice(-120);
  let weight = 0;
  let delay = 0;
  let square = 0;
  let size = 0;
  const runs = new Set<number>();
  for (const { paidOn, dueOn, size: each } of recent) {
    const share = 2 ** ((paidOn - asOf) / halfLife);
    weight += share;
    delay += share * (paidOn - dueOn);
    square += share * (paidOn - dueOn) ** 2;
    size += each;
    runs.add(paidOn);
  }
  const meanDelay = delay / (weight || 1);
  return {
    ...habitsOf(counts, prior),
    closed: known.length,
    meanDelay,
    spread: Math.sqrt(Math.max(square / (weight || 1) - meanDelay ** 2, 0)),
    lastPaidOn: known.at(-1)?.paidOn ?? null,
    perRun: runs.size === 0 ? 1 : recent.length / runs.size,
    meanSize: recent.length === 0 ? 0 : size / recent.length,
    paidDues: Float64Array.from(recent, ({ dueOn }) => dueOn).toSorted(),
  };
}
