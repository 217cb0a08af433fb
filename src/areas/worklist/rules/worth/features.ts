/**
 * What the learned response looks at, as numbers in a fixed order.
 *
 * The names are kept with every model, and a model is used only where they are the same: a
 * feature that changes its meaning under an old model would order the day by nonsense.
 */
import { ownRate, staysOpen } from './rates.ts';
import type { Standing } from './standing.ts';

/** Segments of which a model knows; what is not among them is nobody's. */
export const mostSegments = 12;

const named = [
  'days_late',
  'beyond_month',
  'own_rate',
  'stays_open',
  'usual_days',
  'never_paid',
  'contacted',
  'heeded',
  'size',
  'late_items',
] as const;

export function featureNames(segments: readonly string[]): readonly string[] {
  return [...named, ...segments.map((segment) => `segment ${segment}`)];
}

export function featuresOf(
  standing: Standing,
  book: number,
  segments: readonly string[],
): readonly number[] {
  const { daysLate, usualDays, contacts, heeded, segment } = standing;
  return [
    Math.log1p(daysLate),
    daysLate > 30 ? 1 : 0,
    Math.log(ownRate(standing.paying, book) / book),
    staysOpen(standing, book),
    Math.max(-20, Math.min(60, usualDays ?? 5)),
    usualDays === null ? 1 : 0,
    contacts > 0 ? 1 : 0,
    contacts > 0 ? heeded / contacts : 0,
    Math.log1p(Number(standing.overdue) / 100),
    Math.log1p(standing.lateItems),
    ...segments.map((each) => (segment === each ? 1 : 0)),
  ];
}
