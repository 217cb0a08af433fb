/** Small balances: what a sweep would give up, what stays and why, before anybody decides. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useMemo, useState } from 'react';
import { WriteOffPolicyButton } from '#areas/ledger/screens/index.ts';
import {
  askSweep,
  smallBalances,
  sweepSmall,
  type WireSmallRest,
} from '#areas/write-offs/contract.ts';
import { type Answer, call } from '#web/api.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { type Figures, useFigures } from '#web/ui/figures.ts';
import type { Column } from '#web/ui/grid/columns.ts';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { usePlace } from '#web/ui/grid/place.ts';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { type Say, useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Empty, Failed } from '#web/ui/states.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { words as areaWords } from '../words.ts';
import { WriteOffTabs } from './WriteOffTabs.tsx';
import { words } from './words.ts';

type Small = Answer<typeof smallBalances>;
const keyOf = (row: WireSmallRest): string => row.itemId;
const narrow = (row: WireSmallRest) => <RestNarrow row={row} />;

export function SmallScreen() {
  const t = useWords(words);
  const why = useWhy();
  const figures = useFigures();
  const may = useMay();
  const [search] = useSearchState(smallBalances);
  const small = useQuery({
    queryKey: ['small-balances', search],
    queryFn: ({ signal }) => call(smallBalances, { query: search, signal }),
  });
  const [at, moveTo] = usePlace('small-balances');
  const [deciding, setDeciding] = useState(false);
  const columns = useMemo(() => columnsOf(t, figures), [t, figures]);
  const { data } = small;
  const own = may('ledger.write_off') === undefined;
  const nothing = data?.count === 0 ? t('nothing_small') : undefined;
  const sub = data && {
    count: data.count,
    day: figures.day(data.cutOff),
    weight: figures.money(data.weight, data.currency),
  };
  return (
    <Page
      title={t('small')}
      sub={sub && t('small_sub', sub)}
      actions={
        <>
          {data !== undefined && (
            <WriteOffPolicyButton company={data.company} base={data.currency} />
          )}
          <Button
            tone="main"
            because={nothing ?? (own ? undefined : may('approvals.ask'))}
            onClick={() => setDeciding(true)}
          >
            {t(own ? 'sweep' : 'ask_sweep')}
          </Button>
        </>
      }
    >
      <WriteOffTabs />
      {small.isPending && <GridBones rows={8} />}
      {small.isError && <Failed why={why(small.error)} onRetry={() => void small.refetch()} />}
      {data !== undefined && (
        <Grid
          label={t('small')}
          columns={columns}
          rows={data.rows}
          rowKey={keyOf}
          at={at ?? data.rows[0]?.itemId ?? null}
          onMove={moveTo}
          narrow={narrow}
          active={!deciding}
          empty={<Empty title={t('small_none')} why={t('small_none_why')} />}
        />
      )}
      {deciding && data !== undefined && (
        <SweepForm small={data} own={own} onClose={() => setDeciding(false)} />
      )}
    </Page>
  );
}

type FormProps = { small: Small; own: boolean; onClose: () => void };

/** Within one's authority it goes at once; else a second person is asked. */
function SweepForm({ small, own, onClose }: FormProps) {
  const t = useWords(words);
  const figures = useFigures();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const { company, cutOff, count } = small;
  const after = (text: string): void => {
    void queries.invalidateQueries({ queryKey: ['small-balances'] });
    void queries.invalidateQueries({ queryKey: ['write-offs'] });
    say({ text });
    onClose();
  };
  const sweep = useMutation({
    mutationFn: async () => {
      const body = { company, cutOff, count, reason };
      if (!own) {
        await call(askSweep, { body });
        return t('asked');
      }
      const { done, failed } = await call(sweepSmall, { body });
      return t('swept', { done, failed });
    },
    onSuccess: after,
  });
  const weight = figures.money(small.weight, small.currency);
  const name = t(own ? 'sweep' : 'ask_sweep');
  return (
    <Dialog title={name} sub={company} onClose={onClose} shape="middle">
      <form
        noValidate
        className="grid gap-3.5"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          if (reason.trim() !== '') sweep.mutate();
        }}
      >
        <p className="text-ink-2 text-pretty">{t('sweep_why', { count, weight })}</p>
        <TextField
          label={t('reason')}
          name="reason"
          autoComplete="off"
          autoFocus
          required
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <RefusalNote error={sweep.error} words={areaWords} />
        <Button type="submit" tone={own ? 'danger' : 'main'} busy={sweep.isPending}>
          {name}
        </Button>
      </form>
    </Dialog>
  );
}

function columnsOf(t: Say<typeof words>, figures: Figures): readonly Column<WireSmallRest>[] {
  return [
    {
      id: 'who',
      header: t('who'),
      width: 160,
      grow: 2,
      cell: (row) => <span className="block truncate font-[550]">{row.name}</span>,
    },
    { id: 'document', header: t('document'), width: 140, grow: 1, cell: (row) => row.document },
    { id: 'due', header: t('due'), width: 110, drop: 1, cell: (row) => figures.day(row.dueOn) },
    {
      id: 'open',
      header: t('open'),
      width: 120,
      align: 'end',
      cell: (row) => <Amount value={row.open} currency={row.currency} named strong />,
    },
    { id: 'stays', header: t('stays'), width: 150, cell: (row) => <Stays row={row} /> },
  ];
}

function Stays({ row: { leftOut } }: { row: WireSmallRest }) {
  const t = useWords(words);
  if (leftOut === null) return <span className="text-sm text-ink-2">{t('goes')}</span>;
  return <Tag tone="warn">{t(`left_out_${leftOut}`)}</Tag>;
}

function RestNarrow({ row }: { row: WireSmallRest }) {
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
      <span className="truncate font-[600]">{row.name}</span>
      <Amount value={row.open} currency={row.currency} named />
      <span className="truncate text-sm text-ink-2">{row.document}</span>
      <span className="text-right">
        <Stays row={row} />
      </span>
    </span>
  );
}
