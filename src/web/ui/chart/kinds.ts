/**
 * The charts that a person would choose, each by what it answers; what they show is figures.
 *
 * A value is a figure's exact text; only a picture of it may be a float.
 */
export type Unit = 'money' | 'count' | 'percent' | 'days' | 'ratio';

/** Colours by meaning: ages cool to hot, good, late, the one that matters, the one behind it. */
export type Tone =
  | 'accent'
  | 'quiet'
  | 'good'
  | 'warn'
  | 'late'
  | 'b0'
  | 'b1'
  | 'b2'
  | 'b3'
  | 'b4'
  | 'b5';

export type Value = string | number | null;
export type Series = { name: string; tone: Tone; values: readonly Value[]; dashed?: boolean };
export type Measured = { name: string; unit: Unit; currency?: string };

/** Along time or other names, in their order: one value of each series for each point. */
type Along = {
  /** What the points are: the head of the table's first column. */
  head: string;
  points: readonly string[];
  series: readonly Series[];
  unit: Unit;
  currency?: string;
  /** A level to reach, drawn across. */
  goal?: { name: string; value: Value };
};
/** How a value went, with what was thought possible as a band around it. */
export type LineChart = Along & {
  kind: 'line';
  band?: { name: string; low: readonly Value[]; high: readonly Value[] };
};
/** Parts of a whole over time: `area` for many points, `stack` for few. */
export type StackChart = Along & { kind: 'area' | 'stack' };
/** Values side by side. */
export type BarsChart = Along & { kind: 'bars' };
/** The few causes that make most of it: largest first, with the share reached so far. */
export type ParetoChart = {
  kind: 'pareto';
  head: string;
  points: readonly string[];
  values: readonly Value[];
  measured: Measured;
  /** What the line of shares is called. */
  cumulative: string;
};
/** How many are left after each step, and the share of the first step. */
export type FunnelChart = {
  kind: 'funnel';
  head: string;
  points: readonly string[];
  values: readonly Value[];
  measured: Measured;
  /** What the share of the first step is called. */
  share: string;
};
/** One dot a name: what was put in against what came of it. */
export type ScatterChart = {
  kind: 'scatter';
  head: string;
  dots: readonly { name: string; x: Value; y: Value }[];
  x: Measured;
  y: Measured;
};

export type ChartKind =
  | LineChart
  | StackChart
  | BarsChart
  | ParetoChart
  | FunnelChart
  | ScatterChart;

/** The colour of a tone, which follows day and night by itself; a thin line needs more of it. */
export function colourOf(tone: Tone, look: 'thin' | 'filled' = 'filled'): string {
  if (tone !== 'quiet') return `var(--${tone})`;
  return look === 'thin' ? 'var(--ink-3)' : 'var(--line-strong)';
}

/** Where a value is drawn; null where there is none. */
export function drawn(value: Value | undefined): number | null {
  // A place in a picture, never an amount: a float is precise enough to draw it.
  return value === null || value === undefined ? null : Number(value);
}
