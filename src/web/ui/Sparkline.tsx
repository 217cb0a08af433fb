/** The course of a figure in the size of a word: its shape only, said in a sentence. */
type Props = {
  /** What it shows, in words. */
  label: string;
  /** Oldest first; null: there was no value. */
  values: readonly (number | null)[];
};

const size = { wide: 96, high: 22, edge: 2 };

export function Sparkline({ label, values }: Props) {
  const points = pointsOf(values);
  const last = points.at(-1);
  if (points.length < 2 || last === undefined) return null;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size.wide} ${size.high}`}
      preserveAspectRatio="none"
      className="h-[22px] w-full max-w-32 text-ink-3"
    >
      <polyline
        points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
        fill="none"
        stroke="currentColor"
        strokeWidth={1.5}
        vectorEffect="non-scaling-stroke"
      />
      <circle cx={last.x} cy={last.y} r={1.6} className="fill-current text-ink" />
    </svg>
  );
}

/** The lowest stands at the bottom, the highest at the top; a level course in the middle. */
function pointsOf(values: readonly (number | null)[]): { x: number; y: number }[] {
  const known = values.filter((value) => value !== null);
  const low = Math.min(...known);
  const span = Math.max(...known) - low;
  const step = (size.wide - 2 * size.edge) / Math.max(values.length - 1, 1);
  return values.flatMap((value, at) => {
    if (value === null) return [];
    const height = span === 0 ? 0.5 : (value - low) / span;
    const y = size.high - size.edge - height * (size.high - 2 * size.edge);
    return [{ x: rounded(size.edge + at * step), y: rounded(y) }];
  });
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
