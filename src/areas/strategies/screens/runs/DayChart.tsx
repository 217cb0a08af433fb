/**
 * Two versions day by day as columns side by side; the figures stand in the table below it,
 * which is what a screen reader is led to.
 */
type Counted = readonly { key: string; count: number }[];

type Props = {
  /** The answer as a sentence, which the picture only shows. */
  title: string;
  candidate: Counted;
  inForce: Counted;
  legend: readonly [candidate: string, inForce: string];
};

const height = 120;
const group = 10;
const colours = ['var(--accent)', 'var(--line-strong)'] as const;

export function DayChart({ title, candidate, inForce, legend }: Props) {
  const days = [...new Set([...candidate, ...inForce].map(({ key }) => key))].toSorted();
  if (days.length === 0) return null;
  const top = Math.max(1, ...[...candidate, ...inForce].map(({ count }) => count));
  const width = days.length * group;
  const first = days[0] ?? '';
  const last = days.at(-1) ?? '';
  return (
    <figure className="max-w-full">
      <figcaption className="mb-1 text-sm text-ink-2">{title}</figcaption>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        className="h-30 w-full"
        preserveAspectRatio="none"
        role="img"
        aria-label={title}
      >
        <line x1="0" x2={width} y1={height} y2={height} stroke="var(--line-strong)" />
        {[candidate, inForce].map((side, no) =>
          side.map(({ key, count }) => {
            const tall = (count / top) * (height - 4);
            const x = days.indexOf(key) * group + 1 + no * 4;
            const place = { x, y: height - tall, width: 4, height: tall };
            return <rect key={`${no} ${key}`} {...place} fill={colours[no]} />;
          }),
        )}
      </svg>
      <p className="flex flex-wrap justify-between gap-3 text-2xs text-ink-3">
        <span>{first}</span>
        {legend.map((name, no) => (
          <span key={name} className="flex items-center gap-1">
            <span
              aria-hidden
              className="inline-block size-2.5"
              style={{ background: colours[no] }}
            />
            {name}
          </span>
        ))}
        <span>{last}</span>
      </p>
    </figure>
  );
}
