/** The columns of an account's items; what is open is the figure one acts on. */
import { type ReactNode, useMemo } from 'react';
import type { Item } from '#areas/ledger/contract.ts';
import { Amount, oneCurrency } from '#web/ui/Amount.tsx';
import { useFigures } from '#web/ui/figures.ts';
import type { Column } from '#web/ui/grid/columns.ts';
import { useWords } from '#web/ui/say.ts';
import { ItemMarks } from './ItemMarks.tsx';
import { words } from './words.ts';

export function useItemColumns(
  rows: readonly Item[],
  marked: ReadonlySet<string>,
  predicted: ((itemId: string) => ReactNode) | undefined,
): readonly Column<Item>[] {
  const t = useWords(words);
  const figures = useFigures();
  const currency = oneCurrency(rows);
  return useMemo(() => {
    const day = (value: string) => <span className="text-sm text-ink-2">{figures.day(value)}</span>;
    return [
      {
        id: 'document',
        header: t('document'),
        width: 108,
        grow: 1,
        sort: 'document',
        cell: (row) => (
          <span className="font-[600]">
            {marked.has(row.itemId) && <span className="text-accent">✓ </span>}
            {row.document}
          </span>
        ),
      },
      {
        id: 'reference',
        header: t('reference'),
        width: 124,
        grow: 1.4,
        drop: 3,
        cell: Reference,
      },
      {
        id: 'issued',
        header: t('issued'),
        width: 98,
        drop: 4,
        sort: 'issued',
        cell: (row) => day(row.issuedOn),
      },
      { id: 'due', header: t('due'), width: 98, sort: 'due', cell: (row) => day(row.dueOn) },
      {
        id: 'days',
        header: t('days_late'),
        width: 74,
        align: 'end',
        drop: 1,
        cell: (row) =>
          row.side === 'credit' ? null : (
            <span className={row.daysLate > 0 ? '' : 'text-ink-3'}>
              {figures.number(row.daysLate)}
            </span>
          ),
      },
      ...predictedColumn(t('predicted'), predicted),
      {
        id: 'open',
        header: currency === null ? t('open') : t('open_in', { currency }),
        width: 120,
        align: 'end',
        sort: 'open',
        cell: (row) => (
          <Amount value={row.open} currency={row.currency} named={currency === null} strong />
        ),
      },
      { id: 'marks', header: t('marks'), width: 112, cell: (row) => <ItemMarks item={row} /> },
    ] satisfies Column<Item>[];
  }, [t, figures, currency, marked, predicted]);
}

/** Only where somebody predicts. */
function predictedColumn(
  header: string,
  predicted: ((itemId: string) => ReactNode) | undefined,
): Column<Item>[] {
  if (predicted === undefined) return [];
  const cell = (row: Item) => predicted(row.itemId);
  return [{ id: 'predicted', header, width: 98, drop: 2, cell }];
}

function Reference({ reference }: Item) {
  return (
    <span title={reference ?? undefined} className="block truncate text-sm text-ink-2">
      {reference}
    </span>
  );
}
