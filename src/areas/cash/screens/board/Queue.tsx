/** The queue: receipts that wait, the surest first, each with how sure it is. */
import { useMemo } from 'react';
import type { WireReceipt } from '#areas/cash/contract/receipts.ts';
import { Amount, figureWidth } from '#web/ui/Amount.tsx';
import { useFigures } from '#web/ui/figures.ts';
import type { Column } from '#web/ui/grid/columns.ts';
import { Grid, type Paging } from '#web/ui/grid/Grid.tsx';
import { useLanguage } from '#web/ui/language.tsx';
import { useWords } from '#web/ui/say.ts';
import { Empty } from '#web/ui/states.tsx';
import { Tag, type Tone } from '#web/ui/Tag.tsx';
import { bandWords, methodWords, stateWords, words } from './words.ts';

type Props = {
  rows: readonly WireReceipt[];
  at: string | null;
  onMove: (key: string) => void;
  active: boolean;
  paging: Paging;
};

const keyOf = (row: WireReceipt): string => row.receiptId;
const narrow = (row: WireReceipt) => <NarrowRow row={row} />;

export function Queue({ rows, at, onMove, active, paging }: Props) {
  const t = useWords(words);
  const columns = useQueueColumns(rows);
  return (
    <Grid
      label={t('queue')}
      columns={columns}
      rows={rows}
      rowKey={keyOf}
      at={at}
      onMove={onMove}
      narrow={narrow}
      active={active}
      paging={paging}
      empty={<Empty title={t('none')} why={t('none_why')} />}
    />
  );
}

function useQueueColumns(rows: readonly WireReceipt[]): readonly Column<WireReceipt>[] {
  const t = useWords(words);
  const figures = useFigures();
  const language = useLanguage();
  return useMemo(
    (): readonly Column<WireReceipt>[] => [
      {
        id: 'payer',
        header: t('payer'),
        width: 120,
        grow: 1,
        cell: (row) => <Payer row={row} />,
      },
      {
        id: 'state',
        header: t('state'),
        width: 118,
        drop: 2,
        cell: (row) => <StateTag row={row} />,
      },
      {
        id: 'how',
        header: t('how'),
        width: 84,
        drop: 4,
        cell: (row) => <span className="text-sm">{methodWords[row.method][language]}</span>,
      },
      {
        id: 'received',
        header: t('received'),
        width: 76,
        drop: 3,
        cell: (row) => <span className="text-sm">{figures.day(row.receivedOn)}</span>,
      },
      {
        id: 'amount',
        header: t('amount'),
        width: figureWidth(rows.map(({ amount }) => amount)) + 26,
        align: 'end',
        cell: (row) => <Amount value={row.amount} currency={row.currency} named strong />,
      },
    ],
    [rows, t, figures, language],
  );
}

function Payer({ row }: { row: WireReceipt }) {
  const t = useWords(words);
  const name = row.payerName === '' ? (row.account?.name ?? t('nobody')) : row.payerName;
  return <span className="block truncate font-[550]">{name}</span>;
}

const tones: Readonly<Record<string, Tone>> = {
  auto: 'good',
  show: 'warn',
  hide: 'plain',
  posted: 'good',
  returned: 'late',
  reversed: 'stop',
};

function StateTag({ row }: { row: WireReceipt }) {
  const language = useLanguage();
  const waits = row.state === 'unposted' && row.band !== null;
  const name = waits ? bandWords[row.band ?? 'hide'] : stateWords[row.state];
  const tone = tones[waits ? (row.band ?? '') : row.state] ?? 'plain';
  return <Tag tone={tone}>{name[language]}</Tag>;
}

function NarrowRow({ row }: { row: WireReceipt }) {
  return (
    <>
      <span className="flex justify-between gap-3">
        <Payer row={row} />
        <Amount value={row.amount} currency={row.currency} named strong />
      </span>
      <StateTag row={row} />
    </>
  );
}
