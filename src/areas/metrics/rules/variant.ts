/** The two plainest formulas: a sum as it is, and one sum in percent of another. */
import { formatMoney } from '#kernel/money.ts';
import { percentOf, percentOfCount } from './figure.ts';
import type { MetricKey, PartName, Unit, Variant } from './metric.ts';

/** The figure is the part. */
export function of(
  metric: MetricKey,
  variant: string,
  unit: Extract<Unit, 'money' | 'count'>,
  source: string,
  part: PartName,
): Variant {
  return {
    metric,
    variant,
    unit,
    source,
    parts: [{ name: part, role: 'value' }],
    value: (sums) =>
      unit === 'money' ? formatMoney(sums.money(part)) : sums.count(part).toString(),
  };
}

/** An amount in percent of an amount. */
export function over(
  metric: MetricKey,
  variant: string,
  source: string,
  part: PartName,
  whole: PartName,
): Variant {
  return share(metric, variant, source, [part, whole], (sums) =>
    percentOf(sums.money(part), sums.money(whole)),
  );
}

/** A number in percent of a number. */
export function countOver(
  metric: MetricKey,
  variant: string,
  source: string,
  part: PartName,
  whole: PartName,
): Variant {
  return share(metric, variant, source, [part, whole], (sums) =>
    percentOfCount(sums.count(part), sums.count(whole)),
  );
}

function share(
  metric: MetricKey,
  variant: string,
  source: string,
  [part, whole]: readonly [PartName, PartName],
  value: Variant['value'],
): Variant {
  return {
    metric,
    variant,
    unit: 'percent',
    source,
    parts: [
      { name: part, role: 'numerator' },
      { name: whole, role: 'denominator' },
    ],
    value,
  };
}
