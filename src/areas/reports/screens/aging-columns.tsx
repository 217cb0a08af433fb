/** The columns of the aging: who, then one figure a bucket, then the balance. */
import { useMemo } from 'react';
import type { AgingRow, aging } from '#areas/reports/contract.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import { Amount, figureWidth, oneCurrency } from '#web/ui/Amount.tsx';
import { useBucketName } from '#web/ui/buckets.ts';
import type { Column } from '#web/ui/grid/columns.ts';
import { type Say, useWords } from '#web/ui/say.ts';
import type { AgingSearch } from './aging-search.ts';
import { FlagTags } from './FlagTags.tsx';
import { words } from './words.ts';

type Answer = AnswerOf<typeof aging>;
type Totals = Answer['totals'];
const none: Totals = [];

export function useAgingColumns(
  first: Answer | undefined,
  by: AgingSearch['by'],
): readonly Column<AgingRow>[] {
  const t = useWords(words);
  const bucketName = useBucketName();
  const labels = first?.buckets;
  const totals = first?.totals ?? none;
  return useMemo(() => {
    const currency = oneCurrency(totals);
    const mixed = currency === null;
    const total = (pick: (row: Totals[number]) => string) =>
      totals.map((row) => (
        <div key={row.currency}>
          <Amount value={pick(row)} currency={row.currency} />
        </div>
      ));
    return [
      who(by, t, totals),
      ...(by === 'account' ? [collector(t)] : []),
      ...(labels ?? []).map((label, index) => ({
        id: `bucket${index}`,
        header: bucketName(label),
        width: figureWidth(totals.map((row) => row.buckets[index] ?? '')),
        grow: 1,
        align: 'end' as const,
        sort: `bucket:${index}`,
        cell: (row: AgingRow) => (
          <Amount value={row.buckets[index] ?? '0'} currency={row.currency} />
        ),
        total: total((row) => row.buckets[index] ?? '0'),
      })),
      {
        id: 'unapplied',
        header: t('unapplied'),
        width: figureWidth(totals.map((row) => row.unapplied)),
        align: 'end',
        sort: 'unapplied',
        cell: (row) => <Amount value={row.unapplied} currency={row.currency} />,
        total: total((row) => row.unapplied),
      },
      {
        id: 'balance',
        header: mixed ? t('balance') : t('balance_in', { currency }),
        width: figureWidth(totals.map((row) => row.balance)) + (mixed ? 38 : 22),
        align: 'end',
        sort: 'balance',
        cell: (row) => <Amount value={row.balance} currency={row.currency} named={mixed} strong />,
        total: total((row) => row.balance),
      },
      oldest(t),
    ];
  }, [t, bucketName, labels, totals, by]);
}

function who(by: AgingSearch['by'], t: Say<typeof words>, totals: Totals): Column<AgingRow> {
  return {
    id: 'name',
    header: t(`by_${by}`),
    width: 290,
    least: 190,
    grow: 2.4,
    sort: 'name',
    cell: (row) => (
      <span className="flex items-center gap-2">
        {/* One line high: a number for which there is no room is left out whole. */}
        <span className="flex h-[1.5em] min-w-0 flex-1 flex-wrap items-baseline gap-x-1.5 overflow-hidden leading-[1.5]">
          <span className="max-w-full truncate font-[600]">{row.name}</span>
          <span className="text-sm leading-[inherit] text-ink-3">
            {row.account ?? row.customer}
          </span>
        </span>
        <FlagTags row={row} />
      </span>
    ),
    total: totals.map(({ currency }) => (
      <div key={currency}>{totals.length > 1 ? t('total_in', { currency }) : t('total')}</div>
    )),
  };
}

function collector(t: Say<typeof words>): Column<AgingRow> {
  return {
    id: 'collector',
    header: t('collector'),
    width: 104,
    drop: 2,
    cell: (row) => (
      <span className="block truncate text-sm text-ink-2">
        {row.collector ?? <span className="text-ink-3">{t('nobody')}</span>}
      </span>
    ),
  };
}

function oldest(t: Say<typeof words>): Column<AgingRow> {
  return {
    id: 'oldest',
    header: t('oldest'),
    width: 72,
    align: 'end',
    drop: 1,
    sort: 'oldest',
    cell: (row) =>
      row.oldestDays > 0 ? (
        t('days', { count: row.oldestDays })
      ) : (
        <span className="text-ink-3">–</span>
      ),
  };
}
