/** What waits for a second person: decided here, by key, with a reason. */
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { approvalList, approvals, type WireRequest } from '#areas/approvals/contract.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { type Figures, useFigures } from '#web/ui/figures.ts';
import type { Column } from '#web/ui/grid/columns.ts';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { usePlace } from '#web/ui/grid/place.ts';
import { Page } from '#web/ui/Page.tsx';
import { Picker } from '#web/ui/Picker.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { type Say, useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Empty, Failed } from '#web/ui/states.tsx';
import { Tag, type Tone } from '#web/ui/Tag.tsx';
import { RequestSheet } from './RequestSheet.tsx';
import { words } from './words.ts';

const keyOf = (row: WireRequest): string => row.requestId;
const narrow = (row: WireRequest) => <RequestNarrow request={row} />;
const views = ['decide', 'asked', 'open', 'ended'] as const;

export function ApprovalsScreen() {
  const t = useWords(words);
  const why = useWhy();
  const figures = useFigures();
  const [search, setSearch] = useSearchState(approvalList);
  const list = useQuery({
    queryKey: ['approvals', search],
    queryFn: ({ signal }) => call(approvals, { query: search, signal }),
  });
  const rows = list.data?.rows ?? [];
  const [at, moveTo] = usePlace(`approvals ${search.view}`);
  const here = rows.find((row) => row.requestId === at) ?? rows[0];
  const [openId, setOpen] = useState<string | null>(null);
  const open = rows.find((row) => row.requestId === openId);
  const columns = useMemo(() => columnsOf(t, figures), [t, figures]);
  return (
    <Page
      title={t('approvals')}
      sub={list.data && t(list.data.cut ? 'sub_cut' : 'sub', { count: list.data.count })}
      actions={
        <>
          <Link to={paths.authority} className="link text-sm">
            {t('authority')}
          </Link>
          <Picker
            label={t('view')}
            on={search.view}
            choices={views.map((value) => ({ value, name: t(`view_${value}`) }))}
            onPick={(view) => setSearch({ view })}
          />
        </>
      }
    >
      {list.isPending && <GridBones rows={8} />}
      {list.isError && <Failed why={why(list.error)} onRetry={() => void list.refetch()} />}
      {list.data !== undefined && (
        <Grid
          label={t('approvals')}
          columns={columns}
          rows={rows}
          rowKey={keyOf}
          at={here?.requestId ?? null}
          onMove={moveTo}
          onOpen={(row) => setOpen(row.requestId)}
          narrow={narrow}
          active={open === undefined}
          empty={<Empty title={t('none')} why={t('none_why')} />}
        />
      )}
      {open !== undefined && <RequestSheet request={open} onClose={() => setOpen(null)} />}
    </Page>
  );
}

const tones: Record<WireRequest['state'], Tone> = {
  open: 'warn',
  granted: 'good',
  refused: 'stop',
  withdrawn: 'plain',
  expired: 'stop',
};

function StateTag({ request: { state, outcome } }: { request: WireRequest }) {
  const t = useWords(words);
  if (outcome === 'failed') return <Tag tone="stop">{t('outcome_failed')}</Tag>;
  if (outcome === 'done') return <Tag tone="good">{t('outcome_done')}</Tag>;
  return <Tag tone={tones[state]}>{t(`state_${state}`)}</Tag>;
}

function columnsOf(t: Say<typeof words>, figures: Figures): readonly Column<WireRequest>[] {
  return [
    {
      id: 'what',
      header: t('what'),
      width: 260,
      grow: 3,
      cell: (row) => <span className="block truncate font-[600]">{row.title}</span>,
    },
    {
      id: 'amount',
      header: t('amount'),
      width: 140,
      align: 'end',
      cell: (row) => <Amount value={row.amount} currency={row.currency} named />,
    },
    { id: 'who', header: t('requester'), width: 140, grow: 1, cell: (row) => row.requester },
    {
      id: 'until',
      header: t('until'),
      width: 110,
      drop: 2,
      cell: (row) => figures.day(row.expiresOn),
    },
    {
      id: 'state',
      header: t('state'),
      width: 130,
      drop: 1,
      cell: (row) => <StateTag request={row} />,
    },
  ];
}

function RequestNarrow({ request }: { request: WireRequest }) {
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
      <span className="truncate font-[600]">{request.title}</span>
      <Amount value={request.amount} currency={request.currency} named />
      <span className="truncate text-sm text-ink-2">{request.requester}</span>
      <span className="text-right">
        <StateTag request={request} />
      </span>
    </span>
  );
}
