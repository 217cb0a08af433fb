/** The register of write-offs: each with its request, approval, entry, recovery and reversal. */
import { useMemo, useState } from 'react';
import {
  exportWriteOffs,
  writeOffs,
  writeOffStates,
  type WireWriteOff,
} from '#areas/write-offs/contract.ts';
import { call, hrefOf } from '#web/api.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { linkLook } from '#web/ui/Button.tsx';
import { type Figures, useFigures } from '#web/ui/figures.ts';
import type { Column } from '#web/ui/grid/columns.ts';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { usePlace } from '#web/ui/grid/place.ts';
import { useList } from '#web/ui/list.ts';
import { Page } from '#web/ui/Page.tsx';
import { Picker } from '#web/ui/Picker.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { type Say, useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Empty, Failed } from '#web/ui/states.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { WriteOffSheet } from './WriteOffSheet.tsx';
import { WriteOffTabs } from './WriteOffTabs.tsx';
import { words } from './words.ts';

const keyOf = (row: WireWriteOff): string => row.entryId;
const narrow = (row: WireWriteOff) => <RowNarrow row={row} />;
const formats = ['csv', 'xlsx'] as const;

export function RegisterScreen() {
  const t = useWords(words);
  const why = useWhy();
  const figures = useFigures();
  const [search, setSearch] = useSearchState(writeOffs);
  const { cursor: _, limit: __, ...filter } = search;
  const list = useList({
    key: ['write-offs', filter],
    fetchPage: (cursor, signal) => call(writeOffs, { query: { ...filter, cursor }, signal }),
  });
  const [at, moveTo] = usePlace(`write-offs ${JSON.stringify(filter)}`);
  const here = list.rows.find((row) => row.entryId === at) ?? list.rows[0];
  const [open, setOpen] = useState<WireWriteOff | null>(null);
  const columns = useMemo(() => columnsOf(t, figures), [t, figures]);
  return (
    <Page
      title={t('title')}
      sub={t('sub')}
      actions={
        <>
          {formats.map((format) => (
            <a
              key={format}
              className={linkLook}
              href={hrefOf(exportWriteOffs, { query: { ...filter, format } })}
            >
              {t(`export_${format}`)}
            </a>
          ))}
          <Picker
            label={t('show')}
            on={search.state}
            choices={writeOffStates.map((value) => ({ value, name: t(`state_${value}`) }))}
            onPick={(state) => setSearch({ state })}
          />
        </>
      }
    >
      <WriteOffTabs />
      {list.error !== null && list.rows.length === 0 ? (
        <Failed why={why(list.error)} onRetry={list.retry} />
      ) : list.loading ? (
        <GridBones rows={8} />
      ) : (
        <Grid
          label={t('title')}
          columns={columns}
          rows={list.rows}
          rowKey={keyOf}
          at={here?.entryId ?? null}
          onMove={moveTo}
          onOpen={setOpen}
          narrow={narrow}
          paging={list.paging}
          active={open === null}
          empty={<Empty title={t('none')} why={t('none_why')} />}
        />
      )}
      {open !== null && <WriteOffSheet row={open} onClose={() => setOpen(null)} />}
    </Page>
  );
}

function columnsOf(t: Say<typeof words>, figures: Figures): readonly Column<WireWriteOff>[] {
  return [
    { id: 'on', header: t('on'), width: 110, cell: (row) => figures.day(row.on) },
    {
      id: 'who',
      header: t('who'),
      width: 160,
      grow: 2,
      cell: (row) => <span className="block truncate font-[550]">{row.name}</span>,
    },
    { id: 'document', header: t('document'), width: 130, grow: 1, cell: (row) => row.document },
    {
      id: 'amount',
      header: t('amount'),
      width: 130,
      align: 'end',
      cell: (row) => <Amount value={row.amount} currency={row.currency} named strong />,
    },
    {
      id: 'by',
      header: t('by'),
      width: 150,
      grow: 1,
      drop: 2,
      cell: (row) => (
        <span className="block truncate" title={row.by}>
          {row.by}
        </span>
      ),
    },
    {
      id: 'reason',
      header: t('reason'),
      width: 180,
      grow: 2,
      drop: 1,
      cell: (row) => <span className="block truncate text-sm text-ink-2">{row.reason}</span>,
    },
    { id: 'state', header: t('state'), width: 120, cell: (row) => <StateTag row={row} /> },
  ];
}

function StateTag({ row }: { row: WireWriteOff }) {
  const t = useWords(words);
  if (row.reversed !== null) return <Tag tone="warn">{t('reversed')}</Tag>;
  if (/[1-9]/u.test(row.recovered)) return <Tag tone="good">{t('recovered')}</Tag>;
  return <Tag tone="plain">{t('standing')}</Tag>;
}

function RowNarrow({ row }: { row: WireWriteOff }) {
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
      <span className="truncate font-[600]">{row.name}</span>
      <Amount value={row.amount} currency={row.currency} named />
      <span className="truncate text-sm text-ink-2">{row.document}</span>
      <span className="text-right">
        <StateTag row={row} />
      </span>
    </span>
  );
}
