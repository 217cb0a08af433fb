/**
 * A chart of a pack as SVG: drawn for paper, with few lines, direct labels and colours that stay
 * apart in grey. The same picture stands in the PDF and on the screen; the table beside it says
 * the same in numbers.
 */
import type { Language } from '#kernel/words.ts';
import { writtenShort } from '#kernel/written.ts';
import type { PackChart } from '#platform/packs/maker.ts';

const width = 720;
const height = 250;
const left = 56;
const right = 14;
const top = 34;
const bottom = 30;
const inner = { width: width - left - right, height: height - top - bottom };

/** From calm to alarming, for buckets that grow old; others take them in their order. */
const ageing = ['#3b6ea5', '#7ba7cf', '#e0b64f', '#d9843b', '#b8443a', '#7d2530'];
const apart = ['#1f5fa8', '#c2571a', '#4f7d3a', '#8a4fa0', '#5b6472', '#b8443a'];
const ink = '#1f2933';
const quiet = '#5b6472';
const grid = '#e3e6ea';

type Scale = { readonly low: number; readonly high: number; readonly step: number };
type Numbers = readonly (readonly (number | null)[])[];

/** The picture; what cannot be drawn (no values at all) is an empty frame. */
export function chartSvg(chart: PackChart, language: Language): string {
  const values = chart.series.map((each) => each.values.map(toNumber));
  const scale = scaleOf(chart, values);
  const y = (value: number): number =>
    top + inner.height - ((value - scale.low) / (scale.high - scale.low)) * inner.height;
  const parts = [
    axis(chart, scale, { y, language }),
    ...drawn(chart, values, y),
    labels(chart),
    legend(chart),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" `,
    `width="${width}" height="${height}" font-family="Inter, Arial, sans-serif" font-size="11">`,
    ...parts,
    '</svg>',
  ].join('');
}

type Place = (value: number) => number;

function drawn(chart: PackChart, values: Numbers, y: Place): string[] {
  switch (chart.shape) {
    case 'line':
      return values.map((line, at) => path(chart, line, { y, at }));
    case 'band':
      return band(chart, values, y);
    case 'stack':
      return stack(chart, values, y);
    case 'bars':
      return bars(chart, values, y);
    case 'pareto':
      return pareto(chart, values, y);
  }
}

function path(
  chart: PackChart,
  line: readonly (number | null)[],
  { y, at }: { readonly y: Place; readonly at: number },
): string {
  const points = line.flatMap((value, index) =>
    value === null ? [] : [`${middle(chart, index)} ${round(y(value))}`],
  );
  const dash = chart.series[at]?.dashed ? ' stroke-dasharray="5 4"' : '';
  const dots = points.map((point) => {
    const [cx, cy] = point.split(' ');
    return `<circle cx="${cx}" cy="${cy}" r="2.6" fill="${colour(chart, at)}"/>`;
  });
  const stroke = `fill="none" stroke="${colour(chart, at)}" stroke-width="2"${dash}`;
  return `<path d="M${points.join(' L')}" ${stroke}/>${points.length > 30 ? '' : dots.join('')}`;
}

/** Low, middle and high; what came may follow as a fourth. */
function band(chart: PackChart, values: Numbers, y: Place): string[] {
  const [low = [], , high = []] = values;
  const edge = (line: readonly (number | null)[]): string[] =>
    line.flatMap((value, at) =>
      value === null ? [] : [`${middle(chart, at)} ${round(y(value))}`],
    );
  const area = [...edge(high), ...edge(low).toReversed()].join(' L');
  const shade = `<path d="M${area} Z" fill="${colour(chart, 1)}" fill-opacity="0.16"/>`;
  const lines = values.flatMap((line, at) => (at === 0 || at === 2 ? [] : [{ line, at }]));
  return [shade, ...lines.map(({ line, at }) => path(chart, line, { y, at }))];
}

function stack(chart: PackChart, values: Numbers, y: Place): string[] {
  return chart.labels.map((_, index) => {
    let below = 0;
    return values
      .map((line, at) => {
        const value = Math.max(line[index] ?? 0, 0);
        const from = below;
        below += value;
        return bar(
          { x: barLeft(chart, index), from: y(from), to: y(below), fill: colour(chart, at) },
          chart,
        );
      })
      .join('');
  });
}

function bars(chart: PackChart, values: Numbers, y: Place): string[] {
  const each = barWidth(chart) / Math.max(values.length, 1);
  return values.flatMap((line, at) =>
    line.map((value, index) => {
      const x = barLeft(chart, index) + at * each;
      const box = { x, from: y(0), to: y(value ?? 0), fill: colour(chart, at) };
      return bar(box, chart, each - (values.length > 1 ? 2 : 0));
    }),
  );
}

/** Bars that fall, and the line of what all of them up to here are of the whole. */
function pareto(chart: PackChart, values: Numbers, y: Place): string[] {
  const line = values[0] ?? [];
  const whole = line.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  let running = 0;
  const points = line.map((value, index) => {
    running += value ?? 0;
    const share = whole === 0 ? 0 : running / whole;
    return { x: middle(chart, index), y: round(top + inner.height * (1 - share)), share };
  });
  const marks = points.map(
    (point) =>
      `<circle cx="${point.x}" cy="${point.y}" r="2.6" fill="${ink}"/>` +
      `<text x="${point.x}" y="${point.y - 6}" text-anchor="middle" fill="${ink}" ` +
      `font-size="10">${Math.round(point.share * 100)} %</text>`,
  );
  const route = points.map((point) => `${point.x} ${point.y}`).join(' L');
  return [
    ...bars(chart, [line], y),
    `<path d="M${route}" fill="none" stroke="${ink}" stroke-width="1.5"/>`,
    ...marks,
  ];
}

type Box = {
  readonly x: number;
  readonly from: number;
  readonly to: number;
  readonly fill: string;
};

function bar({ x, from, to, fill }: Box, chart: PackChart, wide = barWidth(chart)): string {
  const size = `width="${round(wide)}" height="${round(Math.max(Math.abs(from - to), 0))}"`;
  return `<rect x="${round(x)}" y="${round(Math.min(from, to))}" ${size} fill="${fill}"/>`;
}

function axis(
  { unit, currency }: PackChart,
  { low, high, step }: Scale,
  { y, language }: { readonly y: Place; readonly language: Language },
): string {
  const lines: string[] = [];
  for (let value = low; value <= high + step / 2; value += step) {
    const at = round(y(value));
    const text = `${writtenShort(value, language)}${unit === 'percent' ? ' %' : ''}`;
    const stroke = Math.abs(value) < step / 1e6 ? '#9aa3af' : grid;
    lines.push(
      `<line x1="${left}" x2="${width - right}" y1="${at}" y2="${at}" stroke="${stroke}"/>`,
      `<text x="${left - 8}" y="${at + 4}" text-anchor="end" fill="${quiet}">${text}</text>`,
    );
  }
  const named = unit === 'money' ? (currency ?? '') : '';
  const code = `<text x="${left - 8}" y="14" text-anchor="end" fill="${quiet}" font-size="10">`;
  return `${lines.join('')}${code}${escapeXml(named)}</text>`;
}

/** As many as can be read; the first and the last always. */
function labels(chart: PackChart): string {
  const longest = Math.max(1, ...chart.labels.map((label) => label.length));
  const room = Math.max(1, Math.floor(inner.width / (longest * 6.2 + 10)));
  const every = Math.max(1, Math.ceil(chart.labels.length / room));
  const last = chart.labels.length - 1;
  return chart.labels
    .map((label, index) => {
      if ((last - index) % every !== 0) return '';
      const at = `x="${middle(chart, index)}" y="${height - 10}" text-anchor="middle"`;
      return `<text ${at} fill="${quiet}">${escapeXml(label)}</text>`;
    })
    .join('');
}

function legend(chart: PackChart): string {
  const shown = chart.series.flatMap((each, at) =>
    chart.shape === 'band' && (at === 0 || at === 2) ? [] : [{ name: each.name, at }],
  );
  if (shown.length < 2 && chart.shape !== 'band') return '';
  let x = left;
  return shown
    .map(({ name, at }) => {
      const square = 'y="8" width="10" height="10" rx="2"';
      const mark = `<rect x="${x}" ${square} fill="${colour(chart, at)}"/>`;
      const text = `<text x="${x + 15}" y="17" fill="${ink}">${escapeXml(name)}</text>`;
      x += 15 + name.length * 6.3 + 18;
      return mark + text;
    })
    .join('');
}

function scaleOf({ shape, labels: places }: PackChart, values: Numbers): Scale {
  const all =
    shape === 'stack'
      ? places.map((_, index) =>
          values.reduce((sum, line) => sum + Math.max(line[index] ?? 0, 0), 0),
        )
      : values.flat().filter((value) => value !== null);
  if (shape === 'pareto') {
    const whole = all.reduce((sum, value) => sum + value, 0);
    return { low: 0, high: whole || 1, step: niceStep((whole || 1) / 4) };
  }
  const [least, most] = [Math.min(0, ...all), Math.max(0, ...all)];
  const step = niceStep((most - least || 1) / 4);
  return {
    low: Math.floor(least / step) * step,
    high: Math.ceil(most / step) * step || step,
    step,
  };
}

/** 1, 2, 2.5 or 5 times a power of ten. */
function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const lead = rough / power;
  const nice = [1, 2, 2.5, 5, 10].find((each) => lead <= each) ?? 10;
  return nice * power;
}

function slot(chart: PackChart): number {
  return inner.width / Math.max(chart.labels.length, 1);
}

function middle(chart: PackChart, index: number): number {
  return round(left + slot(chart) * (index + 0.5));
}

function barWidth(chart: PackChart): number {
  return Math.min(slot(chart) * 0.7, 64);
}

function barLeft(chart: PackChart, index: number): number {
  return left + slot(chart) * (index + 0.5) - barWidth(chart) / 2;
}

function colour({ shape }: PackChart, at: number): string {
  const palette = shape === 'stack' ? ageing : apart;
  return palette[at % palette.length] ?? ink;
}

function toNumber(value: string | null): number | null {
  return value === null ? null : Number(value);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
