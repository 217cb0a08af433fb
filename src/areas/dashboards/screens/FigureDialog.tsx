/** Figures opened: their formulas, the parts they are computed from, and the rows of a part. */
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { linkLook } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { useList } from '#web/ui/list.ts';
import { MoreRows } from '#web/ui/MoreRows.tsx';
import { useQuantities } from '#web/ui/quantity.ts';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Failed } from '#web/ui/states.tsx';
import { figureRows, type WireFigure, type WireRow } from '../contract.ts';
import type { TileKey } from '../rules/figures.ts';
import { acting } from './acting.ts';
import { useSaid } from './figure-said.ts';
import { names, usePhrase } from './names.ts';
import { type Shown, usePartSaid } from './part-said.ts';
import type { Looked } from './useDashboard.ts';
import { words } from './words.ts';

type Props = {
  title: string;
  figures: readonly WireFigure[];
  looked: Looked;
  /** Whose tile it is: says who must act, and where. */
  tile?: TileKey;
  onClose: () => void;
};

export function FigureDialog({ title, figures, looked, tile, onClose }: Props) {
  const phrase = usePhrase();
  const [picked, setPicked] = useState<Shown | undefined>(() => firstShown(figures));
  return (
    <Dialog title={title} shape="wide" onClose={onClose}>
      {tile !== undefined && (
        <p className="no-print mb-3">
          <Link to={acting[tile]} className={linkLook}>
            {phrase(names.act[tile])}
          </Link>
        </p>
      )}
      <ul className="grid gap-3">
        {figures.map((figure) => (
          <FigureCard
            key={figure.name}
            figure={figure}
            currency={looked.currency}
            picked={picked}
            onPick={setPicked}
          />
        ))}
      </ul>
      {picked !== undefined && <PartRows shown={picked} looked={looked} />}
    </Dialog>
  );
}

function firstShown(figures: readonly WireFigure[]): Shown | undefined {
  for (const { name, parts } of figures) {
    const part = parts.find(({ rows }) => rows);
    if (part !== undefined && name !== 'expected_7') return { name, part };
  }
  return undefined;
}

type CardProps = {
  figure: WireFigure;
  currency: string;
  picked: Shown | undefined;
  onPick: (shown: Shown) => void;
};

function FigureCard({ figure, currency, picked, onPick }: CardProps) {
  const t = useWords(words);
  const phrase = usePhrase();
  const figures = useFigures();
  const said = useSaid(currency);
  const part = usePartSaid(currency);
  const { from, to } = figure.period;
  const band = said.band(figure);
  const opens = figure.name !== 'expected_7' ? figure.parts : [];
  return (
    <li className="grid gap-1 border-t border-line pt-2.5 first:border-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-[600]">{phrase(names.figure[figure.name])}</span>
        <span className="figures text-md font-[650]">
          {said.exact(figure)}
          {band !== undefined && <span className="text-sm font-[400] text-ink-3"> {band}</span>}
        </span>
      </div>
      <p className="text-sm text-ink-2 text-pretty">{phrase(figure.formula)}</p>
      <p className="text-xs text-ink-3">
        {t('period', { from: figures.day(from), to: figures.day(to) })} ·{' '}
        {t('source', { source: figure.source })}
      </p>
      {opens.length === 0 && <p className="text-xs text-ink-3">{t('stated')}</p>}
      <div className="flex flex-wrap gap-1.5 pt-0.5">
        {opens.map((each) => (
          <button
            key={each.name}
            type="button"
            disabled={!each.rows}
            aria-pressed={picked?.name === figure.name && picked.part.name === each.name}
            onClick={() => onPick({ name: figure.name, part: each })}
            className={
              'flex gap-2 rounded-full border border-line px-2.5 py-[3px] text-sm text-ink-2 ' +
              'enabled:hover:border-line-strong aria-pressed:border-ink aria-pressed:text-ink'
            }
          >
            {part.name(each.name)}
            <b className="figures font-[600]">{part.value(each)}</b>
          </button>
        ))}
      </div>
    </li>
  );
}

function PartRows({ shown, looked }: { shown: Shown; looked: Looked }) {
  const t = useWords(words);
  const why = useWhy();
  const part = usePartSaid(looked.currency);
  const { company, currency } = looked;
  const query = { company, currency, part: shown.part.name, limit: 50 };
  const list = useList({
    key: ['dashboards', 'rows', shown.name, query],
    fetchPage: (cursor, signal) =>
      call(figureRows, { params: { name: shown.name }, query: { ...query, cursor }, signal }),
  });
  const { count } = list.paging;
  const title = t('rows_of', { part: part.name(shown.part.name) });
  const kind = list.first?.kind ?? shown.part.kind;
  return (
    <section aria-label={title} className="mt-5 border-t border-line-strong pt-3">
      <h2>{title}</h2>
      {list.error !== null && <Failed why={why(list.error)} onRetry={list.retry} />}
      {list.loading && <GridBones rows={6} />}
      {list.first !== undefined && (
        <p className="py-1 text-sm text-ink-2">
          {count === 0
            ? t('no_rows')
            : t('rows', { count, total: part.value({ kind, value: list.first.total }) })}
        </p>
      )}
      <ul className="grid">
        {list.rows.map((row, no) => (
          <Row key={`${row.accountId} ${row.label} ${no}`} row={row} kind={kind} looked={looked} />
        ))}
      </ul>
      <MoreRows paging={list.paging} />
    </section>
  );
}

type RowProps = { row: WireRow; kind: WireFigure['parts'][number]['kind']; looked: Looked };

function Row({ row, kind, looked }: RowProps) {
  const t = useWords(words);
  const figures = useFigures();
  const quantities = useQuantities();
  const part = usePartSaid(looked.currency);
  const value =
    kind === 'money'
      ? quantities.whole(row.value, 'money', looked.currency)
      : part.value({ kind, value: row.value });
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 border-t border-line py-1.5">
      <span className="min-w-0">
        <Link to={paths.account} params={{ accountId: row.accountId }} className="link font-[550]">
          {row.name}
        </Link>{' '}
        <span className="text-sm text-ink-3">{row.account}</span>
      </span>
      <span className="figures text-right font-[600]">{value}</span>
      <span className="min-w-0 text-sm text-ink-2">
        {row.label !== '' && `${row.label} · `}
        {figures.day(row.on)}
        {row.why !== null && ` · ${t(`why_${row.why}`)}`}
      </span>
      <span className="text-right text-sm text-ink-3">
        {row.owner === null ? t('nobody') : t('owned_by', { owner: row.owner })}
      </span>
    </li>
  );
}
