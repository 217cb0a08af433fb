/** What agencies have in hand, and what was called back; Enter calls the row's account back. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { BodyOf } from '#platform/contract/route.ts';
import { placements, recallFromAgency, type WirePlacement } from '#areas/write-offs/contract.ts';
import { call } from '#web/api.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { Button } from '#web/ui/Button.tsx';
import { type Figures, useFigures } from '#web/ui/figures.ts';
import type { Column } from '#web/ui/grid/columns.ts';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { usePlace } from '#web/ui/grid/place.ts';
import { useKeys } from '#web/ui/keys.ts';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { ReasonForm } from '#web/ui/ReasonForm.tsx';
import { say } from '#web/ui/said.ts';
import { type Say, useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Empty, Failed } from '#web/ui/states.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { words as areaWords } from '../words.ts';
import { PlaceForm } from './PlaceForm.tsx';
import { WriteOffTabs } from './WriteOffTabs.tsx';
import { words } from './words.ts';

const keyOf = (row: WirePlacement): string => row.placementId;
const narrow = (row: WirePlacement) => <PlacementNarrow row={row} />;

export function AgenciesScreen() {
  const t = useWords(words);
  const why = useWhy();
  const figures = useFigures();
  const may = useMay();
  const [search] = useSearchState(placements);
  const list = useQuery({
    queryKey: ['placements', search],
    queryFn: ({ signal }) => call(placements, { query: search, signal }),
  });
  const rows = list.data?.rows ?? [];
  const [at, moveTo] = usePlace('placements');
  const here = rows.find((row) => row.placementId === at) ?? rows[0];
  const [open, setOpen] = useState<WirePlacement | null>(null);
  const [placing, setPlacing] = useState(false);
  const forbidden = may('write_offs.place');
  const columns = useMemo(() => columnsOf(t, figures), [t, figures]);
  const recall = (row: WirePlacement): void => {
    if (row.recalledOn === null && forbidden === undefined) setOpen(row);
  };
  const place = (): void => {
    if (forbidden === undefined) setPlacing(true);
  };
  useKeys(open === null && !placing ? [{ key: 'n', phrase: t('place'), run: place }] : []);
  return (
    <Page
      title={t('agencies')}
      actions={
        <Button tone="main" keys="n" because={forbidden} onClick={place}>
          {t('place')}
        </Button>
      }
    >
      <WriteOffTabs />
      {list.isPending && <GridBones rows={8} />}
      {list.isError && <Failed why={why(list.error)} onRetry={() => void list.refetch()} />}
      {list.data !== undefined && (
        <Grid
          label={t('agencies')}
          columns={columns}
          rows={rows}
          rowKey={keyOf}
          at={here?.placementId ?? null}
          onMove={moveTo}
          onOpen={recall}
          narrow={narrow}
          active={open === null && !placing}
          empty={<Empty title={t('agencies_none')} why={t('agencies_none_why')} />}
        />
      )}
      {placing && <PlaceForm agencies={agenciesOf(rows)} onClose={() => setPlacing(false)} />}
      {open !== null && <RecallForm row={open} onClose={() => setOpen(null)} />}
    </Page>
  );
}

/** Agencies that had something before, each once. */
function agenciesOf(rows: readonly WirePlacement[]): string[] {
  return [...new Set(rows.map(({ agency }) => agency))].toSorted();
}

function RecallForm({ row, onClose }: { row: WirePlacement; onClose: () => void }) {
  const t = useWords(words);
  const queries = useQueryClient();
  const { accountId, placementId } = row;
  const recall = useMutation({
    mutationFn: (body: BodyOf<typeof recallFromAgency>) =>
      call(recallFromAgency, { params: { accountId, placementId }, body }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['placements'] });
      say({ text: t('recalled_now') });
      onClose();
    },
  });
  return (
    <ReasonForm
      title={t('recall')}
      sub={`${row.name} · ${row.agency}`}
      label={t('reason')}
      route={recallFromAgency}
      act={recall}
      words={areaWords}
      onClose={onClose}
    />
  );
}

function columnsOf(t: Say<typeof words>, figures: Figures): readonly Column<WirePlacement>[] {
  return [
    {
      id: 'who',
      header: t('who'),
      width: 160,
      grow: 2,
      cell: (row) => <span className="block truncate font-[550]">{row.name}</span>,
    },
    { id: 'agency', header: t('agency'), width: 140, grow: 1, cell: (row) => row.agency },
    {
      id: 'placed',
      header: t('placed_on'),
      width: 110,
      drop: 1,
      cell: (row) => figures.day(row.placedOn),
    },
    {
      id: 'amount',
      header: t('amount'),
      width: 130,
      align: 'end',
      cell: (row) => <Amount value={row.amount} currency={row.currency} named strong />,
    },
    {
      id: 'fee',
      header: t('fee'),
      width: 90,
      align: 'end',
      drop: 2,
      cell: (row) => row.feePercent,
    },
    { id: 'state', header: t('state'), width: 140, cell: (row) => <StateTag row={row} /> },
  ];
}

function StateTag({ row: { recalledOn } }: { row: WirePlacement }) {
  const t = useWords(words);
  if (recalledOn === null) return <Tag tone="warn">{t('with_agency')}</Tag>;
  return <Tag tone="plain">{t('recalled')}</Tag>;
}

function PlacementNarrow({ row }: { row: WirePlacement }) {
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
      <span className="truncate font-[600]">{row.name}</span>
      <Amount value={row.amount} currency={row.currency} named />
      <span className="truncate text-sm text-ink-2">{row.agency}</span>
      <span className="text-right">
        <StateTag row={row} />
      </span>
    </span>
  );
}
