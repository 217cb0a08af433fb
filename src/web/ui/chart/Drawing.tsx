/**
 * The picture of a chart, with its library; loaded only where a chart is seen.
 *
 * It is one stop of the keyboard: arrows walk its points as on a slider, so who hears the page
 * hears each point's figures, and Enter opens the point where the chart opens.
 */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useMedia } from '../media.ts';
import { useQuantities } from '../quantity.ts';
import type { ChartKind } from './kinds.ts';
import { type EChartsCoreOption, type EChartsType, init } from './echarts.ts';
import { optionsOf } from './options.ts';
import type { ChartTable } from './table.ts';

type Props = {
  title: string;
  chart: ChartKind;
  table: ChartTable;
  height: number;
  onPick: ((point: number) => void) | undefined;
};

export function Drawing({ title, chart, table, height, onPick }: Props) {
  const write = useQuantities();
  const calm = useMedia('(prefers-reduced-motion: reduce)');
  const options = { ...optionsOf(chart, write), ...pointer(chart, table), animation: !calm };
  const [box, picture] = usePicture(options, JSON.stringify([chart, table, calm]), onPick);
  const [at, moveTo] = useState(0);
  const last = table.rows.length - 1;
  const point = Math.min(at, last);
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && onPick !== undefined) {
      event.stopPropagation();
      onPick(point);
      return;
    }
    const next = moved(event.key, point, last);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    moveTo(next);
    showPoint(picture.current, chart, next);
  };
  return (
    <div
      ref={box}
      role="slider"
      tabIndex={0}
      aria-label={title}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, last)}
      aria-valuenow={Math.max(0, point)}
      aria-valuetext={sentence(table, point)}
      className={`w-full ${onPick === undefined ? '' : 'cursor-pointer'}`}
      style={{ height }}
      onKeyDown={press}
      onBlur={() => picture.current?.dispatchAction({ type: 'hideTip' })}
    />
  );
}

/** The library's picture in a box, drawn anew when what it shows changes, sized with the box. */
function usePicture(options: EChartsCoreOption, shows: string, onPick: Props['onPick']) {
  const box = useRef<HTMLDivElement>(null);
  const picture = useRef<EChartsType>(null);
  const shown = useRef('');
  const pick = useRef(onPick);
  useEffect(() => {
    const holder = box.current;
    if (holder === null) return undefined;
    const drawn = init(holder, undefined, { renderer: 'svg' });
    picture.current = drawn;
    shown.current = '';
    drawn.getZr().on('click', (event) => {
      const found = pointAt(drawn, [event.offsetX, event.offsetY]);
      if (found !== undefined) pick.current?.(found);
    });
    const sized = new ResizeObserver(() => drawn.resize());
    sized.observe(holder);
    return () => {
      sized.disconnect();
      drawn.dispose();
      picture.current = null;
    };
  }, []);
  useEffect(() => {
    pick.current = onPick;
    if (shown.current === shows) return;
    shown.current = shows;
    picture.current?.setOption(options, { notMerge: true });
  });
  return [box, picture] as const;
}

/** Which point lies under a place of the picture: along the axis, or the nearest dot. */
function pointAt(picture: EChartsType, at: [number, number]): number | undefined {
  if (!picture.containPixel({ gridIndex: 0 }, at)) return undefined;
  const { xAxis, yAxis, series } = picture.getOption();
  const place = picture.convertFromPixel({ gridIndex: 0 }, at);
  const [x, y] = [Number(place[0]), Number(place[1])];
  if (isCategory(xAxis)) return x;
  if (isCategory(yAxis)) return y;
  return nearestDot(picture, series, at);
}

function isCategory(axis: unknown): boolean {
  const first: unknown = Array.isArray(axis) ? axis[0] : axis;
  return (
    typeof first === 'object' && first !== null && 'type' in first && first.type === 'category'
  );
}

const reachPixels = 14;

function nearestDot(picture: EChartsType, series: unknown, at: [number, number]) {
  const first: unknown = Array.isArray(series) ? series[0] : undefined;
  if (typeof first !== 'object' || first === null || !('data' in first)) return undefined;
  const dots: unknown[] = Array.isArray(first.data) ? first.data : [];
  const far = dots.map((dot) => {
    if (typeof dot !== 'object' || dot === null || !('value' in dot)) return Infinity;
    const value = Array.isArray(dot.value) ? dot.value.map(Number) : [];
    const place = picture.convertToPixel({ gridIndex: 0 }, value);
    return Math.hypot(Number(place[0]) - at[0], Number(place[1]) - at[1]);
  });
  const nearest = Math.min(...far);
  return nearest <= reachPixels ? far.indexOf(nearest) : undefined;
}

function moved(key: string, at: number, last: number): number | undefined {
  if (key === 'ArrowRight' || key === 'ArrowDown') return Math.min(last, at + 1);
  if (key === 'ArrowLeft' || key === 'ArrowUp') return Math.max(0, at - 1);
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  return undefined;
}

function showPoint(picture: EChartsType | null, chart: ChartKind, point: number): void {
  const banded = chart.kind === 'line' && chart.band !== undefined;
  const seriesIndex = banded ? 2 : 0;
  picture?.dispatchAction({ type: 'showTip', seriesIndex, dataIndex: point });
}

function sentence({ heads, rows }: ChartTable, point: number): string {
  const row = rows[point];
  if (row === undefined) return '';
  return `${row[0] ?? ''}: ${row
    .slice(1)
    .map((value, no) => `${heads[no + 1] ?? ''} ${value}`)
    .join(', ')}`;
}

/** What stands beside the pointer: the row of the table it is over. */
function pointer(chart: ChartKind, table: ChartTable): EChartsCoreOption {
  const byItem = chart.kind === 'scatter' || chart.kind === 'funnel';
  return {
    tooltip: {
      trigger: byItem ? 'item' : 'axis',
      confine: true,
      transitionDuration: 0,
      padding: [6, 10],
      backgroundColor: 'var(--surface)',
      borderColor: 'var(--line)',
      borderWidth: 1,
      axisPointer: {
        type: chart.kind === 'line' || chart.kind === 'area' ? 'line' : 'shadow',
        lineStyle: { color: 'var(--line-strong)', type: 'solid' },
        shadowStyle: { color: 'var(--sunk)', opacity: 0.6 },
      },
      formatter: (given: unknown) => rowNode(table, pointOf(given)),
    },
  };
}

function pointOf(given: unknown): number {
  const first: unknown = Array.isArray(given) ? given[0] : given;
  if (typeof first !== 'object' || first === null || !('dataIndex' in first)) return -1;
  return Number(first.dataIndex);
}

function rowNode({ heads, rows }: ChartTable, point: number): HTMLElement {
  const node = document.createElement('dl');
  node.className = 'chart-tip';
  const row = rows[point] ?? [];
  const head = document.createElement('dt');
  head.textContent = row[0] ?? '';
  head.className = 'chart-tip-head';
  node.append(head, document.createElement('dd'));
  row.slice(1).forEach((value, no) => {
    const name = document.createElement('dt');
    name.textContent = heads[no + 1] ?? '';
    const figure = document.createElement('dd');
    figure.textContent = value;
    node.append(name, figure);
  });
  return node;
}
