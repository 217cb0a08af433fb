/** The columns of the outbox, and a message on a phone. */
import { useMemo } from 'react';
import type { WireMessageLine } from '#areas/correspondence/contract/messages.ts';
import { useFigures } from '#web/ui/figures.ts';
import { accountColumn } from '#web/ui/grid/account-column.tsx';
import type { Column } from '#web/ui/grid/columns.ts';
import { useServerWords } from '#web/ui/readable.ts';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { stateTones } from './state-words.ts';
import { words } from './words.ts';

export function useOutboxColumns(): readonly Column<WireMessageLine>[] {
  const t = useWords(words);
  const said = useServerWords(words);
  const figures = useFigures();
  return useMemo(
    (): readonly Column<WireMessageLine>[] => [
      accountColumn(t('account')),
      {
        id: 'subject',
        header: t('subject'),
        width: 220,
        grow: 2,
        drop: 1,
        cell: (row) => <span className="block truncate">{row.subject || row.toName}</span>,
      },
      {
        id: 'to',
        header: t('to'),
        width: 180,
        grow: 1,
        drop: 2,
        cell: (row) => (
          <span className="block truncate text-sm text-ink-2">{row.toAddress || row.toName}</span>
        ),
      },
      {
        id: 'channel',
        header: t('channel'),
        width: 80,
        drop: 4,
        cell: (row) => t(`channel_${row.channel}`),
      },
      {
        id: 'state',
        header: t('state'),
        width: 190,
        grow: 2,
        cell: (row) => (
          <span className="lines-2">
            <Tag tone={stateTones[row.state]}>{t(`state_${row.state}`)}</Tag>{' '}
            <span className="text-sm text-ink-2">{said(`why_${row.detail}`) ?? row.detail}</span>
          </span>
        ),
      },
      {
        id: 'since',
        header: t('since'),
        width: 120,
        drop: 3,
        cell: (row) => figures.moment(row.since),
      },
    ],
    [t, said, figures],
  );
}

export function OutboxNarrow({ row }: { row: WireMessageLine }) {
  const t = useWords(words);
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
      <span className="truncate font-[600]">{row.name}</span>
      <Tag tone={stateTones[row.state]}>{t(`state_${row.state}`)}</Tag>
      <span className="col-span-2 truncate text-sm text-ink-2">{row.subject || row.toName}</span>
    </span>
  );
}
