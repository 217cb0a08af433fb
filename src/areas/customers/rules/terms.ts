/**
 * Payment terms: when a document falls due, and what paying early earns.
 *
 *   issue day ──discount days──▶ last discount day ── … ──▶ due day(s)
 *
 * Terms are plain values that can be stored as JSON. The discount period counts from the
 * issue day, never back from the due day, and a discount taken a day late is unearned: it
 * stays open on the invoice (case P-08).
 */
import {
  type Day,
  daysInMonth,
  dayOf,
  endOfMonth,
  parts,
  plusDays,
  plusMonths,
} from '#kernel/day.ts';
import { type Money, allocate, isZero, minus, plus, share } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

export type PaymentTerms = {
  readonly due: DueRule;
  /** Best discount first: 2 % in 10 days, then 1 % in 20. Empty when none is offered. */
  readonly discounts: readonly EarlyDiscount[];
};

export type DueRule =
  /** So many days after the issue day; 0 is due on receipt. */
  | { readonly kind: 'net'; readonly days: number }
  /** The end of the month that lies `daysBefore` after issue, and `daysAfter` beyond it. */
  | { readonly kind: 'end_of_month'; readonly daysBefore: number; readonly daysAfter: number }
  /** A day of a later month; documents issued after the cut-off day count a month later. */
  | {
      readonly kind: 'day_of_month';
      readonly dayOfMonth: number;
      readonly monthsAhead: number;
      readonly cutOffDay?: number;
    }
  | { readonly kind: 'instalments'; readonly parts: readonly InstalmentRule[] };

/** A part of the total, by weight against the other parts, counted from the issue day. */
export type InstalmentRule = {
  readonly weight: number;
  readonly after: { readonly days: number } | { readonly months: number };
};

export type EarlyDiscount = {
  /** Hundredths of a percent: 2 % is 200. */
  readonly rateBps: number;
  readonly days: number;
  /** The taxed total unless the seller's terms leave the tax out. */
  readonly of: 'total' | 'net';
};

export type DueItem = { readonly dueOn: Day; readonly amount: Money };

export type DiscountRefusal = 'terms.no_discount' | 'terms.unearned_discount';

/** A discount with the part that lowers the tax, so that both can be posted. */
export type Discount = { readonly total: Money; readonly net: Money; readonly tax: Money };

const dueOnReceipt: DueRule = { kind: 'net', days: 0 };

/** Terms without a discount. */
export function plainTerms(due: DueRule = dueOnReceipt): PaymentTerms {
  return { due, discounts: [] };
}

/** `count` equal parts, `stepDays` apart, the first one `stepDays` after issue. */
export function equalInstalments(count: number, stepDays: number): DueRule {
  const part = (index: number): InstalmentRule => ({
    weight: 1,
    after: { days: stepDays * (index + 1) },
  });
  return { kind: 'instalments', parts: Array.from({ length: count }, (_, index) => part(index)) };
}

/**
 * The items a document becomes: one per due day, in the order of the due days, adding up to
 * the total. Odd cents go to the earliest parts; a part of nothing is no item.
 */
export function dueItems(issuedOn: Day, total: Money, terms: PaymentTerms): DueItem[] {
  if (terms.due.kind !== 'instalments') {
    return [{ dueOn: dueOn(issuedOn, terms.due), amount: total }];
  }
  const ordered = terms.due.parts
    .map((part) => ({ dueOn: instalmentDueOn(issuedOn, part), weight: BigInt(part.weight) }))
    .toSorted((a, b) => (a.dueOn === b.dueOn ? 0 : a.dueOn < b.dueOn ? -1 : 1));
  const amounts = allocate(
    total,
    ordered.map((part) => part.weight),
  );
  const items = ordered.map((part, at) => ({ dueOn: part.dueOn, amount: amounts[at] ?? total }));
  const real = items.filter((item) => !isZero(item.amount));
  return real.length > 0 ? real : items.slice(0, 1);
}

/**
 * The discount that paying on `receivedOn` earns on a document of `net` and `tax`.
 * Refused with the last day on which there still was one.
 */
export function discountFor(
  issuedOn: Day,
  receivedOn: Day,
  net: Money,
  tax: Money,
  terms: PaymentTerms,
): Outcome<Discount, DiscountRefusal> {
  const lastDay = lastDiscountDay(issuedOn, terms);
  if (lastDay === undefined) return refuse('terms.no_discount');

  const earned = terms.discounts
    .filter((discount) => receivedOn <= plusDays(issuedOn, discount.days))
    .toSorted((a, b) => b.rateBps - a.rateBps)[0];
  if (earned === undefined) return refuse('terms.unearned_discount', { lastDay, receivedOn });
  return accept(earned.of === 'net' ? onNet(net, tax, earned) : onTotal(net, tax, earned));
}

/** The last day on which paying earns any discount; undefined when none is offered. */
export function lastDiscountDay(issuedOn: Day, terms: PaymentTerms): Day | undefined {
  if (terms.discounts.length === 0) return undefined;
  return plusDays(issuedOn, Math.max(...terms.discounts.map((discount) => discount.days)));
}

function dueOn(issuedOn: Day, due: Exclude<DueRule, { kind: 'instalments' }>): Day {
  if (due.kind === 'net') return plusDays(issuedOn, due.days);
  if (due.kind === 'day_of_month') return dayOfLaterMonth(issuedOn, due);
  return plusDays(endOfMonth(plusDays(issuedOn, due.daysBefore)), due.daysAfter);
}

function dayOfLaterMonth(issuedOn: Day, due: Extract<DueRule, { kind: 'day_of_month' }>): Day {
  const late = due.cutOffDay !== undefined && parts(issuedOn).dayOfMonth > due.cutOffDay;
  const inMonth = plusMonths(issuedOn, due.monthsAhead + (late ? 1 : 0));
  const { year, month } = parts(inMonth);
  const dayOfMonth = Math.min(due.dayOfMonth, daysInMonth(year, month));
  const found = dayOf(year, month, dayOfMonth);
  if (found === undefined) throw new RangeError(`no day ${due.dayOfMonth} in a month`);
  return found;
}

function instalmentDueOn(issuedOn: Day, part: InstalmentRule): Day {
  return 'days' in part.after
    ? plusDays(issuedOn, part.after.days)
    : plusMonths(issuedOn, part.after.months);
}

function onTotal(net: Money, tax: Money, discount: EarlyDiscount): Discount {
  const gross = plus(net, tax);
  const total = atRate(gross, discount);
  const taxPart = isZero(gross) ? tax : share(total, tax.minor, gross.minor);
  return { total, net: minus(total, taxPart), tax: taxPart };
}

function onNet(net: Money, tax: Money, discount: EarlyDiscount): Discount {
  const total = atRate(net, discount);
  return { total, net: total, tax: minus(tax, tax) };
}

function atRate(amount: Money, discount: EarlyDiscount): Money {
  return share(amount, BigInt(discount.rateBps), 10_000n);
}
