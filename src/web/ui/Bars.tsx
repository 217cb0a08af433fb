/** A small column chart: the answer in its title, every value labelled, the table behind it. */
import { words } from './words.ts';
import { useWords } from './say.ts';

export type Bar = { name: string; value: number | null; colour: string; said?: string };

type Props = {
  /** The answer as a sentence, which the picture only shows. */
  title: string;
  bars: readonly Bar[];
  /** Names of the two columns of the table. */
  heads: readonly [string, string];
};

const step = 60;
const base = 96;

export function Bars({ title, bars, heads }: Props) {
  const t = useWords(words);
  const top = Math.max(1, ...bars.map((bar) => Math.abs(bar.value ?? 0)));
  const width = Math.max(bars.length * step, step);
  return (
    <figure>
      <figcaption className="mb-1 text-ink-2">{title}</figcaption>
      <svg viewBox={`0 0 ${width} 120`} className="h-30 w-full" role="img" aria-label={title}>
        <line x1="0" x2={width} y1={base} y2={base} stroke="var(--line-strong)" />
        {bars.map((bar, index) => (
          <BarShape key={bar.name} bar={bar} x={index * step + 13} top={top} />
        ))}
      </svg>
      <details className="no-print text-sm">
        <summary className="text-ink-3">{t('figures_behind')}</summary>
        <BarTable bars={bars} heads={heads} title={title} />
      </details>
    </figure>
  );
}

function BarShape({ bar, x, top }: { bar: Bar; x: number; top: number }) {
  const size = bar.value === null ? 0 : (Math.max(0, bar.value) / top) * 72;
  const height = bar.value === null ? 0 : Math.max(size, 2);
  return (
    <g>
      <rect x={x} y={base - height} width="34" height={height} rx="2" fill={bar.colour} />
      <text
        x={x + 17}
        y={base - height - 6}
        className="text-2xs"
        textAnchor="middle"
        fill="var(--ink-2)"
      >
        {bar.said ?? (bar.value === null ? '–' : String(bar.value).replace('-', '\u2212'))}
      </text>
      <text x={x + 17} y="113" className="text-2xs" textAnchor="middle" fill="var(--ink-3)">
        {bar.name}
      </text>
    </g>
  );
}

function BarTable({ bars, heads, title }: Props) {
  return (
    <table className="mt-1" aria-label={title}>
      <thead>
        <tr className="text-left text-ink-3">
          <th className="pr-6 font-[500]">{heads[0]}</th>
          <th className="num font-[500]">{heads[1]}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.name}>
            <td className="pr-6">{bar.name}</td>
            <td className="num">{bar.said ?? bar.value ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
