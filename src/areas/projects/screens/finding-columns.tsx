/** The columns of the queue, and a finding on a phone. */
import { useMemo } from 'react';
import type { WireFinding } from '#areas/projects/contract.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { useFigures } from '#web/ui/figures.ts';
import type { Column } from '#web/ui/grid/columns.ts';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { words as areaWords } from '../words.ts';
import { keyOf } from './choice.ts';
import { words } from './words.ts';

export function useFindingColumns(
  marked: ReadonlySet<string>,
  whole: boolean,
  onMark: (row: WireFinding) => void,
): readonly Column<WireFinding>[] {
  const t = useWords(words);
  const f = useWords(areaWords);
  const figures = useFigures();
  const marks = useMarkColumn(marked, whole, onMark);
  return useMemo((): readonly Column<WireFinding>[] => {
    return [
      marks,
      {
        id: 'what',
        header: t('what'),
        width: 230,
        grow: 2,
        cell: (row) => <What said={f(`finding.${row.kind}`)} />,
      },
      {
        id: 'account',
        header: t('account'),
        width: 170,
        grow: 2,
        cell: (row) => <Who finding={row} />,
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
  }, [t, f, figures, marks]);
}

/** The box with which a row is marked; the keyboard has Space. */
function useMarkColumn(
  marked: ReadonlySet<string>,
  whole: boolean,
  onMark: (row: WireFinding) => void,
): Column<WireFinding> {
  const t = useWords(words);
  return useMemo(
    () => ({
      id: 'mark',
      header: t('mark_column'),
      width: 64,
      cell: (row) => (
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={t('mark', { name: row.name })}
          checked={whole || marked.has(keyOf(row))}
          onChange={() => onMark(row)}
          className="size-4 translate-y-0.5 accent-accent"
        />
      ),
    }),
    [t, marked, whole, onMark],
  );
}

/** Two lines: what is wrong is a sentence, and half of it says nothing. */
function What({ said }: { said: string }) {
  return (
    <span className="line-clamp-2 leading-snug whitespace-normal" title={said}>
      {said}
    </span>
  );
}

function Who({ finding: { name, account } }: { finding: WireFinding }) {
  return (
    <span className="block truncate">
      <span className="font-[600]">{name}</span>{' '}
      <span className="text-sm text-ink-3">{account}</span>
    </span>
  );
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
      <span className="text-sm text-ink-2">
        <What said={f(`finding.${kind}`)} />
      </span>
      <span className="text-right">
        <Tag>{t(`state_${state}`)}</Tag>
      </span>
    </span>
  );
}
