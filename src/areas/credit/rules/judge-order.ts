/**
 * May this document go on? Every reason against it, not the first: a person who releases sees all
 * that they release.
 *
 * The rule a newcomer would break: the order is judged beside the exposure without itself, or one
 * that stands already would be counted twice; a limit reached to the cent is not exceeded.
 */
import { type Day, daysBetween } from '#kernel/day.ts';
import { type Currency, type Money, formatMoney, money, plus, zero } from '#kernel/money.ts';
import type { Facts } from '#kernel/outcome.ts';
import { inBase } from '#areas/ledger/rules/base-amount.ts';
import { fromInteger } from '#kernel/decimal.ts';
import {
  type Exposure,
  type OpenBook,
  type OpenOrders,
  type RateOf,
  exposureOf,
} from './exposure.ts';
import { type LimitInForce, type Limits, limitOn, reachOf } from './limit.ts';
import { type Checkpoint, type CreditPolicy, type HoldReason, holdReasons } from './policy.ts';

/** What stands against a family's common limit, without the order. */
export type Family = {
  readonly name: string;
  readonly limit: { readonly amount: Money; readonly untilOn: Day | null };
  readonly books: readonly OpenBook[];
  readonly orders: readonly OpenOrders[];
};

/** What is known of an account today; its orders leave out the one that is judged. */
export type CreditFacts = {
  readonly account: string;
  readonly company: string;
  readonly base: Currency;
  readonly kind: string;
  readonly segment: string | null;
  readonly status: string;
  /** Why a person holds the whole account; null when nobody does. */
  readonly hold: string | null;
  readonly limits: Limits;
  readonly books: readonly OpenBook[];
  readonly orders: readonly OpenOrders[];
  readonly family: Family | null;
  /** The oldest due day of what is open and not disputed. */
  readonly oldestDueOn: Day | null;
  /** What is due longer than the policy lets pass, undisputed, by currency. */
  readonly pastDue: readonly Money[];
  readonly promiseBrokenOn: Day | null;
};

export type JudgedOrder = {
  readonly open: Money;
  /** Why a person holds this very order; null when nobody does. */
  readonly forced: string | null;
};

export type Found = { readonly reason: HoldReason; readonly facts: Facts };

/** What was weighed, in the limit's currency, or the company's where there is no limit. */
export type Figures = {
  readonly exposure: Exposure;
  readonly order: Money;
  readonly withOrder: Money;
  readonly limit: LimitInForce | null;
  /** How far the limit would be exceeded; zero within it. */
  readonly over: Money;
};

export type OrderJudgement = {
  readonly verdict: 'approved' | 'held';
  readonly reasons: readonly Found[];
  /** Null where a rate is missing. */
  readonly figures: Figures | null;
  /** Why nothing was asked: who or what the policy leaves out. */
  readonly excluded: 'account' | 'segment' | 'kind' | 'small_order' | null;
};

export type Asked = {
  readonly facts: CreditFacts;
  readonly order: JudgedOrder;
  readonly at: Checkpoint;
  readonly policy: CreditPolicy;
};

/** Rates are of today, into any currency: of a limit, of the company. */
export function judgeOrder(
  asked: Asked,
  today: Day,
  rates: (into: Currency) => RateOf,
): OrderJudgement {
  const { facts, order, at, policy } = asked;
  const limit = limitOn(facts.limits, today);
  const figures = figuresOf(asked, limit, rates);
  const excluded = exclusion(facts, order, policy);
  const found: Record<HoldReason, Facts | null> = {
    forced: order.forced === null ? null : { why: order.forced },
    account_hold: facts.hold === null ? null : { why: facts.hold },
    account_status: policy.statuses.includes(facts.status) ? { status: facts.status } : null,
    over_limit: figures && overLimit(figures),
    group_over_limit: overGroup(asked, today, rates),
    limit_expired: limit?.expired ? { untilOn: limit.untilOn ?? today } : null,
    no_limit: limit === null ? {} : null,
    past_due: pastDue(facts, policy, today),
    broken_promise: brokenPromise(facts, policy, today),
    no_rate: figures === null && limit !== null ? { into: limit.amount.currency } : null,
  };
  // What a person said stops whoever the policy leaves out, too.
  const asks = holdReasons.filter(
    (reason) => policy.at[reason].includes(at) && (excluded === null || byHand.has(reason)),
  );
  const reasons = asks.flatMap((reason) => {
    const said = found[reason];
    return said === null ? [] : [{ reason, facts: said }];
  });
  return { verdict: reasons.length === 0 ? 'approved' : 'held', reasons, figures, excluded };
}

const byHand: ReadonlySet<HoldReason> = new Set(['forced', 'account_hold']);

/** Reasons that money of the customer can clear. */
const byCash: ReadonlySet<HoldReason> = new Set(['over_limit', 'group_over_limit', 'past_due']);

/** Would money that arrives be enough to let it go? Nothing that a person must settle is there. */
export function clearsByCash(reasons: readonly HoldReason[]): boolean {
  return reasons.length > 0 && reasons.every((reason) => byCash.has(reason));
}

function figuresOf(
  { facts, order, policy }: Asked,
  limit: LimitInForce | null,
  rates: (into: Currency) => RateOf,
): Figures | null {
  const into = limit?.amount.currency ?? facts.base;
  const counted = { unapplied: policy.countUnapplied };
  const exposure = exposureOf(facts, into, rates(into), counted);
  const mine = converted(order.open, into, rates(into));
  if (!exposure.ok || mine === undefined) return null;
  const withOrder = plus(exposure.value.total, mine);
  const reach = limit === null ? null : reachOf(limit.amount, policy.toleranceBps);
  const over = reach !== null && withOrder.minor > reach ? withOrder.minor - reach : 0n;
  return { exposure: exposure.value, order: mine, withOrder, limit, over: money(over, into) };
}

function converted(amount: Money, into: Currency, rateOf: RateOf): Money | undefined {
  const rate = amount.currency === into ? fromInteger(1) : rateOf(amount.currency);
  return rate && inBase(amount, rate, into);
}

function overLimit({ over, limit, withOrder }: Figures): Facts | null {
  if (limit === null || over.minor === 0n) return null;
  return {
    over: formatMoney(over),
    limit: formatMoney(limit.amount),
    exposure: formatMoney(withOrder),
    currency: over.currency,
  };
}

function overGroup(
  { facts: { family }, order, policy }: Asked,
  today: Day,
  rates: (into: Currency) => RateOf,
): Facts | null {
  if (family === null) return null;
  const { amount, untilOn } = family.limit;
  if (untilOn !== null && untilOn < today) return { name: family.name, untilOn };
  const into = amount.currency;
  const exposure = exposureOf(family, into, rates(into), { unapplied: policy.countUnapplied });
  const mine = converted(order.open, into, rates(into));
  if (!exposure.ok || mine === undefined) return { name: family.name, currency: into };
  const withOrder = plus(exposure.value.total, mine);
  const over = withOrder.minor - reachOf(amount, policy.toleranceBps);
  if (over <= 0n) return null;
  return {
    name: family.name,
    over: formatMoney(money(over, into)),
    limit: formatMoney(amount),
    exposure: formatMoney(withOrder),
    currency: into,
  };
}

function pastDue(
  { pastDue: late, oldestDueOn }: CreditFacts,
  { pastDue: rule }: CreditPolicy,
  today: Day,
): Facts | null {
  const counts = late.filter(({ minor, currency }) => {
    const from = rule.from.find((each) => each.currency === currency) ?? zero(currency);
    return minor > 0n && minor >= from.minor;
  });
  const [first] = counts;
  if (first === undefined || oldestDueOn === null) return null;
  return {
    amount: formatMoney(first),
    currency: first.currency,
    days: daysBetween(oldestDueOn, today),
    allowed: rule.days + rule.graceDays,
  };
}

function brokenPromise(
  { promiseBrokenOn }: CreditFacts,
  { brokenPromiseDays }: CreditPolicy,
  today: Day,
): Facts | null {
  if (promiseBrokenOn === null) return null;
  const days = daysBetween(promiseBrokenOn, today);
  return days <= brokenPromiseDays ? { brokenOn: promiseBrokenOn } : null;
}

function exclusion(
  { account, segment, kind }: CreditFacts,
  { open }: JudgedOrder,
  { exclude }: CreditPolicy,
): OrderJudgement['excluded'] {
  if (exclude.accounts.includes(account)) return 'account';
  if (segment !== null && exclude.segments.includes(segment)) return 'segment';
  if (exclude.kinds.includes(kind)) return 'kind';
  const small = exclude.ordersBelow.find(({ currency }) => currency === open.currency);
  return small !== undefined && open.minor < small.minor ? 'small_order' : null;
}
