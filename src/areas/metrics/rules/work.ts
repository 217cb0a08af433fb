/**
 * Figures of the work and what came of it: money, promises, contacts, disputes, matching.
 *
 * What a person did counts for who did it, what stands on an account for who owns it. Activity
 * and outcome stand side by side; nothing here ranks people by outcome alone.
 */
import { fromInteger, multiplyRatio, ratio } from '#kernel/decimal.ts';
import { costToCollect } from './collector.ts';
import { type Figure as Value, figure, inUnits, percentOf } from './figure.ts';
import type { MetricKey, PartName, Sums, Variant } from './metric.ts';
import { countOver, of, over } from './variant.ts';

function mean(
  metric: MetricKey,
  variant: string,
  source: string,
  [top, bottom]: readonly [PartName, PartName],
): Variant {
  return {
    metric,
    variant,
    unit: 'days',
    source,
    parts: [
      { name: top, role: 'numerator' },
      { name: bottom, role: 'denominator' },
    ],
    value: (sums) => quotientOf(sums, top, bottom),
  };
}

function quotientOf(sums: Sums, top: PartName, bottom: PartName): Value {
  return figure(ratio(fromInteger(sums.money(top).minor), fromInteger(sums.money(bottom).minor)));
}

const money: readonly Variant[] = [
  of('cash', 'received', 'money', 'policy: receipts less what came back', 'cash'),
  mean('payment_days', 'from_invoice', 'policy', ['paid_days', 'paid']),
  mean('payment_days', 'from_due', 'policy', ['paid_late_days', 'paid']),
  {
    metric: 'spi',
    variant: 'per_payment',
    unit: 'days',
    source: 'SID: issue to due plus due to paid',
    parts: [
      { name: 'term_days', role: 'numerator' },
      { name: 'late_days', role: 'numerator' },
      { name: 'payments', role: 'denominator' },
    ],
    value: (sums) =>
      figure(
        ratio(
          fromInteger(sums.count('term_days') + sums.count('late_days')),
          fromInteger(sums.count('payments')),
        ),
      ),
  },
  of('written_off', 'posted', 'money', 'policy', 'written_off'),
];

const promises: readonly Variant[] = [
  countOver('promise_kept', 'count', 'policy: of promises that ended', 'kept', 'ended'),
  over('promise_kept', 'amount', 'policy: of promises that ended', 'kept_amount', 'ended_amount'),
  of('promised', 'next_7_days', 'money', 'policy', 'promised_7'),
  of('promised', 'open', 'money', 'policy', 'promised'),
  of('promises_made', 'count', 'count', 'policy', 'made'),
  of('promises_made', 'amount', 'money', 'policy', 'made_amount'),
];

const contacts: readonly Variant[] = [
  countOver('rpc', 'per_attempt', 'contacts ÷ outbound calls', 'rpc', 'calls'),
  countOver('rpc', 'per_person_reached', 'contacts ÷ people reached', 'rpc', 'reached'),
  countOver('promise_to_pay', 'per_contact', 'ORA Banking', 'made', 'rpc'),
  of('contacts', 'attempts', 'count', 'policy', 'attempts'),
  of('contacts', 'right_party', 'count', 'policy', 'rpc'),
  countOver('first_call', 'one_call', 'accounts resolved with one call', 'resolved', 'called'),
  over('cash_after_contact', '7_days', 'SID: within 7 days', 'cash_after_contact', 'cash'),
];

const disputes: readonly Variant[] = [
  mean('dispute_cycle', 'per_dispute', 'policy', ['resolved_days', 'disputes_resolved']),
  mean('dispute_cycle', 'amount_weighted', 'policy', ['resolved_amount_days', 'resolved_amount']),
];

const matching: readonly Variant[] = [
  countOver('touchless', 'lines', 'AFP', 'touchless', 'matched'),
  countOver('hit_rate', 'invoice_level', 'invoices cleared correctly', 'hits', 'matched'),
  countOver('false_match', 'touchless', 'policy', 'false_matches', 'touchless'),
];

const effort: readonly Variant[] = [
  {
    metric: 'cost_to_collect',
    variant: 'of_cash',
    unit: 'percent',
    source: 'policy: stated cost of the department',
    parts: [
      { name: 'department_cost', role: 'numerator' },
      { name: 'cash', role: 'denominator' },
    ],
    value: (sums) => costToCollect(sums.money('department_cost'), sums.money('cash')),
  },
  perHour('cash_per_hour', 'cash'),
  perHour('contacts_per_hour', 'rpc'),
  {
    metric: 'attainment',
    variant: 'cash',
    unit: 'percent',
    source: 'policy: collected ÷ forecasted goal',
    parts: [
      { name: 'cash', role: 'numerator' },
      { name: 'goal_cash', role: 'denominator' },
    ],
    value: (sums) => percentOf(sums.money('cash'), sums.money('goal_cash')),
  },
];

function perHour(metric: MetricKey, part: 'cash' | 'rpc'): Variant {
  return {
    metric,
    variant: 'paid_hours',
    unit: 'ratio',
    source: 'policy: paid hours',
    parts: [
      { name: part, role: 'numerator' },
      { name: 'paid_minutes', role: 'denominator' },
    ],
    value: (sums) => {
      const done = part === 'cash' ? inUnits(sums.money('cash')) : fromInteger(sums.count('rpc'));
      const perMinute = ratio(done, fromInteger(sums.count('paid_minutes')));
      return figure(perMinute && multiplyRatio(perMinute, fromInteger(60)));
    },
  };
}

export const work: readonly Variant[] = [
  ...money,
  ...promises,
  ...contacts,
  ...disputes,
  ...matching,
  ...effort,
];
