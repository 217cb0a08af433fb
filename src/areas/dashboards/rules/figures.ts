/**
 * Which figures stand on the dashboards: each is one metric in one variant over one span.
 *
 * A tile shows its first figure large and the others beside it, because none of them is to be
 * read alone: days sales outstanding without the best possible say nothing of the collecting.
 */
import { type Day, plusDays, startOfMonth, weekday } from '#kernel/day.ts';
import type { MetricKey } from '#areas/metrics/rules/metric.ts';
import { type Period, usualPeriod } from '#areas/metrics/rules/period.ts';

/** The days that a figure counts: the day itself, its week, its month so far, three months. */
export type Span = 'day' | 'week' | 'month' | 'quarter';

type MetricFigure = { readonly metric: MetricKey; readonly variant: string; readonly span: Span };

/** The figures that are metrics, by the name they have here. */
export const metricFigures = {
  cash_today: { metric: 'cash', variant: 'received', span: 'day' },
  cash_week: { metric: 'cash', variant: 'received', span: 'week' },
  cash_month: { metric: 'cash', variant: 'received', span: 'month' },
  goal: { metric: 'attainment', variant: 'cash', span: 'month' },
  promised_7: { metric: 'promised', variant: 'next_7_days', span: 'quarter' },
  kept_rate: { metric: 'promise_kept', variant: 'amount', span: 'quarter' },
  ar: { metric: 'ar', variant: 'net', span: 'quarter' },
  current_pct: { metric: 'current_pct', variant: 'gross', span: 'quarter' },
  over_60: { metric: 'over_60', variant: 'due_date', span: 'quarter' },
  over_60_pct: { metric: 'over_60_pct', variant: 'gross', span: 'quarter' },
  unapplied: { metric: 'unapplied', variant: 'open_credits', span: 'quarter' },
  unapplied_over_30: { metric: 'unapplied_over_30', variant: 'own_date', span: 'quarter' },
  disputed: { metric: 'disputed', variant: 'open', span: 'quarter' },
  ddo: { metric: 'ddo', variant: 'period_end', span: 'quarter' },
  dso: { metric: 'dso', variant: 'period_end', span: 'quarter' },
  best_possible_dso: { metric: 'best_possible_dso', variant: 'period_end', span: 'quarter' },
  add: { metric: 'add', variant: 'period_end', span: 'quarter' },
  cei: { metric: 'cei', variant: 'CRF_monthly_average', span: 'quarter' },
  touchless: { metric: 'touchless', variant: 'lines', span: 'month' },
  false_match: { metric: 'false_match', variant: 'touchless', span: 'month' },
  roll_0: { metric: 'roll_rate', variant: 'not_due_to_1-30', span: 'quarter' },
  roll_1: { metric: 'roll_rate', variant: '1-30_to_31-60', span: 'quarter' },
  roll_2: { metric: 'roll_rate', variant: '31-60_to_61-90', span: 'quarter' },
  roll_3: { metric: 'roll_rate', variant: '61-90_to_91-120', span: 'quarter' },
  attempts: { metric: 'contacts', variant: 'attempts', span: 'quarter' },
  conversations: { metric: 'contacts', variant: 'right_party', span: 'quarter' },
  promises_made: { metric: 'promises_made', variant: 'count', span: 'quarter' },
  promises_kept: { metric: 'promise_kept', variant: 'count', span: 'quarter' },
} as const satisfies Readonly<Record<string, MetricFigure>>;

/** Figures that are no metric: what is forecast, and whom the desk asked wrongly. */
export const otherFigures = ['forecast_week', 'landing', 'expected_7', 'false_chase'] as const;

export type MetricName = keyof typeof metricFigures;
export type FigureName = MetricName | (typeof otherFigures)[number];

export const metricNames = Object.keys(metricFigures).filter(isMetricName);
export const figureNames: readonly FigureName[] = [...metricNames, ...otherFigures];

export function isMetricName(text: string): text is MetricName {
  return Object.hasOwn(metricFigures, text);
}

/** The tiles of the manager's strip, in their order, with the figures of each. */
export const tiles = {
  cash: ['cash_today', 'cash_week', 'forecast_week'],
  month: ['cash_month', 'goal', 'landing'],
  promised: ['promised_7', 'kept_rate', 'expected_7'],
  over_60: ['over_60', 'over_60_pct'],
  unapplied: ['unapplied', 'unapplied_over_30'],
  disputed: ['disputed', 'ddo'],
  dso: ['dso', 'best_possible_dso', 'add', 'cei'],
  receivables: ['ar', 'current_pct'],
  false_chase: ['false_chase'],
  touchless: ['touchless', 'false_match'],
} as const satisfies Readonly<Record<string, readonly FigureName[]>>;
export type TileKey = keyof typeof tiles;

/** In the order of the manager's strip. */
export const tileKeys = [
  'cash',
  'month',
  'promised',
  'over_60',
  'unapplied',
  'disputed',
  'receivables',
  'dso',
  'false_chase',
  'touchless',
] as const satisfies readonly TileKey[];
/** The seven figures of the CFO. */
export const boardTiles: readonly TileKey[] = [
  'cash',
  'month',
  'promised',
  'receivables',
  'over_60',
  'disputed',
  'dso',
];

/** The days of a span that ends with the day. */
export function periodOf(span: Span, today: Day): Period {
  if (span === 'day') return { from: today, to: today };
  if (span === 'week') return { from: plusDays(today, 1 - weekday(today)), to: today };
  if (span === 'month') return { from: startOfMonth(today), to: today };
  return usualPeriod(today);
}
