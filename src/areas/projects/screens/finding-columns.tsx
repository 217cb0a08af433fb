/** The columns of the queue, and a finding on a phone. */
import { useMemo } from 'react';
import type { WireFinding } from '#areas/projects/contract.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { useFigures } from '#web/ui/figures.ts';
import type { Column } from '#web/ui/grid/columns.ts';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

export function useFindingColumns(): readonly Column<WireFinding>[] {
  const t = useWords(words);
  const f = useWords(areaWords);
  const figures = useFigures();
  return useMemo((): readonly Column<WireFinding>[] => {
    return [
      {
        id: 'what',
        header: t('what'),
        width: 230,
        grow: 2,
        cell: (row) => f(`finding.${row.kind}`),
      },
      {
        id: 'account',
        header: t('account'),
        width: 170,
        grow: 2,
        cell: (row) => (
          <span className="block truncate">
            <span className="font-[600]">{row.name}</span>{' '}
            <span className="text-sm text-ink-3">{row.account}</span>
          </span>
        ),
      },
      {
        id: 'document',
        header: t('document'),
        width: 110,
        drop: 2,
        cell: (row) => row.facts['document'] ?? '',
      },
      {
        id: 'amount',
        header: t('amount'),
        width: 140,
        align: 'end',
        cell: (row) => <Amount value={row.amount} currency={row.currency} named strong />,
      },
      {
        id: 'whose',
        header: t('whose'),
        width: 120,
        grow: 1,
        drop: 3,
        cell: (row) => <span className="block truncate text-sm text-ink-2">{row.owner}</span>,
      },
      {
        id: 'since',
        header: t('since'),
        width: 90,
        drop: 4,
        cell: (row) => figures.day(row.firstSeenOn),
      },
      {
        id: 'state',
        header: t('state'),
        width: 110,
        cell: (row) => <Tag>{t(`state_${row.state}`)}</Tag>,
      },
    ];
  }, [t, f, figures]);
}

export function FindingNarrow({ finding }: { finding: WireFinding }) {
  const t = useWords(words);
  const f = useWords(areaWords);
  const { name, amount, currency, kind, state } = finding;
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
      <span className="truncate font-[600]">{name}</span>
      <span className="text-right">
        <Amount value={amount} currency={currency} strong named />
      </span>
      <span className="truncate text-sm text-ink-2">{f(`finding.${kind}`)}</span>
      <span className="text-right">
        <Tag>{t(`state_${state}`)}</Tag>
      </span>
    </span>
  );
}
