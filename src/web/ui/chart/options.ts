/**
 * What is drawn for each kind of chart: thin lines, quiet axes, no more ink than the figures.
 *
 * Colours are the tokens themselves, so day and night need no second drawing.
 */
import type { EChartsCoreOption } from 'echarts/core';
import type { Quantities } from '../quantity.ts';
import {
  type BarsChart,
  type ChartKind,
  colourOf,
  drawn,
  type FunnelChart,
  type LineChart,
  type ParetoChart,
  type ScatterChart,
  type StackChart,
  type Unit,
  type Value,
} from './kinds.ts';
import { cumulativeShares, shares } from './table.ts';

const text = { color: 'var(--ink-3)', fontSize: 11, fontFamily: 'Inter, sans-serif' };
const place = { left: 0, right: 10, top: 12, bottom: 4, outerBoundsMode: 'same' };
const solid = { itemStyle: { opacity: 0.88 } };
// A token cannot be made lighter by the library, which then draws nothing.
const still = { emphasis: { disabled: true } };

/** The options of a chart, without its pointer's words. */
export function optionsOf(chart: ChartKind, write: Quantities): EChartsCoreOption {
  return { grid: place, textStyle: text, ...drawing(chart, write) };
}

function drawing(chart: ChartKind, write: Quantities): EChartsCoreOption {
  if (chart.kind === 'pareto') return pareto(chart, write);
  if (chart.kind === 'funnel') return funnel(chart, write);
  if (chart.kind === 'scatter') return scatter(chart, write);
  return {
    xAxis: names(chart.points, chart.kind === 'line' || chart.kind === 'area'),
    yAxis: values(chart.unit, write),
    series: chart.kind === 'line' ? lines(chart) : heaps(chart),
  };
}

function lines(chart: LineChart): object[] {
  const band = chart.band === undefined ? [] : bandOf(chart.band);
  return [
    ...band,
    ...chart.series.map((series, no) => ({
      ...still,
      type: 'line',
      name: series.name,
      data: series.values.map(drawn),
      showSymbol: series.values.filter((value) => value !== null).length === 1,
      symbolSize: 5,
      lineStyle: { width: 2, type: series.dashed === true ? [4, 4] : 'solid' },
      color: colourOf(series.tone, 'thin'),
      ...(no === 0 ? goalOf(chart) : {}),
    })),
  ];
}

/** A band is an unseen line with the distance to its upper edge filled on top of it. */
function bandOf(band: NonNullable<LineChart['band']>): object[] {
  const stacked = { stack: 'band', stackStrategy: 'all' };
  const edge = { ...still, ...stacked, type: 'line', symbol: 'none' };
  const bare = { ...edge, lineStyle: { width: 0 }, color: 'var(--accent)' };
  const height = band.high.map((high, no) => {
    const [top, bottom] = [drawn(high), drawn(band.low[no])];
    return top === null || bottom === null ? null : top - bottom;
  });
  return [
    { ...bare, data: band.low.map(drawn) },
    { ...bare, data: height, areaStyle: { opacity: 0.16 } },
  ];
}

function heaps(chart: StackChart | BarsChart): object[] {
  const stacked = chart.kind === 'bars' ? {} : { stack: 'all' };
  return chart.series.map((series, no) => ({
    ...still,
    ...stacked,
    type: chart.kind === 'area' ? 'line' : 'bar',
    name: series.name,
    data: series.values.map(drawn),
    symbol: 'none',
    lineStyle: { width: 0 },
    ...(chart.kind === 'area' ? { areaStyle: { opacity: 0.9 } } : {}),
    ...(chart.kind === 'area' ? {} : solid),
    barMaxWidth: 28,
    barCategoryGap: '30%',
    barGap: '10%',
    color: colourOf(series.tone),
    ...(no === 0 ? goalOf(chart) : {}),
  }));
}

function goalOf({ goal }: Pick<LineChart, 'goal'>): object {
  if (goal === undefined || goal.value === null) return {};
  return {
    markLine: {
      ...ruled,
      label: { ...text, show: true, position: 'insideEndTop', formatter: goal.name },
      data: [{ yAxis: drawn(goal.value) }],
    },
  };
}

const ruled = {
  silent: true,
  symbol: 'none',
  animation: false,
  lineStyle: { color: 'var(--ink-3)', type: [3, 3], width: 1 },
  label: { show: false },
};

function pareto(chart: ParetoChart, write: Quantities): EChartsCoreOption {
  // Both sides end at the whole, so that the line of shares starts on top of the first bar.
  const whole = chart.values.reduce((sum: number, value) => sum + (drawn(value) ?? 0), 0);
  const amounts = values(chart.measured.unit, write, { showMaxLabel: false });
  const share = { ...values('percent', write), min: 0, max: 100, interval: 25 };
  return {
    grid: { ...place, right: 0 },
    xAxis: {
      ...names(chart.points, false),
      axisLabel: { ...text, interval: 0, width: 86, overflow: 'break', lineHeight: 13 },
    },
    yAxis: [
      { ...amounts, min: 0, max: whole === 0 ? 1 : whole },
      { ...share, splitLine: { show: false } },
    ],
    series: [
      bar(chart.values, 'var(--accent)'),
      {
        ...still,
        type: 'line',
        yAxisIndex: 1,
        data: cumulativeShares(chart.values),
        color: 'var(--ink-2)',
        lineStyle: { width: 1.5 },
        symbol: 'circle',
        symbolSize: 4,
      },
    ],
  };
}

function funnel(chart: FunnelChart, write: Quantities): EChartsCoreOption {
  const share = shares(chart.values);
  const { unit } = chart.measured;
  const said = ({ dataIndex }: { dataIndex: number }): string => {
    const count = write.short(chart.values[dataIndex] ?? null, unit);
    const part = percent(share[dataIndex]);
    return part === null ? count : `${count}  ${write.short(part, 'percent')}`;
  };
  return {
    grid: { ...place, right: 84 },
    xAxis: { type: 'value', show: false, min: 0 },
    yAxis: { ...names(chart.points, false), inverse: true, axisLine: { show: false } },
    series: [
      {
        ...bar(chart.values, 'var(--accent)'),
        barMaxWidth: 22,
        showBackground: true,
        backgroundStyle: { color: 'var(--sunk)' },
        label: { ...text, color: 'var(--ink-2)', show: true, position: 'right', formatter: said },
      },
    ],
  };
}

function percent(share: number | null | undefined): number | null {
  return share === null || share === undefined ? null : Math.round(share);
}

function bar(data: readonly Value[], color: string): object {
  return { ...still, type: 'bar', data: data.map(drawn), color, ...solid, barMaxWidth: 40 };
}

/** Dots with the middle of both sides drawn across: who is above it, who left of it. */
function scatter(chart: ScatterChart, write: Quantities): EChartsCoreOption {
  const axis = (side: ScatterChart['x']) => ({
    ...values(side.unit, write),
    name: side.name,
    nameTextStyle: text,
    nameLocation: 'end',
  });
  const xs = chart.dots.map(({ x }) => drawn(x) ?? 0);
  const ys = chart.dots.map(({ y }) => drawn(y) ?? 0);
  const across = chart.dots.length < 3 ? [] : [{ xAxis: middle(xs) }, { yAxis: middle(ys) }];
  return {
    grid: { ...place, top: 26, right: 24, bottom: 18 },
    xAxis: { ...axis(chart.x), nameLocation: 'middle', nameGap: 24, splitLine: { show: false } },
    yAxis: { ...axis(chart.y), nameTextStyle: { ...text, align: 'left' } },
    series: [
      {
        ...still,
        type: 'scatter',
        data: chart.dots.map(({ name }, no) => ({ name, value: [xs[no], ys[no]] })),
        color: 'var(--accent)',
        symbolSize: 10,
        label: { ...text, color: 'var(--ink-2)', show: true, position: 'top', formatter: '{b}' },
        labelLayout: { hideOverlap: true },
        markLine: { ...ruled, data: across },
      },
    ],
  };
}

function middle(of: readonly number[]): number {
  return of.toSorted((one, other) => one - other)[Math.floor(of.length / 2)] ?? 0;
}

function names(points: readonly string[], edge: boolean): object {
  return {
    type: 'category',
    data: [...points],
    boundaryGap: !edge,
    axisLabel: { ...text, hideOverlap: true, ...(edge ? kept : {}) },
    axisTick: { show: false },
    axisLine: { lineStyle: { color: 'var(--line-strong)' } },
  };
}

/** A line that begins and ends at the edges has its outermost words inside of them. */
const kept = { alignMinLabel: 'left', showMaxLabel: true, alignMaxLabel: 'right' };

function values(unit: Unit, write: Quantities, label: object = {}): object {
  return {
    type: 'value',
    splitNumber: 4,
    axisLabel: { ...text, ...label, formatter: (value: number) => write.short(value, unit) },
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: 'var(--line)' } },
    ...(unit === 'count' ? { minInterval: 1 } : {}),
  };
}
