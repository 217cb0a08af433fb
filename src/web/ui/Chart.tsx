/**
 * A chart: its answer as a sentence, the picture, and its figures as a table one button away.
 *
 * The drawing library comes with the first chart that is seen, never with the first page.
 */
import { lazy, Suspense, useMemo, useState } from 'react';
import { type ChartKind, colourOf, type Tone } from './chart/kinds.ts';
import { type ChartTable, tableOf } from './chart/table.ts';
import { useQuantities } from './quantity.ts';
import { useWords } from './say.ts';
import { WideTable } from './WideTable.tsx';
import { words } from './words.ts';

const Drawing = lazy(async () => ({ default: (await import('./chart/Drawing.tsx')).Drawing }));

type Props = {
  /** The answer as a sentence, which the picture only shows. */
  title: string;
  chart: ChartKind;
  height?: number;
  /** Opens a point: the rows behind it. */
  onPick?: ((point: number) => void) | undefined;
};

export function Chart({ title, chart, height = 200, onPick }: Props) {
  const t = useWords(words);
  const write = useQuantities();
  const [figures, setFigures] = useState(false);
  const table = useMemo(() => tableOf(chart, write), [chart, write]);
  const empty = table.rows.length === 0;
  return (
    <figure className="min-w-0">
      <div className="mb-1.5 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <figcaption className="min-w-0 flex-auto text-sm text-ink-2">{title}</figcaption>
        {!empty && <Legend chart={chart} />}
        {!empty && (
          <button
            type="button"
            aria-pressed={figures}
            onClick={() => setFigures(!figures)}
            className="no-print min-h-6 text-xs text-ink-3 underline underline-offset-2 hover:text-ink"
          >
            {t('chart_figures')}
            <span className="sr-only">: {title}</span>
          </button>
        )}
      </div>
      {empty && <p className="text-sm text-ink-3">{t('chart_empty')}</p>}
      {!empty && figures && <FigureTable label={title} table={table} />}
      {!empty && !figures && (
        <Suspense fallback={<div aria-hidden className="skeleton" style={{ height }} />}>
          <Drawing title={title} chart={chart} table={table} height={height} onPick={onPick} />
        </Suspense>
      )}
    </figure>
  );
}

type Key = { name: string; tone: Tone; look: 'block' | 'line' | 'band' };

/** What the colours mean; one series needs no key, its name stands in the title. */
function Legend({ chart }: { chart: ChartKind }) {
  const keys = keysOf(chart);
  if (keys.length < 2) return null;
  return (
    <ul className="flex flex-wrap gap-x-3 text-xs text-ink-2">
      {keys.map(({ name, tone, look }) => (
        <li key={name} className="flex items-center gap-1.5">
          <span
            aria-hidden
            className={looks[look]}
            style={{ background: colourOf(tone, look === 'line' ? 'thin' : 'filled') }}
          />
          {name}
        </li>
      ))}
    </ul>
  );
}

const looks = {
  block: 'inline-block size-2.5 rounded-[2px]',
  line: 'inline-block h-0.5 w-3.5',
  band: 'inline-block h-2.5 w-3.5 rounded-[2px] opacity-25',
} as const;

function keysOf(chart: ChartKind): readonly Key[] {
  if (chart.kind === 'pareto' || chart.kind === 'funnel' || chart.kind === 'scatter') return [];
  const look = chart.kind === 'line' ? 'line' : 'block';
  const series = chart.series.map(({ name, tone }): Key => ({ name, tone, look }));
  const band = chart.kind === 'line' ? chart.band : undefined;
  return band === undefined
    ? series
    : [...series, { name: band.name, tone: 'accent', look: 'band' }];
}

function FigureTable({ label, table }: { label: string; table: ChartTable }) {
  return (
    <WideTable label={label} look="text-sm">
      <thead>
        <tr className="text-left text-ink-3">
          {table.heads.map((head, no) => (
            <th key={head} scope="col" className={`py-1 pr-3 font-[500] ${no === 0 ? '' : 'num'}`}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row[0]} className="border-t border-line">
            {row.map((cell, no) => (
              // The head of the column names the cell.
              <td key={table.heads[no]} className={`py-1 pr-3 ${no === 0 ? '' : 'num'}`}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}
