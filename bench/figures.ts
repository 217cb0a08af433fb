/** The figures of a run and how they are printed: ours, the baseline, the ratio, the bar. */

export type Figure = {
  readonly name: string;
  /** Milliseconds. */
  readonly ours: number;
  readonly baseline?: number;
  /** At most so many milliseconds, or so many times the baseline. */
  readonly bar?: { readonly ms: number } | { readonly times: number };
};

const widths = [54, 10, 10, 8, 8, 7] as const;
export const heading = line(['figure', 'ours', 'baseline', 'ratio', 'bar', '']);

/** A figure as a line under the heading, with whether it keeps its bar. */
export function figureLine(figure: Figure): string {
  const { name, ours, baseline } = figure;
  const compared = baseline === undefined ? '' : `${digits(ratio(figure), 2)} ×`;
  const beside = baseline === undefined ? '' : time(baseline);
  return line([name, time(ours), beside, compared, barText(figure), verdict(figure)]);
}

function line(cells: readonly string[]): string {
  return cells
    .map((cell, index) => {
      const width = widths[index] ?? 0;
      return index === 0 ? cell.padEnd(width) : cell.padStart(width);
    })
    .join(' ');
}

function ratio({ ours, baseline }: Figure): number {
  return baseline === undefined || baseline === 0 ? 0 : ours / baseline;
}

function barText({ bar }: Figure): string {
  if (bar === undefined) return '';
  return 'ms' in bar ? time(bar.ms) : `${digits(bar.times, bar.times < 1 ? 2 : 1)} ×`;
}

function verdict(figure: Figure): string {
  const { bar, ours } = figure;
  if (bar === undefined) return '';
  const kept = 'ms' in bar ? ours <= bar.ms : ratio(figure) <= bar.times;
  return kept ? 'kept' : 'MISSED';
}

function time(ms: number): string {
  if (ms >= 10_000) return `${digits(ms / 1000, 1)} s`;
  return ms >= 1000 ? `${digits(ms / 1000, 2)} s` : `${digits(ms, 1)} ms`;
}

function digits(value: number, decimals: number): string {
  return value.toLocaleString('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}
