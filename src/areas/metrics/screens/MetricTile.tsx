/** One figure as a tile: what it is, in which variant, its value; it opens to formula and rows. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type WireFigure, metricSeries } from '#areas/metrics/contract.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { useWords } from '#web/ui/say.ts';
import { Sparkline } from '#web/ui/Sparkline.tsx';
import { useFigureText, useNames } from './figure-text.ts';
import { type MetricSearch, MetricPanel } from './MetricPanel.tsx';
import { words } from './words.ts';

const months = 12;

type Props = { figure: WireFigure; search: MetricSearch };

export function MetricTile({ figure, search }: Props) {
  const [open, setOpen] = useState(false);
  const text = useFigureText();
  const names = useNames();
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        className="grid min-w-0 gap-0.5 rounded-md border border-line bg-surface px-3 py-2 text-left hover:bg-sunk"
      >
        <span className="truncate text-sm text-ink-2">{names.metric(figure.metric)}</span>
        <span className="figures truncate text-md font-[650]">{text(figure)}</span>
        <span className="truncate text-2xs text-ink-3">{names.variant(figure.variant)}</span>
        {isWhole(search) && <Course figure={figure} search={search} />}
      </button>
      {open && <MetricPanel figure={figure} search={search} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Of whole companies a course costs nothing; of a part of one it would be summed anew. */
function isWhole({ collector, team, segment, customer, knownAt }: MetricSearch): boolean {
  return [collector, team, segment, customer, knownAt].every((each) => each === undefined);
}

/** The year up to the day, by month ends. */
function Course({ figure, search }: Props) {
  const t = useWords(words);
  const text = useFigureText();
  const names = useNames();
  const { metric: key, variant } = figure;
  const query = { ...search, variant, step: 'month' as const, count: months };
  const course = useQuery<AnswerOf<typeof metricSeries>>({
    queryKey: ['aging', 'course', key, query],
    queryFn: ({ signal }) => call(metricSeries, { params: { key }, query, signal }),
  });
  const figures = course.data?.figures ?? [];
  const [first, last] = [figures[0], figures.at(-1)];
  if (!first || !last) return <span aria-hidden className="h-[22px]" />;
  const said = { metric: names.metric(key), count: months, first: text(first), last: text(last) };
  return (
    <Sparkline
      label={t('course', said)}
      values={figures.map(({ value }) => (value === null ? null : Number(value)))}
    />
  );
}
