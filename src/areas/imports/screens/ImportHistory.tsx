/** What was imported, newest first, each with its control totals and the way to take it back. */
import { useMemo, useState } from 'react';
import { imports } from '#areas/imports/contract.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { figureWidth } from '#web/ui/Amount.tsx';
import { useFigures } from '#web/ui/figures.ts';
import type { Column } from '#web/ui/grid/columns.ts';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { usePlace } from '#web/ui/grid/place.ts';
import { useList } from '#web/ui/list.ts';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Empty, Failed } from '#web/ui/states.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { UndoImport } from './UndoImport.tsx';
import { words } from './words.ts';

export type ImportRow = AnswerOf<typeof imports>['rows'][number];

const keyOf = (row: ImportRow): string => row.importId;
const undone = (row: ImportRow): boolean => row.undoneAt !== null;
const narrow = (row: ImportRow) => <HistoryNarrow row={row} />;

export function ImportHistory() {
  const t = useWords(words);
  const why = useWhy();
  const [undoing, setUndoing] = useState<ImportRow | null>(null);
  const list = useList({
    key: ['imports'],
    fetchPage: (cursor, signal) => call(imports, { query: { cursor }, signal }),
  });
  const [at, moveTo] = usePlace('imports');
  const columns = useColumns(list.rows, setUndoing);
  const here = list.rows.find((row) => row.importId === at) ?? list.rows[0];
  if (list.error !== null && list.rows.length === 0) {
    return <Failed why={why(list.error)} onRetry={list.retry} />;
  }
  if (list.loading) return <GridBones rows={5} rowHeight={46} />;
  return (
    <>
      <Grid
        label={t('history')}
        columns={columns}
        rows={list.rows}
        rowKey={keyOf}
        at={here?.importId ?? null}
        onMove={moveTo}
        narrow={narrow}
        rowHeight={heightOf(list.rows)}
        quiet={undone}
        paging={list.paging}
        empty={<Empty title={t('none')} why={t('none_why')} />}
      />
      {undoing !== null && <UndoImport row={undoing} onClose={() => setUndoing(null)} />}
    </>
  );
}

function useColumns(
  rows: readonly ImportRow[],
  onUndo: (row: ImportRow) => void,
): readonly Column<ImportRow>[] {
  const t = useWords(words);
  const figures = useFigures();
  const allowed = useMay()('imports.undo') === undefined;
  const totals = totalsWidth(rows);
  return useMemo(
    (): readonly Column<ImportRow>[] => [
      { id: 'when', header: t('when'), width: 130, cell: (row) => figures.moment(row.at) },
      {
        id: 'file',
        header: t('file'),
        width: 180,
        grow: 2,
        cell: (row) => (
          <span className="block truncate font-[600]">
            <ImportName row={row} />
          </span>
        ),
      },
      { id: 'kind', header: t('kind'), width: 110, cell: KindBeside },
      { id: 'company', header: t('company'), width: 100, drop: 2, cell: (row) => row.company },
      {
        id: 'accepted',
        header: t('accepted'),
        width: 116,
        align: 'end',
        cell: (row) => figures.number(row.accepted),
      },
      {
        id: 'totals',
        header: t('totals'),
        width: totals,
        align: 'end',
        drop: 1,
        cell: (row) =>
          row.controlTotals.map(({ currency, debits, credits }) => (
            <div key={currency} className="text-sm">
              {figures.money(debits, currency)} / {figures.money(credits, currency)}
            </div>
          )),
      },
      { id: 'who', header: t('who'), width: 120, drop: 3, cell: (row) => row.actor },
      {
        id: 'state',
        header: t('state'),
        width: 104,
        cell: (row) =>
          row.undoneAt !== null ? (
            <Tag tone="stop">{t('undone')}</Tag>
          ) : (
            row.undoable &&
            allowed && (
              <button type="button" className="link text-sm" onClick={() => onUndo(row)}>
                {t('undo')}
              </button>
            )
          ),
      },
    ],
    [t, figures, allowed, totals, onUndo],
  );
}

/** Its kind, unless it is called by it already. */
function KindBeside({ files, kind }: ImportRow) {
  return files.length === 0 ? null : <KindName kind={kind} />;
}

/** Room for the longest debits and credits beside each other, with their currency. */
function totalsWidth(rows: readonly ImportRow[]): number {
  const totals = rows.flatMap((row) => row.controlTotals);
  const debits = figureWidth(totals.map((each) => each.debits));
  return debits + figureWidth(totals.map((each) => each.credits)) + 56;
}

/** Room for a line of control totals for each currency. */
function heightOf(rows: readonly ImportRow[]): number {
  const lines = Math.max(0, ...rows.map((row) => row.controlTotals.length));
  return Math.max(46, 14 + 18 * lines);
}

/** Its files; what came over the line or was invented has none and is called by its kind. */
function ImportName({ row }: { row: ImportRow }) {
  return row.files.length === 0 ? <KindName kind={row.kind} /> : row.files.join(', ');
}

function KindName({ kind }: { kind: string }) {
  const t = useWords(words);
  const name = `kind_${kind}`;
  return isKindName(name) ? t(name) : kind;
}

function isKindName(name: string): name is `kind_${ImportKind}` {
  return name in words;
}
type ImportKind = 'customers' | 'items' | 'payments' | 'applications' | 'orders' | 'terms' | 'book';

function HistoryNarrow({ row }: { row: ImportRow }) {
  const t = useWords(words);
  const figures = useFigures();
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
      <span className="truncate font-[600]">
        <ImportName row={row} />
      </span>
      <span className="figures text-right">{t('rows', { count: row.accepted })}</span>
      <span className="text-sm text-ink-2">{figures.moment(row.at)}</span>
      <span className="text-right">
        {row.undoneAt !== null && <Tag tone="stop">{t('undone')}</Tag>}
      </span>
    </span>
  );
}
