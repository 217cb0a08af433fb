/**
 * What a company stands to lose on an account: what it owes, less what it has in credit, and
 * what of its orders no invoice holds yet.
 *
 * The rule a newcomer would break: every dollar counts once, whatever the path. An order leaves
 * the exposure by as much as it is invoiced, because the invoice is in the open book; what was
 * delivered is a part of the order and adds nothing (P-28, I-13).
 */
import { type Decimal, fromInteger } from '#kernel/decimal.ts';
import { type Currency, type Money, money, plus, zero } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { inBase } from '#areas/ledger/rules/base-amount.ts';

export const orderStates = ['open', 'invoiced', 'closed', 'cancelled'] as const;
export type OrderState = (typeof orderStates)[number];

export const orderVerdicts = ['approved', 'held', 'released', 'rejected'] as const;
export type OrderVerdict = (typeof orderVerdicts)[number];

/** Minor units of the order's currency, each since the order was placed. */
export type OrderAmounts = {
  readonly state: OrderState;
  readonly amount: bigint;
  readonly delivered: bigint;
  readonly invoiced: bigint;
};

/** What of an order is at risk and in no invoice; never below zero. */
export function openPart({ state, amount, delivered, invoiced }: OrderAmounts): bigint {
  if (state === 'cancelled' || state === 'invoiced') return 0n;
  const goes = state === 'open' && amount > delivered ? amount : delivered;
  return goes > invoiced ? goes - invoiced : 0n;
}

/** What of the open part has gone out already; a part of it, not beside it. */
export function deliveredPart(order: OrderAmounts): bigint {
  const open = openPart(order);
  const unbilled = order.delivered > order.invoiced ? order.delivered - order.invoiced : 0n;
  return unbilled < open ? unbilled : open;
}

/** An order that waits, or was turned down, takes no credit; one nobody judged yet does. */
export function takesCredit(verdict: OrderVerdict | null): boolean {
  return verdict !== 'held' && verdict !== 'rejected';
}

/** The open book of an account in one currency; `credit` is above zero. */
export type OpenBook = {
  readonly currency: Currency;
  readonly owed: bigint;
  readonly credit: bigint;
};

/** Open parts of the orders that take credit, in one currency. */
export type OpenOrders = {
  readonly currency: Currency;
  readonly open: bigint;
  readonly delivered: bigint;
};

export type Exposure = {
  readonly owed: Money;
  readonly unapplied: Money;
  readonly orders: Money;
  /** Of `orders`, what has gone out. */
  readonly delivered: Money;
  readonly total: Money;
};

/** So many units of the exposure's currency for one of another; undefined: not known. */
export type RateOf = (from: Currency) => Decimal | undefined;

export type Counted = { readonly unapplied: boolean };

/** All of it in one currency; refuses by name where a rate is missing. */
export function exposureOf(
  { books, orders }: { books: readonly OpenBook[]; orders: readonly OpenOrders[] },
  into: Currency,
  rateOf: RateOf,
  counted: Counted,
): Outcome<Exposure, 'credit.no_rate'> {
  const nothing = zero(into);
  let [owed, unapplied, open, delivered] = [nothing, nothing, nothing, nothing];
  for (const each of [...books, ...orders]) {
    const rate = each.currency === into ? fromInteger(1) : rateOf(each.currency);
    if (rate === undefined) return refuse('credit.no_rate', { from: each.currency, to: into });
    const here = (minor: bigint): Money => inBase(money(minor, each.currency), rate, into);
    if ('owed' in each) {
      owed = plus(owed, here(each.owed));
      unapplied = plus(unapplied, here(each.credit));
    } else {
      open = plus(open, here(each.open));
      delivered = plus(delivered, here(each.delivered));
    }
  }
  const less = counted.unapplied ? unapplied.minor : 0n;
  const total = money(owed.minor - less + open.minor, into);
  return accept({ owed, unapplied, orders: open, delivered, total });
}
