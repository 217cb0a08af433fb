/** The columns of what keeps a day's figures apart. */
import { useMemo } from 'react';
import type { Difference } from '#areas/cash/contract/closing.ts';
import { Amount } from '#web/ui/Amount.tsx';
import type { Column } from '#web/ui/grid/columns.ts';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { words } from './words.ts';

export function useDifferenceColumns(): readonly Column<Difference>[] {
  const t = useWords(words);
  return useMemo(
    (): readonly Column<Difference>[] => [
      { id: 'kind', header: t('kind'), width: 190, cell: (row) => t(`kind_${row.kind}`) },
      {
        id: 'who',
        header: t('who'),
        width: 160,
        grow: 2,
        cell: (row) => <span className="block truncate font-[550]">{row.who}</span>,
      },
      {
        id: 'amount',
        header: t('amount'),
        width: 130,
        align: 'end',
        cell: (row) => <Amount value={row.amount} currency={row.currency} named strong />,
      },
      { id: 'state', header: t('state'), width: 150, cell: (row) => <RowState row={row} /> },
    ],
    [t],
  );
}

function RowState({ row }: { row: Difference }) {
  const t = useWords(words);
  if (row.heldOver) return <Tag tone="warn">{t('held')}</Tag>;
  return <Tag tone="late">{t(row.late ? 'late' : 'open')}</Tag>;
}

/** On a phone: what and how much, whose and how it stands. */
export function DifferenceNarrow({ row }: { row: Difference }) {
  const t = useWords(words);
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
      <span className="truncate font-[600]">{row.who}</span>
      <Amount value={row.amount} currency={row.currency} strong named />
      <span className="truncate text-sm text-ink-2">{t(`kind_${row.kind}`)}</span>
      <span className="text-right">
        <RowState row={row} />
      </span>
    </span>
  );
}
