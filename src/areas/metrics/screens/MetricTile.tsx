/** One figure as a tile: what it is, in which variant, its value; it opens to formula and rows. */
import { useState } from 'react';
import type { WireFigure } from '#areas/metrics/contract.ts';
import { useFigureText, useNames } from './figure-text.ts';
import { type MetricSearch, MetricPanel } from './MetricPanel.tsx';

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
      </button>
      {open && <MetricPanel figure={figure} search={search} onClose={() => setOpen(false)} />}
    </>
  );
}
