/**
 * Every figure there is, in every variant; the first variant of a metric is the one meant when
 * none is named. A metric shown without its variant is a mistake: two methods of DSO or CEI
 * answer differently on the same book.
 */
import type { MetricKey, Variant } from './metric.ts';
import { receivables } from './receivables.ts';
import { work } from './work.ts';

export const catalogue: readonly Variant[] = [...receivables, ...work];

/** The variants of a metric, the usual one first. */
export function variantsOf(metric: MetricKey): readonly Variant[] {
  return catalogue.filter((each) => each.metric === metric);
}

/** The named variant, or the usual one; undefined when the metric has none of that name. */
export function variantOf(metric: MetricKey, variant?: string): Variant | undefined {
  const all = variantsOf(metric);
  return variant === undefined ? all[0] : all.find((each) => each.variant === variant);
}
