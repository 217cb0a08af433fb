/** The columns of the list of promises. */
import { useMemo } from 'react';
import type { WirePromise } from '#areas/promises/contract.ts';
import { Amount, oneCurrency } from '#web/ui/Amount.tsx';
import { useFigures } from '#web/ui/figures.ts';
import type { Column } from '#web/ui/grid/columns.ts';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { promiseTones } from './promise-tones.ts';
import { words } from './words.ts';

export function usePromiseColumns(rows: readonly WirePromise[]): readonly Column<WirePromise>[] {
  const t = useWords(words);
  const figures = useFigures();
  const currency = oneCurrency(rows);
  return useMemo((): readonly Column<WirePromise>[] => {
    const mixed = currency === null;
    return [
      {
        id: 'name',
        header: t('account'),
        width: 180,
        grow: 2,
        cell: (row) => (
          <span className="block truncate">
            <span className="font-[600]">{row.name}</span>{' '}
            <span className="text-sm text-ink-3">{row.account}</span>
          </span>
        ),
      },
      {
        id: 'amount',
        header: mixed ? t('promised') : t('promised_in', { currency }),
        width: 134,
        align: 'end',
        cell: (row) => <Amount value={row.amount} currency={row.currency} named={mixed} strong />,
      },
      {
        id: 'received',
        header: t('received'),
        width: 120,
        align: 'end',
        drop: 2,
        cell: (row) => <Amount value={row.received} currency={row.currency} />,
      },
      { id: 'due', header: t('due'), width: 110, cell: (row) => figures.day(row.dueOn) },
      {
        id: 'state',
        header: t('state'),
        width: 120,
        cell: (row) => <Tag tone={promiseTones[row.state]}>{t(`state_${row.state}`)}</Tag>,
      },
      {
        id: 'said',
        header: t('said_by'),
        width: 130,
        grow: 1,
        drop: 3,
        cell: (row) => <span className="block truncate text-sm text-ink-2">{row.saidBy}</span>,
      },
      {
        id: 'taken',
        header: t('taken_by'),
        width: 120,
        grow: 0.8,
        drop: 4,
        cell: (row) => <span className="block truncate text-sm text-ink-2">{row.takenBy}</span>,
      },
    ];
  }, [t, figures, currency]);
}
