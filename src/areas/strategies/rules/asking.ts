/**
 * What may be asked of an account in each currency: past due, less what is contested, promised
 * or covered by money on account; never more, and never two currencies together.
 *
 *   open ─ contested ─ promised by name ─ money on account ─ promised on the whole = net
 *
 * Money covers the oldest debt first, so that a debt that is as good as paid makes nobody late.
 */
import type { Day } from '#kernel/day.ts';
import { type Currency, formatMoney, money } from '#kernel/money.ts';
import type { Facts } from '#kernel/outcome.ts';
import { type AccountFacts, type ItemFact, type Sum, onPlan } from './account-facts.ts';
import type { Why } from './decision.ts';
import { type Step, type StrategyDocument, minimumIn } from './document.ts';

/** What is left of a debt to ask for. */
export type Left = { readonly item: ItemFact; readonly minor: bigint };

export type Net = {
  readonly currency: Currency;
  readonly overdue: bigint;
  readonly lessCredits: bigint;
  readonly lessPromised: bigint;
  readonly net: bigint;
  /** Past due, the oldest first. */
  readonly left: readonly Left[];
  /** Not due yet, the next due first. */
  readonly upcoming: readonly Left[];
  /** What was left out, and why nothing is left when nothing is. */
  readonly why: readonly Why[];
};

/** One a currency in which anything is open. */
export function netsOf(
  { netCredits }: Pick<StrategyDocument, 'netCredits'>,
  facts: AccountFacts,
  on: Day,
): readonly Net[] {
  const currencies = [...new Set(facts.items.map(({ currency }) => currency))];
  return currencies.map((currency) => netIn(currency, facts, on, netCredits));
}

function netIn(currency: Currency, facts: AccountFacts, on: Day, netCredits: boolean): Net {
  const items = facts.items.filter((item) => item.currency === currency);
  const free = freeOf(items, on);
  const why: Why[] = [
    ...left('disputed', currency, free.disputed),
    ...left('promised', currency, free.promised),
    ...left('planned', currency, free.planned),
  ];
  const credit = sumIn(facts.unapplied, currency);
  const seen = sumIn(facts.inFlight, currency);
  const loose = sumIn(
    facts.promised.filter(({ until }) => until >= on),
    currency,
  );
  const paid = cover(free.left, netCredits ? credit : 0n);
  const kept = cover(paid.left, loose);
  const late = kept.left.filter(({ item }) => item.dueOn < on);
  const net = {
    currency,
    overdue: sumOf(free.left.filter(({ item }) => item.dueOn < on)),
    lessCredits: takenOff(free.left, paid.left, on),
    lessPromised: takenOff(paid.left, kept.left, on),
  };
  why.push(...left('promised', currency, net.lessPromised));
  if (seen > 0n) {
    why.push(...left('cash_in_flight', currency, seen));
    return { ...net, net: 0n, left: [], upcoming: [], why };
  }
  if (!netCredits && credit > 0n) {
    why.push(...left('credits_first', currency, credit));
    return { ...net, net: 0n, left: [], upcoming: [], why };
  }
  const asked = sumOf(late);
  if (asked === 0n && net.lessCredits > 0n) {
    why.push(...left('credits_cover', currency, net.lessCredits));
  }
  const upcoming = kept.left.filter(({ item }) => item.dueOn >= on);
  return { ...net, net: asked, left: late, upcoming, why };
}

/** What is neither contested nor promised by name, and how much of what is past due is. */
function freeOf(items: readonly ItemFact[], on: Day) {
  let disputed = 0n;
  let promised = 0n;
  let planned = 0n;
  const free: Left[] = [];
  for (const item of items) {
    const contested = item.disputed < item.open ? item.disputed : item.open;
    const minor = item.open - contested;
    const isLate = item.dueOn < on;
    if (isLate) disputed += contested;
    if (item.promisedUntil !== null && item.promisedUntil >= on) {
      if (isLate && item.promisedUntil === onPlan) planned += minor;
      else if (isLate) promised += minor;
    } else if (minor > 0n) free.push({ item, minor });
  }
  return { left: free, disputed, promised, planned };
}

/** What is left of debts when so much of them is covered, the oldest first. */
function cover(debts: readonly Left[], amount: bigint): { readonly left: readonly Left[] } {
  if (amount <= 0n) return { left: debts };
  let rest = amount;
  const kept: Left[] = [];
  for (const { item, minor } of debts) {
    const taken = rest < minor ? rest : minor;
    rest -= taken;
    if (minor > taken) kept.push({ item, minor: minor - taken });
  }
  return { left: kept };
}

function takenOff(before: readonly Left[], after: readonly Left[], on: Day): bigint {
  if (before === after) return 0n;
  const late = (debts: readonly Left[]): bigint =>
    sumOf(debts.filter(({ item }) => item.dueOn < on));
  return late(before) - late(after);
}

/** Currencies in which enough is asked for; never summed, never converted (P-22). */
export function worthIt(
  document: StrategyDocument,
  step: Step,
  nets: readonly Net[],
): { readonly enough: readonly Net[]; readonly below: readonly Why[] } {
  const enough: Net[] = [];
  const below: Why[] = [];
  for (const net of nets) {
    const minimum = minimumIn(document, step, net.currency);
    if (minimum === undefined || net.net >= minimum.minor) enough.push(net);
    else below.push({ code: 'below_minimum', facts: amountFacts(net.currency, net.net) });
  }
  return { enough, below };
}

export function oldestOf(debts: readonly Left[]): Left | undefined {
  return debts.reduce<Left | undefined>(
    (oldest, each) => (oldest === undefined || isOlder(each, oldest) ? each : oldest),
    undefined,
  );
}

function isOlder({ item: one }: Left, { item: other }: Left): boolean {
  return one.dueOn < other.dueOn || (one.dueOn === other.dueOn && one.itemId < other.itemId);
}

export function sumOf(debts: readonly Left[]): bigint {
  return debts.reduce((sum, { minor }) => sum + minor, 0n);
}

function sumIn(sums: readonly Sum[], currency: Currency): bigint {
  return sums.reduce((sum, each) => (each.currency === currency ? sum + each.minor : sum), 0n);
}

function left(code: Why['code'], currency: Currency, minor: bigint): Why[] {
  return minor > 0n ? [{ code, facts: amountFacts(currency, minor) }] : [];
}

export function amountFacts(currency: Currency, minor: bigint): Facts {
  return { currency, amount: formatMoney(money(minor, currency)) };
}
