/** The columns of open rows of a reconciliation. */
import { useMemo } from 'react';
import type { StatementProof } from '#areas/cash/contract/reconciliation.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { useFigures } from '#web/ui/figures.ts';
import type { Column } from '#web/ui/grid/columns.ts';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { words } from './words.ts';

export type OpenRow = StatementProof['rows'][number] & { readonly currency: string };

export const keyOfRow = (row: OpenRow): string => `${row.side} ${row.id}`;
const nameOf = ({ who, said }: OpenRow): string => [who, said].filter(Boolean).join(' · ');

export function useRowColumns(
  marked: ReadonlySet<string>,
  mark: (row: OpenRow) => void,
): readonly Column<OpenRow>[] {
  const t = useWords(words);
  const figures = useFigures();
  return useMemo(
    (): readonly Column<OpenRow>[] => [
      {
        id: 'marked',
        header: t('marked'),
        width: 64,
        cell: (row) => (
          <input
            type="checkbox"
            aria-label={t('mark_row', { who: nameOf(row) })}
            checked={marked.has(keyOfRow(row))}
            onChange={() => mark(row)}
          />
        ),
      },
      { id: 'side', header: t('side'), width: 110, cell: (row) => t(`side_${row.side}`) },
      { id: 'on', header: t('on'), width: 90, cell: (row) => figures.day(row.on) },
      {
        id: 'who',
        header: t('who'),
        width: 170,
        grow: 4,
        cell: (row) => <span className="lines-2 font-[550]">{nameOf(row)}</span>,
      },
      {
        id: 'amount',
        header: t('amount'),
        width: 120,
        align: 'end',
        cell: (row) => <Amount value={row.amount} currency={row.currency} strong />,
      },
      { id: 'what', header: t('what'), width: 180, grow: 1, cell: (row) => <What row={row} /> },
    ],
    [t, figures, marked, mark],
  );
}

/** What somebody said, else what it most likely is; what wants a word says so. */
function What({ row }: { row: OpenRow }) {
  const t = useWords(words);
  if (row.treated !== null) return <span>{t(`treat_${row.treated}`)}</span>;
  if (row.proposal !== null) {
    const what = t(`treat_${row.proposal.treatment}`);
    return <Tag tone="warn">{t('likely', { what })}</Tag>;
  }
  if (row.note !== '') return <span className="block truncate">{row.note}</span>;
  return (
    <Tag tone={row.needsWord ? 'late' : 'plain'}>{t(row.needsWord ? 'needs' : 'in_transit')}</Tag>
  );
}

/** On a phone: whose and how much, which side and what. */
export function OpenRowNarrow({ row }: { row: OpenRow }) {
  const t = useWords(words);
  const figures = useFigures();
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
      <span className="truncate font-[600]">{nameOf(row)}</span>
      <Amount value={row.amount} currency={row.currency} strong />
      <span className="truncate text-sm text-ink-2">
        {t(`side_${row.side}`)} · {figures.day(row.on)}
      </span>
      <span className="text-right">
        <What row={row} />
      </span>
    </span>
  );
}
