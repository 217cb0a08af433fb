/** The columns of variances, and a row of them on a phone. */
import { useMemo } from 'react';
import type { WireVariance } from '#areas/cash/contract/variances.ts';
import { Amount, oneCurrency } from '#web/ui/Amount.tsx';
import { useFigures } from '#web/ui/figures.ts';
import type { Column } from '#web/ui/grid/columns.ts';
import { useWords } from '#web/ui/say.ts';
import { Tag, type Tone } from '#web/ui/Tag.tsx';
import { words } from './words.ts';

const tones: Readonly<Record<WireVariance['cause'], Tone>> = {
  misapplied: 'late',
  wrong_account: 'late',
  unapplied: 'warn',
  duplicate: 'warn',
  overpaid: 'warn',
  unearned_discount: 'plain',
  bank_fee: 'plain',
  short_paid: 'plain',
  on_account: 'plain',
  unidentified: 'stop',
  announced: 'plain',
};

const whoOf = ({ account, payer }: WireVariance, nobody: string): string =>
  account?.name ?? (payer || nobody);

export function useVarianceColumns(rows: readonly WireVariance[]): readonly Column<WireVariance>[] {
  const t = useWords(words);
  const figures = useFigures();
  const mixed = oneCurrency(rows) === null;
  return useMemo(
    (): readonly Column<WireVariance>[] => [
      { id: 'cause', header: t('cause'), width: 150, cell: (row) => <CauseTag row={row} /> },
      {
        id: 'who',
        header: t('who'),
        width: 150,
        grow: 1,
        cell: (row) => <span className="block truncate font-[550]">{whoOf(row, t('nobody'))}</span>,
      },
      {
        id: 'amount',
        header: t('amount'),
        width: 130,
        align: 'end',
        cell: (row) => <Amount value={row.amount} currency={row.currency} named={mixed} strong />,
      },
      {
        id: 'why',
        header: t('why'),
        width: 260,
        grow: 3,
        cell: (row) => (
          <span className="block truncate text-sm text-ink-2" title={row.why}>
            {row.why}
          </span>
        ),
      },
      { id: 'on', header: t('on'), width: 100, drop: 1, cell: (row) => figures.day(row.on) },
    ],
    [t, figures, mixed],
  );
}

function CauseTag({ row }: { row: WireVariance }) {
  const t = useWords(words);
  return <Tag tone={tones[row.cause]}>{t(`cause_${row.cause}`)}</Tag>;
}

export function VarianceNarrow({ row }: { row: WireVariance }) {
  const t = useWords(words);
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
      <span className="truncate font-[600]">{whoOf(row, t('nobody'))}</span>
      <Amount value={row.amount} currency={row.currency} strong named />
      <span className="line-clamp-2 text-sm text-ink-2" title={row.why}>
        {row.why}
      </span>
      <span className="text-right">
        <CauseTag row={row} />
      </span>
    </span>
  );
}
