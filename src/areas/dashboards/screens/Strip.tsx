/**
 * The figures of a dashboard side by side: each a button that opens its formula and its rows.
 *
 * The arrows and j, k walk over them, Enter or w opens one, a leads to where who must act acts;
 * the digits open them at once.
 */
import { useNavigate } from '@tanstack/react-router';
import { type RefObject, useRef, useState } from 'react';
import { useKeys } from '#web/ui/keys.ts';
import { useWords } from '#web/ui/say.ts';
import type { WireFigure, WireTile } from '../contract.ts';
import { acting } from './acting.ts';
import { FigureDialog } from './FigureDialog.tsx';
import { useSaid } from './figure-said.ts';
import { names, usePhrase } from './names.ts';
import type { Looked } from './useDashboard.ts';
import { words } from './words.ts';

type Props = { tiles: readonly WireTile[]; looked: Looked; layout: 'strip' | 'list' };

const layouts = {
  strip:
    'grid grid-cols-2 gap-px overflow-hidden rounded-md border border-line bg-line ' +
    'sm:grid-cols-3 xl:grid-cols-5',
  list: 'grid gap-px overflow-hidden rounded-md border border-line bg-line',
} as const;

export function Strip({ tiles, looked, layout }: Props) {
  const t = useWords(words);
  const phrase = usePhrase();
  const [open, setOpen] = useState<WireTile['key'] | null>(null);
  const box = useRef<HTMLUListElement>(null);
  const at = useTileKeys(box, tiles, ({ key }) => setOpen(key));
  const shown = tiles.find(({ key }) => key === open);
  return (
    <>
      <ul ref={box} aria-label={t('strip')} className={layouts[layout]}>
        {tiles.map((tile, no) => (
          <li key={tile.key} className="grid bg-surface">
            <TileButton
              tile={tile}
              currency={looked.currency}
              layout={layout}
              onOpen={() => setOpen(tile.key)}
              onFocus={() => at(no)}
            />
          </li>
        ))}
      </ul>
      {shown !== undefined && (
        <FigureDialog
          title={phrase(names.tile[shown.key])}
          figures={shown.figures}
          looked={looked}
          tile={shown.key}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

function useTileKeys(
  box: RefObject<HTMLUListElement | null>,
  tiles: readonly WireTile[],
  onOpen: (tile: WireTile) => void,
) {
  const t = useWords(words);
  const phrase = usePhrase();
  const navigate = useNavigate();
  const at = useRef(-1);
  const go = (step: number) => () => {
    const next = Math.min(tiles.length - 1, Math.max(0, at.current + step));
    box.current?.querySelectorAll('button')[next]?.focus();
  };
  const here = (): WireTile | undefined => tiles[Math.max(0, at.current)];
  const openHere = (): void => {
    const tile = here();
    if (tile !== undefined) onOpen(tile);
  };
  const act = (): void => {
    const tile = here();
    if (tile !== undefined) void navigate({ to: acting[tile.key] });
  };
  useKeys([
    { key: 'j', phrase: t('key_next'), run: go(1), group: 'move' },
    { key: 'ArrowRight', phrase: t('key_next'), run: go(1), unlisted: true },
    { key: 'k', phrase: t('key_previous'), run: go(-1), group: 'move' },
    { key: 'ArrowLeft', phrase: t('key_previous'), run: go(-1), unlisted: true },
    { key: 'Enter', phrase: t('key_rows'), run: openHere },
    { key: 'w', phrase: t('key_why'), run: openHere },
    { key: 'a', phrase: t('key_act'), run: act },
    ...tiles.slice(0, 9).map((tile, no) => ({
      key: String(no + 1),
      phrase: phrase(names.tile[tile.key]),
      run: () => onOpen(tile),
      group: 'show' as const,
    })),
  ]);
  return (no: number) => {
    at.current = no;
  };
}

type TileProps = {
  tile: WireTile;
  currency: string;
  layout: Props['layout'];
  onOpen: () => void;
  onFocus: () => void;
};

function TileButton({ tile, currency, layout, onOpen, onFocus }: TileProps) {
  const phrase = usePhrase();
  const said = useSaid(currency);
  const [first, ...beside] = tile.figures;
  if (first === undefined) return null;
  const name = phrase(names.tile[tile.key]);
  const list = layout === 'list';
  return (
    <button
      type="button"
      onClick={onOpen}
      onFocus={onFocus}
      className={
        'grid content-start gap-x-4 gap-y-1 px-3.5 py-3 text-left -outline-offset-2 ' +
        `hover:bg-sunk ${list ? 'grid-cols-[minmax(0,1fr)_minmax(8.75rem,auto)] min-h-16' : ''}`
      }
    >
      <span className="text-sm text-ink-2">{name}</span>
      <span
        className={
          `figures font-[650] tracking-[-0.015em] ${toneOf(tile.key, first)} ` +
          (list ? 'row-span-2 self-center text-right text-xl' : 'text-lg xl:text-xl')
        }
      >
        {said.round(first)}
      </span>
      {beside.length > 0 && (
        <span className="grid gap-0.5 text-xs text-ink-3">
          {beside.map((figure) => (
            <Beside key={figure.name} figure={figure} currency={currency} />
          ))}
        </span>
      )}
    </button>
  );
}

function Beside({ figure, currency }: { figure: WireFigure; currency: string }) {
  const t = useWords(words);
  const phrase = usePhrase();
  const said = useSaid(currency);
  const band = said.band(figure);
  const none = figure.name === 'goal' ? t('no_goal') : t('not_known');
  return (
    <span className="flex flex-wrap justify-between gap-x-2">
      <span>{phrase(names.figure[figure.name])}</span>
      <span className="figures text-ink-2">
        {figure.value === null ? none : said.round(figure)}
        {band !== undefined && <span className="text-ink-3"> ({band})</span>}
      </span>
    </span>
  );
}

/** What must be nothing is red when it is not. */
function toneOf(key: WireTile['key'], { value }: WireFigure): string {
  return key === 'false_chase' && value !== '0' ? 'text-late' : '';
}
