/** Batches with what was counted and what was entered; the open ones first. */
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { batches, type WireBatch } from '#areas/cash/contract/receipts.ts';
import { call } from '#web/api.ts';
import { Amount, figureWidth } from '#web/ui/Amount.tsx';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import type { Column } from '#web/ui/grid/columns.ts';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { usePlace } from '#web/ui/grid/place.ts';
import { useKeys } from '#web/ui/keys.ts';
import { useLanguage } from '#web/ui/language.tsx';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Empty, Failed } from '#web/ui/states.tsx';
import { Tag, type Tone } from '#web/ui/Tag.tsx';
import { methodWords } from '../board/words.ts';
import { CashTabs } from '../CashTabs.tsx';
import { BatchForm } from './BatchForm.tsx';
import { BatchSheet } from './BatchSheet.tsx';
import { words } from './words.ts';

const keyOf = (row: WireBatch): string => row.batchId;
const narrow = (row: WireBatch) => <NarrowRow row={row} />;

export function BatchesScreen() {
  const t = useWords(words);
  const why = useWhy();
  const forbidden = useMay()('cash.post');
  const [search] = useSearchState(batches);
  const [entering, setEntering] = useState(false);
  const [open, setOpen] = useState<WireBatch | null>(null);
  const list = useQuery({
    queryKey: ['cash', 'batches', search],
    queryFn: ({ signal }) => call(batches, { query: search, signal }),
  });
  const rows = list.data?.rows ?? [];
  const [at, moveTo] = usePlace('cash batches');
  const columns = useBatchColumns(rows);
  const enter = (): void => setEntering(true);
  useKeys(forbidden === undefined ? [{ key: 'c', phrase: t('new_batch'), run: enter }] : []);
  return (
    <Page
      title={t('title')}
      sub={t('sub', { count: rows.filter(({ state }) => state === 'open').length })}
      actions={
        <Button tone="main" keys="c" because={forbidden} onClick={enter}>
          {t('new_batch')}
        </Button>
      }
    >
      <CashTabs />
      {entering && <BatchForm company={search.company} onClose={() => setEntering(false)} />}
      {list.isPending && <GridBones rows={6} />}
      {list.isError && <Failed why={why(list.error)} onRetry={() => void list.refetch()} />}
      {list.data !== undefined && (
        <Grid
          label={t('title')}
          columns={columns}
          rows={rows}
          rowKey={keyOf}
          at={at ?? rows[0]?.batchId ?? null}
          onMove={moveTo}
          onOpen={setOpen}
          narrow={narrow}
          active={!entering && open === null}
          empty={<Empty title={t('none')} why={t('none_why')} />}
        />
      )}
      {open !== null && <BatchSheet batchId={open.batchId} onClose={() => setOpen(null)} />}
    </Page>
  );
}

function useBatchColumns(rows: readonly WireBatch[]): readonly Column<WireBatch>[] {
  const t = useWords(words);
  const figures = useFigures();
  const language = useLanguage();
  const width = figureWidth(rows.map(({ control }) => control.amount)) + 40;
  return useMemo(
    (): readonly Column<WireBatch>[] => [
      { id: 'on', header: t('received'), width: 90, cell: (row) => figures.day(row.receivedOn) },
      {
        id: 'how',
        header: t('method'),
        width: 120,
        grow: 1,
        cell: (row) => methodWords[row.method][language],
      },
      {
        id: 'counted',
        header: t('counted'),
        width,
        align: 'end',
        cell: (row) => <Counted row={row} what="control" />,
      },
      {
        id: 'entered',
        header: t('entered'),
        width,
        align: 'end',
        drop: 2,
        cell: (row) => <Counted row={row} what="entered" />,
      },
      {
        id: 'state',
        header: t('state'),
        width: 130,
        cell: (row) => <Tag tone={tones[row.state]}>{t(`state_${row.state}`)}</Tag>,
      },
      { id: 'by', header: t('by'), width: 110, drop: 3, cell: (row) => row.by },
    ],
    [t, figures, language, width],
  );
}

const tones: Readonly<Record<WireBatch['state'], Tone>> = {
  open: 'warn',
  posted: 'good',
  withdrawn: 'plain',
  reversed: 'stop',
};

function Counted({ row, what }: { row: WireBatch; what: 'control' | 'entered' }) {
  return (
    <span className="whitespace-nowrap">
      <span className="figures pr-2 text-ink-2">{row[what].count}</span>
      <Amount value={row[what].amount} currency={row.currency} />
    </span>
  );
}

function NarrowRow({ row }: { row: WireBatch }) {
  const t = useWords(words);
  const figures = useFigures();
  return (
    <>
      <span className="flex justify-between gap-3">
        <span>{figures.day(row.receivedOn)}</span>
        <Counted row={row} what="control" />
      </span>
      <Tag tone={tones[row.state]}>{t(`state_${row.state}`)}</Tag>
    </>
  );
}
