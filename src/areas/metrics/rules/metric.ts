/**
 * What a metric is: a formula in one variant over named parts, each part a sum of rows.
 *
 * A figure never stands alone: it carries the variant it was computed in, its parts, the day it
 * is of and the period it counts. A part is the sum of its rows and nothing else, so that
 * whoever adds the rows up gets the part, and whoever computes the parts gets the figure.
 */
import type { Day } from '#kernel/day.ts';
import { type Currency, type Money, decimalsOf, formatMinor, money } from '#kernel/money.ts';
import type { Figure as Value } from './figure.ts';
import type { Period } from './period.ts';

export const units = ['money', 'days', 'percent', 'count', 'ratio'] as const;
export type Unit = (typeof units)[number];

/** In the order of the screen. */
export const metricKeys = [
  'ar',
  'current',
  'overdue',
  'over_60',
  'over_90',
  'unapplied',
  'credit_sales',
  'dso',
  'best_possible_dso',
  'add',
  'cei',
  'turnover',
  'recovery',
  'liquidation',
  'current_pct',
  'overdue_pct',
  'over_60_pct',
  'over_90_pct',
  'aging',
  'aging_pct',
  'roll_rate',
  'unapplied_age',
  'unapplied_over_30',
  'at_risk',
  'payment_delay',
  'ddo',
  'disputed',
  'net_write_off',
  'cash',
  'payment_days',
  'spi',
  'written_off',
  'promise_kept',
  'promised',
  'promises_made',
  'rpc',
  'promise_to_pay',
  'contacts',
  'first_call',
  'cash_after_contact',
  'dispute_cycle',
  'touchless',
  'hit_rate',
  'false_match',
  'cost_to_collect',
  'cash_per_hour',
  'contacts_per_hour',
  'attainment',
] as const;
export type MetricKey = (typeof metricKeys)[number];

const openParts = [
  'ar',
  'gross',
  'current',
  'overdue',
  'over_60',
  'over_90',
  'bucket_0',
  'bucket_1',
  'bucket_2',
  'bucket_3',
  'bucket_4',
  'bucket_5',
  'unapplied',
  'unapplied_over_30',
  'unapplied_days',
  'overdue_days',
  'open_age',
] as const;
const earlierParts = [
  'start_ar',
  'start_overdue',
  'year_start_ar',
  'prior_bucket_0',
  'prior_bucket_1',
  'prior_bucket_2',
  'prior_bucket_3',
  'prior_bucket_4',
] as const;
const flowParts = [
  'sales',
  'sales_12m',
  'sales_30d',
  'cash',
  'cash_after_contact',
  'paid',
  'paid_days',
  'paid_late_days',
  'payments',
  'term_days',
  'late_days',
  'paid_on_overdue',
  'cohort_billed',
  'cohort_unpaid',
  'written_off',
  'recovered',
] as const;
const workParts = [
  'made',
  'made_amount',
  'kept',
  'ended',
  'kept_amount',
  'ended_amount',
  'promised',
  'promised_7',
  'attempts',
  'calls',
  'rpc',
  'reached',
  'called',
  'resolved',
  'disputed',
  'disputes_resolved',
  'resolved_days',
  'resolved_amount',
  'resolved_amount_days',
  'matched',
  'touchless',
  'hits',
  'false_matches',
  'department_cost',
  'paid_minutes',
  'goal_cash',
] as const;
export const partNames = [...openParts, ...earlierParts, ...flowParts, ...workParts] as const;
export type PartName = (typeof partNames)[number];

/** What a part adds up: amounts, how many, amounts × days, days, minutes. */
export const partKinds = ['money', 'count', 'money_days', 'days', 'minutes'] as const;
export type PartKind = (typeof partKinds)[number];

/** Where a part stands in the formula. */
export const partRoles = ['value', 'numerator', 'denominator'] as const;
export type PartRole = (typeof partRoles)[number];

export type Span = { readonly asOf: Day; readonly period: Period };

/** The sums of the parts, in the currency of the question. */
export type Sums = {
  readonly currency: Currency;
  money(part: PartName): Money;
  count(part: PartName): number;
  /** Parts whose name begins so, with the rest of the name: the months of `sales:2026-08`. */
  months(part: PartName): readonly { readonly month: string; readonly sum: Money }[];
};

export type PartUse = { readonly name: PartName; readonly role: PartRole };

export type Variant = {
  readonly metric: MetricKey;
  readonly variant: string;
  readonly unit: Unit;
  /** Who published the formula, or whose policy it is. */
  readonly source: string;
  readonly parts: readonly PartUse[];
  /** Parts by month beside them, newest first: what count-back takes off one by one. */
  readonly byMonth?: readonly PartUse[];
  readonly value: (sums: Sums, span: Span) => Value;
};

export function sumsOf(sums: ReadonlyMap<string, bigint>, currency: Currency): Sums {
  const minor = (part: string): bigint => sums.get(part) ?? 0n;
  return {
    currency,
    money: (part) => money(minor(part), currency),
    count: (part) => Number(minor(part)),
    months: (part) =>
      [...sums]
        .filter(([name]) => name.startsWith(`${part}:`))
        .map(([name, sum]) => ({ month: name.slice(part.length + 1), sum: money(sum, currency) }))
        .toSorted((one, other) => other.month.localeCompare(one.month)),
  };
}

/** How a part's sum is written: an amount with its decimals, a count as it is. */
export function writtenPart(sum: bigint, kind: PartKind, currency: Currency): string {
  return kind === 'money' || kind === 'money_days'
    ? formatMinor(sum, decimalsOf(currency))
    : sum.toString();
}
