/** Card batches from our postings to the bank: four kinds of gap, told apart by word and colour. */
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { cards, settleBatch, type WireBatch } from '#areas/cash/contract/cards.ts';
import { call } from '#web/api.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import type { Column } from '#web/ui/grid/columns.ts';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { useKeys } from '#web/ui/keys.ts';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Bones, Empty, Failed } from '#web/ui/states.tsx';
import { words as areaWords } from '../../words.ts';
import { CashTabs } from '../CashTabs.tsx';
import { useCashWrite } from '../closing/cash-write.ts';
import { BatchGaps, GapTags, LooseGaps } from './Gaps.tsx';
import { words } from './words.ts';

const keyOf = (row: WireBatch): string => `${row.processor} ${row.batch} ${row.currency}`;
const narrow = (row: WireBatch) => <BatchNarrow row={row} />;
const booked = (row: WireBatch): boolean => row.settled;

export function CardsScreen() {
  const t = useWords(words);
  const why = useWhy();
  const [search] = useSearchState(cards);
  const read = useQuery({
    queryKey: ['cash-cards', search],
    queryFn: ({ signal }) => call(cards, { query: search, signal }),
  });
  const list = read.data;
  const [at, setAt] = useState<string | null>(null);
  const here = list?.rows.find((row) => keyOf(row) === at) ?? list?.rows[0];
  const columns = useColumns();
  const settle = useCashWrite(
    ({ processor, batch, currency }: WireBatch) =>
      call(settleBatch, { body: { company: list?.company, processor, batch, currency } }),
    () => undefined,
  );
  const because = useSettleOff(here);
  const book = (): void => {
    if (here && because === undefined) settle.mutate(here);
  };
  useKeys(because === undefined ? [{ key: 'b', phrase: t('settle'), run: book }] : []);
  return (
    <Page
      title={t('title')}
      actions={
        <Button tone="main" keys="b" because={because} busy={settle.isPending} onClick={book}>
          {t('settle')}
        </Button>
      }
    >
      <CashTabs />
      <RefusalNote error={settle.error} words={areaWords} />
      {read.isPending && <Bones lines={8} />}
      {read.isError && <Failed why={why(read.error)} onRetry={() => void read.refetch()} />}
      {list && (
        <div className="grid grid-cols-1 gap-5 pb-10">
          <Grid
            label={t('title')}
            columns={columns}
            rows={list.rows}
            rowKey={keyOf}
            at={here === undefined ? null : keyOf(here)}
            onMove={setAt}
            narrow={narrow}
            quiet={booked}
            empty={<Empty title={t('none')} why={t('none_why')} />}
          />
          {here && <BatchGaps batch={here} />}
          <LooseGaps rows={list.loose} />
        </div>
      )}
    </Page>
  );
}

/** Why the batch cannot be booked now; undefined when it can. */
function useSettleOff(batch: WireBatch | undefined): string | undefined {
  const t = useWords(words);
  const may = useMay()('cash.reconcile');
  if (may !== undefined) return may;
  if (batch === undefined) return t('no_batch');
  if (batch.settled) return t('is_settled');
  return batch.deposit === null ? t('wait_bank') : undefined;
}

function useColumns(): readonly Column<WireBatch>[] {
  const t = useWords(words);
  const figures = useFigures();
  return useMemo((): readonly Column<WireBatch>[] => {
    const amount = (id: 'captured' | 'fees' | 'expected', drop?: number): Column<WireBatch> => ({
      id,
      header: t(id),
      width: 120,
      align: 'end',
      ...(drop === undefined ? {} : { drop }),
      cell: (row) => <Amount value={row[id]} currency={row.currency} />,
    });
    return [
      {
        id: 'batch',
        header: t('batch'),
        width: 150,
        grow: 2,
        cell: (row) => (
          <span className="block truncate font-[550]">
            {row.processor} {row.batch}
          </span>
        ),
      },
      { id: 'on', header: t('on'), width: 90, cell: (row) => figures.day(row.on) },
      amount('captured', 3),
      amount('fees', 2),
      amount('expected'),
      {
        id: 'bank',
        header: t('bank'),
        width: 120,
        align: 'end',
        cell: (row) =>
          row.deposit === null ? (
            <span className="text-ink-3">{t('not_there')}</span>
          ) : (
            <Amount value={row.deposit.amount} currency={row.currency} strong />
          ),
      },
      {
        id: 'gaps',
        header: t('gaps'),
        width: 200,
        grow: 1,
        cell: (row) => <GapTags batch={row} />,
      },
    ];
  }, [t, figures]);
}

function BatchNarrow({ row }: { row: WireBatch }) {
  const figures = useFigures();
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
      <span className="truncate font-[600]">
        {row.processor} {row.batch}
      </span>
      <Amount value={row.expected} currency={row.currency} strong named />
      <span className="text-sm text-ink-2">{figures.day(row.on)}</span>
      <span className="text-right">
        <GapTags batch={row} />
      </span>
    </span>
  );
}
