/**
 * A monthly goal, its share of each week, and how far it is reached.
 *
 *   flows    cash, promises, contacts: the month's target is shared out over its weeks by their
 *            working days, to the last cent; the weeks add up to the month
 *   stands   overdue, DSO, rates: the target stands for every week as it is
 *
 * Where less is better attainment is target ÷ actual, so that more than 100 % is always good.
 */
import { type Day, endOfMonth, plusDays, weekday } from '#kernel/day.ts';
import { allocate, money } from '#kernel/money.ts';
import { type Figure as Value, percentOf } from './figure.ts';
import type { MetricKey } from './metric.ts';
import type { Period } from './period.ts';

const flows: readonly MetricKey[] = ['cash', 'promises_made', 'contacts'];

const lessIsBetter: readonly MetricKey[] = [
  'overdue',
  'over_60',
  'over_90',
  'unapplied',
  'dso',
  'add',
  'overdue_pct',
  'over_60_pct',
  'over_90_pct',
  'unapplied_age',
  'unapplied_over_30',
  'at_risk',
  'payment_delay',
  'payment_days',
  'ddo',
  'disputed',
  'net_write_off',
  'written_off',
  'dispute_cycle',
  'false_match',
  'cost_to_collect',
];

/** Whether a month's target is shared out over its weeks. */
export function isFlow(metric: MetricKey): boolean {
  return flows.includes(metric);
}

export function isLessBetter(metric: MetricKey): boolean {
  return lessIsBetter.includes(metric);
}

/** The weeks of a month, Monday to Sunday, cut at its ends. */
export function weeksOf(month: Day): Period[] {
  const last = endOfMonth(month);
  const weeks: Period[] = [];
  for (let from = month; from <= last;) {
    const sunday = plusDays(from, 7 - weekday(from));
    const to = sunday < last ? sunday : last;
    weeks.push({ from, to });
    from = plusDays(to, 1);
  }
  return weeks;
}

/** The target of each week, in the smallest units of the goal; a week of a weekend has none. */
export function weeklyTargets(metric: MetricKey, target: bigint, weeks: readonly Period[]) {
  if (!isFlow(metric)) return weeks.map(() => target);
  const weights = weeks.map((week) => BigInt(workingDays(week)));
  return allocate(money(target, 'USD'), weights).map(({ minor }) => minor);
}

function workingDays({ from, to }: Period): number {
  let days = 0;
  for (let at = from; at <= to; at = plusDays(at, 1)) if (weekday(at) < 6) days += 1;
  return days;
}

/** How far a target is reached, in percent; null where there is nothing to divide by. */
export function attainmentOf(metric: MetricKey, actual: bigint, target: bigint): Value {
  const [top, bottom] = isLessBetter(metric) ? [target, actual] : [actual, target];
  return percentOf(money(top, 'USD'), money(bottom, 'USD'));
}
