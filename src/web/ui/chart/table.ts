/**
 * The figures behind a chart as a table: what a screen reader is given, what stands beside the
 * pointer, and what the arrow keys say are rows of the same table.
 */
import type { Quantities } from '../quantity.ts';
import { type ChartKind, drawn, type Value } from './kinds.ts';

export type ChartTable = {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** One row a point, one column a series; the first column names the point. */
export function tableOf(chart: ChartKind, write: Quantities): ChartTable {
  if (chart.kind === 'scatter') return scatterTable(chart, write);
  if (chart.kind === 'pareto') {
    return sharesTable(chart, chart.cumulative, cumulativeShares(chart.values), write);
  }
  if (chart.kind === 'funnel') return sharesTable(chart, chart.share, shares(chart.values), write);
  const { points, series, unit, currency } = chart;
  const band = chart.kind === 'line' ? chart.band : undefined;
  const said = (value: Value | undefined) => write.whole(value ?? null, unit, currency);
  return {
    heads: [chart.head, ...series.map(({ name }) => name), ...(band ? [band.name] : [])],
    rows: points.map((point, no) => [
      point,
      ...series.map(({ values }) => said(values[no])),
      ...(band ? [range(said(band.low[no]), said(band.high[no]))] : []),
    ]),
  };
}

/** The share of the whole that is reached with each value, in percent. */
export function cumulativeShares(values: readonly Value[]): readonly (number | null)[] {
  const whole = values.reduce((sum: number, value) => sum + (drawn(value) ?? 0), 0);
  let reached = 0;
  return values.map((value) => {
    reached += drawn(value) ?? 0;
    return whole === 0 ? null : (reached / whole) * 100;
  });
}

/** The share of the first value that each one is, in percent. */
export function shares(values: readonly Value[]): readonly (number | null)[] {
  const first = drawn(values[0]) ?? 0;
  return values.map((value) => {
    const count = drawn(value) ?? 0;
    // More than came in at the top did not come through it.
    return first === 0 || count > first ? null : (count / first) * 100;
  });
}

type Valued = Extract<ChartKind, { kind: 'pareto' | 'funnel' }>;

function sharesTable(
  chart: Valued,
  shareName: string,
  share: readonly (number | null)[],
  write: Quantities,
): ChartTable {
  const { name, unit, currency } = chart.measured;
  return {
    heads: [chart.head, name, shareName],
    rows: chart.points.map((point, no) => [
      point,
      write.whole(chart.values[no] ?? null, unit, currency),
      write.whole(share[no] ?? null, 'percent'),
    ]),
  };
}

function scatterTable(
  chart: Extract<ChartKind, { kind: 'scatter' }>,
  write: Quantities,
): ChartTable {
  const { x, y } = chart;
  return {
    heads: [chart.head, x.name, y.name],
    rows: chart.dots.map((dot) => [
      dot.name,
      write.whole(dot.x, x.unit, x.currency),
      write.whole(dot.y, y.unit, y.currency),
    ]),
  };
}

function range(low: string, high: string): string {
  return low === '–' && high === '–' ? '–' : `${low} – ${high}`;
}
