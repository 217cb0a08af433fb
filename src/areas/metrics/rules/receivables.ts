/**
 * Figures of what stands open on a day, and of the sales it came from.
 *
 * Total receivables are net of unapplied cash: the balance of the aging and of the general
 * ledger's control account. What is current or overdue is gross, as the aging's buckets are,
 * so that the buckets and unapplied cash together are the total.
 */
import { addRatios, fromInteger, multiplyRatio } from '#kernel/decimal.ts';
import { type Money, minus, plus } from '#kernel/money.ts';
import { type CeiVariant, collectionEffectiveness } from './cei.ts';
import {
  type SalesPeriod,
  averageDaysDelinquent,
  bestPossibleDso,
  dsoCountback,
  dsoSimple,
} from './dso.ts';
import { type Figure as Value, figure, percentOf, quotient } from './figure.ts';
import type { PartName, PartUse, Span, Sums, Variant } from './metric.ts';
import { daysIn, monthNamed, monthsIn, monthsUpTo } from './period.ts';
import { rollRates } from './roll-rate.ts';
import { turnover } from './turnover.ts';
import { of, over } from './variant.ts';

const soldIn = (sums: Sums, { period }: Span): SalesPeriod => ({
  sales: sums.money('sales'),
  days: daysIn(period),
});

const amounts: readonly Variant[] = [
  of('ar', 'net', 'money', 'policy', 'ar'),
  of('ar', 'gross', 'money', 'policy', 'gross'),
  of('current', 'due_date', 'money', 'policy', 'current'),
  of('overdue', 'due_date', 'money', 'policy', 'overdue'),
  of('over_60', 'due_date', 'money', 'Controller report: 61 days and more', 'over_60'),
  of('over_90', 'due_date', 'money', 'policy', 'over_90'),
  of('unapplied', 'open_credits', 'money', 'policy', 'unapplied'),
  of('credit_sales', 'less_credits', 'money', 'policy', 'sales'),
];

const shares: readonly Variant[] = [
  over('current_pct', 'gross', 'CRF', 'current', 'gross'),
  over('current_pct', 'net', 'CRF', 'current', 'ar'),
  over('overdue_pct', 'gross', 'CRF', 'overdue', 'gross'),
  over('over_60_pct', 'gross', 'CRF', 'over_60', 'gross'),
  over('over_90_pct', 'gross', 'CRF: over 91', 'over_90', 'gross'),
  over('over_90_pct', 'net', 'CRF: over 91', 'over_90', 'ar'),
];

function dso(
  variant: string,
  source: string,
  parts: Pick<Variant, 'parts' | 'byMonth'>,
  value: Variant['value'],
): Variant {
  return { metric: 'dso', variant, unit: 'days', source, value, ...parts };
}

function quotientOf(numerator: PartName, ...denominators: PartName[]): PartUse[] {
  return [
    { name: numerator, role: 'numerator' },
    ...denominators.map((name) => ({ name, role: 'denominator' as const })),
  ];
}

const days: readonly Variant[] = [
  dso('period_end', 'CRF', { parts: quotientOf('ar', 'sales') }, (sums, span) =>
    dsoSimple(sums.money('ar'), soldIn(sums, span)),
  ),
  dso('months_of_30', 'JD Edwards', { parts: quotientOf('ar', 'sales') }, (sums, { period }) =>
    dsoSimple(sums.money('ar'), { sales: sums.money('sales'), days: monthsIn(period) * 30 }),
  ),
  dso('trailing_year', 'Dynamics 365', { parts: quotientOf('ar', 'sales_12m') }, (sums, { asOf }) =>
    dsoSimple(sums.money('ar'), {
      sales: sums.money('sales_12m'),
      days: daysIn(monthsUpTo(asOf, 12)),
    }),
  ),
  dso('conventional', 'ORA', { parts: quotientOf('ar', 'sales_30d') }, (sums) =>
    dsoSimple(sums.money('ar'), { sales: sums.money('sales_30d'), days: 30 }),
  ),
  dso(
    'countback',
    'UPF',
    { parts: quotientOf('ar'), byMonth: [{ name: 'sales', role: 'denominator' }] },
    (sums, { asOf }) =>
      dsoCountback(
        sums.money('ar'),
        sums.months('sales').map(({ month, sum }) => ({
          sales: sum,
          days: monthNamed(asOf, month).days,
        })),
      ),
  ),
  dso(
    'true',
    'ORA: true DSO',
    {
      parts: [],
      byMonth: [
        { name: 'open_age', role: 'numerator' },
        { name: 'sales', role: 'denominator' },
      ],
    },
    trueDso,
  ),
  {
    metric: 'best_possible_dso',
    variant: 'period_end',
    unit: 'days',
    source: 'CRF',
    parts: quotientOf('current', 'sales'),
    value: (sums, span) => bestPossibleDso(sums.money('current'), soldIn(sums, span)),
  },
  {
    metric: 'add',
    variant: 'period_end',
    unit: 'days',
    source: 'CRF: DSO less best possible DSO',
    parts: [
      { name: 'ar', role: 'numerator' },
      { name: 'current', role: 'numerator' },
      { name: 'sales', role: 'denominator' },
    ],
    value: (sums, span) =>
      averageDaysDelinquent(sums.money('ar'), sums.money('current'), soldIn(sums, span)),
  },
];

/** Σ over the months in which something still open was sold: age × amount ÷ that month's sales. */
function trueDso(sums: Sums): Value {
  const sold = new Map(sums.months('sales').map(({ month, sum }) => [month, sum]));
  let total = { top: 0n, bottom: 1n };
  for (const { month, sum } of sums.months('open_age')) {
    const sales = sold.get(month);
    const part = sales && sales.minor > 0n ? quotient(sum, sales) : undefined;
    if (sum.minor === 0n) continue;
    // What was sold in a month without sales has no day to be measured by.
    if (!part) return null;
    total = addRatios(total, part);
  }
  return figure(total);
}

const flows: readonly Variant[] = [
  ...(['CRF_monthly_average', 'period_total'] as const).map((variant) => cei(variant)),
  turnoverOf('turns', 'ratio'),
  turnoverOf('days', 'days'),
  over('recovery', 'opening', 'policy', 'cash', 'start_ar'),
  over('liquidation', 'opening_overdue', 'policy', 'paid_on_overdue', 'start_overdue'),
];

function cei(variant: CeiVariant): Variant {
  return {
    metric: 'cei',
    variant,
    unit: 'percent',
    source: variant === 'CRF_monthly_average' ? 'CRF' : 'period total, without ÷ months',
    parts: [
      { name: 'start_ar', role: 'numerator' },
      { name: 'sales', role: 'numerator' },
      { name: 'ar', role: 'numerator' },
      { name: 'current', role: 'denominator' },
    ],
    value: (sums, { period }) =>
      collectionEffectiveness(
        {
          beginningAr: sums.money('start_ar'),
          creditSales: sums.money('sales'),
          endingAr: sums.money('ar'),
          endingCurrentAr: sums.money('current'),
          months: monthsIn(period),
        },
        variant,
      ),
  };
}

function turnoverOf(variant: 'turns' | 'days', unit: 'ratio' | 'days'): Variant {
  return {
    metric: 'turnover',
    variant,
    unit,
    source: 'policy: a year’s credit sales over the average of both ends',
    parts: [
      { name: 'sales_12m', role: 'numerator' },
      { name: 'year_start_ar', role: 'denominator' },
      { name: 'ar', role: 'denominator' },
    ],
    value: (sums) =>
      turnover(sums.money('sales_12m'), sums.money('year_start_ar'), sums.money('ar'))[variant],
  };
}

/** The buckets that roll into the next one; the last one has nowhere to go. */
const rolling = ['not_due', '1-30', '31-60', '61-90', '91-120'] as const;
const bucketNames = [...rolling, '121+'] as const;
const now = ['bucket_0', 'bucket_1', 'bucket_2', 'bucket_3', 'bucket_4', 'bucket_5'] as const;
const before = [
  'prior_bucket_0',
  'prior_bucket_1',
  'prior_bucket_2',
  'prior_bucket_3',
  'prior_bucket_4',
] as const;

const rolls: readonly Variant[] = before.map((name, index) => roll(name, index));

function roll(name: (typeof before)[number], index: number): Variant {
  const next = now[index + 1] ?? 'bucket_5';
  return {
    metric: 'roll_rate',
    variant: `${bucketNames[index] ?? ''}_to_${bucketNames[index + 1] ?? ''}`,
    unit: 'percent',
    source: 'ASC 326-20: bucket now ÷ the bucket before it a month ago',
    parts: quotientOf(next, name),
    value: (sums) =>
      rollRates([sums.money(name), undefined], [undefined, sums.money(next)])[0] ?? null,
  };
}

const buckets: readonly Variant[] = now.flatMap((part, index) => [
  of('aging', bucketNames[index] ?? '', 'money', 'the aging report', part),
  over('aging_pct', bucketNames[index] ?? '', 'CRF', part, 'gross'),
]);

const unapplied: readonly Variant[] = [
  {
    metric: 'unapplied_age',
    variant: 'amount_weighted',
    unit: 'days',
    source: 'policy',
    parts: quotientOf('unapplied_days', 'unapplied'),
    value: (sums) => figure(quotient(sums.money('unapplied_days'), sums.money('unapplied'))),
  },
  of('unapplied_over_30', 'own_date', 'money', 'policy', 'unapplied_over_30'),
];

const risk: readonly Variant[] = [
  over('at_risk', '90_days', 'UPF', 'cohort_unpaid', 'cohort_billed'),
  {
    metric: 'payment_delay',
    variant: 'with_open',
    unit: 'days',
    source: 'UPF: open overdue counts up to the day',
    parts: [
      { name: 'paid_late_days', role: 'numerator' },
      { name: 'overdue_days', role: 'numerator' },
      { name: 'paid', role: 'denominator' },
      { name: 'overdue', role: 'denominator' },
    ],
    value: (sums) => {
      const top: Money = plus(sums.money('paid_late_days'), sums.money('overdue_days'));
      return figure(quotient(top, plus(sums.money('paid'), sums.money('overdue'))));
    },
  },
  {
    metric: 'ddo',
    variant: 'period_end',
    unit: 'days',
    source: 'policy: open disputes ÷ a day’s credit sales',
    parts: quotientOf('disputed', 'sales'),
    value: (sums, span) => {
      const { sales, days: long } = soldIn(sums, span);
      const share = quotient(sums.money('disputed'), sales);
      return figure(share && multiplyRatio(share, fromInteger(long)));
    },
  },
  of('disputed', 'open', 'money', 'policy', 'disputed'),
  {
    metric: 'net_write_off',
    variant: 'of_sales',
    unit: 'percent',
    source: 'policy',
    parts: [
      { name: 'written_off', role: 'numerator' },
      { name: 'recovered', role: 'numerator' },
      { name: 'sales', role: 'denominator' },
    ],
    value: (sums) =>
      percentOf(minus(sums.money('written_off'), sums.money('recovered')), sums.money('sales')),
  },
];

/** In the order of the screen. */
export const receivables: readonly Variant[] = [
  ...amounts,
  ...days,
  ...flows,
  ...shares,
  ...buckets,
  ...rolls,
  ...unapplied,
  ...risk,
];
