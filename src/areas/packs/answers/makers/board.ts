/**
 * A few pages for the board: the DSO family, the aging over time, the cash that is expected, the
 * largest risks and why things are late.
 */
import { type Day, endOfMonth, plusMonths } from '#kernel/day.ts';
import { formatMoney, money } from '#kernel/money.ts';
import { bucketLabels, bucketSets } from '#areas/ledger/rules/aging.ts';
import { type MetricKey, series } from '#areas/metrics/index.ts';
import { agingLines, wholeAging } from '#areas/reports/index.ts';
import type { Pack, PackAsked, PackBlock, PackMaker } from '#platform/packs/maker.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { cashWeeks } from '../../store/forecast.ts';
import { words } from '../../words/metric-packs.ts';
import { metricWords } from '../../words/metrics.ts';
import { shownFigure } from '../render/numbers.ts';
import { measured, scopeOf, withoutNotes } from './measuring.ts';
import { type MetricSaying, metricSaying } from './metric-saying.ts';
import { riskBlocks } from './risks.ts';

export const boardMaker: PackMaker = {
  kind: 'board',
  title: words['board.title'],
  says: words['board.says'],
  needs: 'packs.oversee',
  of: 'month',
  make,
};

async function make(db: Queries, asked: PackAsked): Promise<Pack> {
  const speak = metricSaying(asked);
  const figures = await measured(db, asked, [
    { metric: 'ar', better: 'down' },
    { metric: 'dso', better: 'down' },
    { metric: 'best_possible_dso', better: 'down' },
    { metric: 'add', better: 'down' },
    { metric: 'cei', better: 'up' },
    { metric: 'overdue_pct', better: 'down' },
    { metric: 'over_60_pct', better: 'down' },
    { metric: 'attainment', better: 'up', ofMonth: true },
  ]);
  const [dso, add, overdue] = [1, 3, 5].map((at) => figures[at]?.value ?? null);
  const said = [dso, add, overdue].every((value) => typeof value === 'string');
  return {
    title: speak.said('board.title'),
    summary: said
      ? [
          speak.said('board.sum', {
            dso: plain(dso, asked),
            add: plain(add, asked),
            overdue: plain(overdue, asked),
          }),
        ]
      : [],
    blocks: [
      // The formulas stand in the weekly pack; the board reads the figures.
      { kind: 'figures', figures: withoutNotes(figures) },
      await dsoChart(db, asked, speak),
      await agingChart(db, asked, speak),
      ...(await cashChart(db, asked, speak)),
      ...(await riskBlocks(db, asked, speak)),
    ],
  };
}

/** A number without its unit, at most one decimal. */
function plain(value: string | null | undefined, { language }: PackAsked): string {
  return shownFigure(value ?? '0', { unit: 'percent', currency: null, language }).replace(' %', '');
}

const monthsBack = 6;

/** The ends of the months before, and the day itself. */
function steps(asOf: Day): Day[] {
  const ends = Array.from({ length: monthsBack - 1 }, (_, at) =>
    endOfMonth(plusMonths(asOf, at + 1 - monthsBack)),
  );
  return [...ends, asOf];
}

async function dsoChart(db: Queries, asked: PackAsked, { said }: MetricSaying): Promise<PackBlock> {
  const { asOf, knownAt, language } = asked;
  const days = steps(asOf);
  const line = async (metric: MetricKey) => {
    const question = {
      metric,
      scope: scopeOf(asked),
      asOf,
      knownAt,
      period: { from: asOf, to: asOf },
    };
    const found = await series(db, question, days);
    return { name: metricWords[metric][language], values: found.map(({ value }) => value) };
  };
  const [dso, best] = await Promise.all([line('dso'), line('best_possible_dso')]);
  return {
    kind: 'chart',
    title: said('board.dso'),
    shape: 'line',
    unit: 'days',
    currency: null,
    labels: days.map((each) => each.slice(0, 7)),
    series: [dso, { ...best, dashed: true }],
    alt: said('board.dso_alt'),
  };
}

async function agingChart(
  db: Queries,
  asked: PackAsked,
  { said }: MetricSaying,
): Promise<PackBlock> {
  const { asOf, knownAt, company } = asked;
  const edges = bucketSets.standard;
  const days = steps(asOf);
  const totals = await Promise.all(
    days.map(async (each) => {
      const question = { ...wholeAging(each, edges), by: 'company' as const, knownAt };
      const { lines } = await agingLines(
        db,
        { ...question, companies: [company.companyId] },
        { sort: { column: 'balance' }, descending: true, limit: null, offset: 0 },
      );
      return lines.find((line) => line.currency === company.currency)?.buckets ?? [];
    }),
  );
  return {
    kind: 'chart',
    title: `${said('board.aging')} · ${company.currency}`,
    shape: 'stack',
    unit: 'money',
    currency: company.currency,
    labels: days.map((each) => each.slice(0, 7)),
    series: bucketLabels(edges).map((label, at) => ({
      name: label === 'not_due' ? said('board.not_due') : label,
      values: totals.map((buckets) => formatMoney(money(buckets[at] ?? 0n, company.currency))),
    })),
    alt: said('board.aging_alt'),
  };
}

/** Nothing where no forecast was made yet. */
async function cashChart(
  db: Queries,
  { company }: PackAsked,
  { said }: MetricSaying,
): Promise<PackBlock[]> {
  const { companyId, currency } = company;
  const weeks = await cashWeeks(db, { companyId, currency });
  if (weeks.length < 2) return [];
  const text = (minor: bigint): string => formatMoney(money(minor, currency));
  return [
    {
      kind: 'chart',
      title: `${said('board.cash')} · ${currency}`,
      shape: 'band',
      unit: 'money',
      currency,
      labels: weeks.map((week) => week.week_start.slice(5)),
      series: [
        { name: said('board.low'), values: weeks.map((week) => text(week.p10_minor)) },
        { name: said('board.expected'), values: weeks.map((week) => text(week.expected_minor)) },
        { name: said('board.high'), values: weeks.map((week) => text(week.p90_minor)) },
      ],
      alt: said('board.cash_alt'),
    },
  ];
}
