/**
 * How a payment plan stands on a day.
 *
 *   current ─ one instalment missed ─▶ late ─ two missed, or one 30 days late ─▶ default
 *      └ all instalments paid ─▶ paid
 *
 * An instalment is missed only after its days of grace; money is past due from the day after
 * its due day, grace or not (rule PLAN.STATUS).
 */
import { type Day, daysBetween, plusDays } from '#kernel/day.ts';
import { type Currency, type Money, atLeast, minus, sum } from '#kernel/money.ts';

export type Installment = { readonly dueOn: Day; readonly amount: Money; readonly paid: Money };

export type PlanTerms = {
  readonly graceDays: number;
  /** So many missed instalments are a default. */
  readonly defaultAfterMissed: number;
};

export type PlanStanding = {
  readonly missed: number;
  readonly status: 'current' | 'late' | 'default' | 'paid';
  readonly pastDue: Money;
};

/** One instalment this many days late is a default by itself. */
const longestLateDays = 30;

/** The standing on a day, in the currency of the plan. */
export function standingOf(
  installments: readonly Installment[],
  currency: Currency,
  today: Day,
  terms: PlanTerms,
): PlanStanding {
  const unpaid = installments.filter(({ amount, paid }) => !atLeast(paid, amount));
  const due = unpaid.filter(({ dueOn }) => dueOn < today);
  const missed = due.filter(({ dueOn }) => plusDays(dueOn, terms.graceDays) < today);
  const isLong = missed.some(({ dueOn }) => daysBetween(dueOn, today) > longestLateDays);
  const pastDue = sum(
    due.map(({ amount, paid }) => minus(amount, paid)),
    currency,
  );
  const isDefault = missed.length >= terms.defaultAfterMissed || isLong;
  if (unpaid.length === 0) return { missed: 0, status: 'paid', pastDue };
  if (missed.length === 0) return { missed: 0, status: 'current', pastDue };
  return { missed: missed.length, status: isDefault ? 'default' : 'late', pastDue };
}
