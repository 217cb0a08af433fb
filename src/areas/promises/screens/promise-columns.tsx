/** The columns of the list of promises. */
import { useMemo } from 'react';
import type { WirePromise } from '#areas/promises/contract.ts';
import { Amount, oneCurrency } from '#web/ui/Amount.tsx';
import { useFigures } from '#web/ui/figures.ts';
import type { Column } from '#web/ui/grid/columns.ts';
import { type Say, useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { accountColumn } from '#web/ui/grid/account-column.tsx';
import { HowFar, useJudgedBy, useLevel } from './HowFar.tsx';
import { promiseTones } from './promise-tones.ts';
import { words } from './words.ts';

export function usePromiseColumns(rows: readonly WirePromise[]): readonly Column<WirePromise>[] {
  const t = useWords(words);
  const figures = useFigures();
  const judgedBy = useJudgedBy();
  const levelOf = useLevel();
  const currency = oneCurrency(rows);
  return useMemo((): readonly Column<WirePromise>[] => {
    const mixed = currency === null;
    return [
      accountColumn(t('account')),
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
        width: 110,
        align: 'end',
        drop: 2,
        cell: (row) => <Amount value={row.received} currency={row.currency} />,
      },
      {
        id: 'far',
        header: t('how_far'),
        width: 166,
        grow: 1,
        drop: 3,
        cell: (row) => <HowFar promise={row} />,
      },
      {
        id: 'due',
        header: t('due'),
        width: 110,
        cell: (row) => <span title={judgedBy(row)}>{figures.day(row.dueOn)}</span>,
      },
      {
        id: 'state',
        header: t('state'),
        width: 120,
        cell: (row) => <Tag tone={promiseTones[row.state]}>{t(`state_${row.state}`)}</Tag>,
      },
      {
        id: 'level',
        header: t('level_head'),
        width: 104,
        drop: 4,
        cell: (row) => <span className="text-sm text-ink-2">{levelOf(row)}</span>,
      },
      ...spoken(t),
    ];
  }, [t, figures, currency, judgedBy, levelOf]);
}

type Speak = Say<typeof words>;

/** Who gave the word, and who took it down. */
function spoken(t: Speak): readonly Column<WirePromise>[] {
  return [
    {
      id: 'said',
      header: t('said_by'),
      width: 130,
      grow: 0.6,
      drop: 5,
      cell: (row) => <span className="block truncate text-sm text-ink-2">{row.saidBy}</span>,
    },
    {
      id: 'taken',
      header: t('taken_by'),
      width: 120,
      grow: 0.6,
      drop: 6,
      cell: (row) => <span className="block truncate text-sm text-ink-2">{row.takenBy}</span>,
    },
  ];
}
