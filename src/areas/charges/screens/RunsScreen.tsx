/** Runs of charges: frozen by one, booked or dropped by another. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useMemo, useState } from 'react';
import { chargeRun, chargeRuns, decideRun, type WireChargeRun } from '#areas/charges/contract.ts';
import { call } from '#web/api.ts';
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
import { Bones, Empty, Failed } from '#web/ui/states.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { WideTable } from '#web/ui/WideTable.tsx';
import { words as areaWords } from '../words.ts';
import { ChargeTabs } from './ChargeTabs.tsx';
import { words } from './words.ts';

const keyOf = (row: WireChargeRun): string => row.runId;
const narrow = (row: WireChargeRun) => <RunNarrow run={row} />;

export function RunsScreen() {
  const t = useWords(words);
  const why = useWhy();
  const figures = useFigures();
  const [search] = useSearchState(chargeRuns);
  const list = useQuery({
    queryKey: ['charges', 'runs', search],
    queryFn: ({ signal }) => call(chargeRuns, { query: search, signal }),
  });
  const rows = list.data?.rows ?? [];
  const [at, moveTo] = usePlace('charge-runs');
  const [open, setOpen] = useState<WireChargeRun | null>(null);
  const columns = useMemo(() => columnsOf(t, figures), [t, figures]);
  return (
    <Page title={t('runs')}>
      <ChargeTabs />
      {list.isPending && <GridBones rows={8} />}
      {list.isError && <Failed why={why(list.error)} onRetry={() => void list.refetch()} />}
      {list.data !== undefined && (
        <Grid
          label={t('runs')}
          columns={columns}
          rows={rows}
          rowKey={keyOf}
          at={at ?? rows[0]?.runId ?? null}
          onMove={moveTo}
          onOpen={setOpen}
          narrow={narrow}
          active={open === null}
          empty={<Empty title={t('runs_none')} why={t('runs_none_why')} />}
        />
      )}
      {open !== null && <RunSheet run={open} onClose={() => setOpen(null)} />}
    </Page>
  );
}

function columnsOf(t: Say<typeof words>, figures: Figures): readonly Column<WireChargeRun>[] {
  return [
    { id: 'through', header: t('through'), width: 110, cell: (run) => figures.day(run.asOf) },
    { id: 'by', header: t('by'), width: 150, grow: 1, cell: (run) => run.by },
    {
      id: 'reason',
      header: t('reason'),
      width: 160,
      grow: 2,
      drop: 1,
      cell: (run) => <span className="block truncate text-sm text-ink-2">{run.reason}</span>,
    },
    {
      id: 'count',
      header: t('count'),
      width: 80,
      align: 'end',
      drop: 2,
      cell: (run) => figures.number(run.count),
    },
    {
      id: 'sum',
      header: t('sum'),
      width: 240,
      align: 'end',
      cell: (run) => <span className="figures font-[600]">{sumOf(run, figures)}</span>,
    },
    { id: 'state', header: t('state'), width: 130, cell: (run) => <StateTag run={run} /> },
  ];
}

function sumOf({ totals }: WireChargeRun, figures: Figures): string {
  return totals.map(({ sum, currency }) => figures.money(sum, currency)).join(' · ');
}

function StateTag({ run: { decision } }: { run: WireChargeRun }) {
  const t = useWords(words);
  if (decision === null) return <Tag tone="warn">{t('run_waits')}</Tag>;
  return <Tag tone={decision.said === 'yes' ? 'good' : 'stop'}>{t(`run_${decision.said}`)}</Tag>;
}

function RunNarrow({ run }: { run: WireChargeRun }) {
  const figures = useFigures();
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
      <span className="truncate font-[600]">{run.by}</span>
      <span className="figures">{sumOf(run, figures)}</span>
      <span className="truncate text-sm text-ink-2">{figures.day(run.asOf)}</span>
      <span className="text-right">
        <StateTag run={run} />
      </span>
    </span>
  );
}

function RunSheet({ run, onClose }: { run: WireChargeRun; onClose: () => void }) {
  const t = useWords(words);
  const figures = useFigures();
  const { runId, decision } = run;
  const whole = useQuery({
    queryKey: ['charges', 'run', runId],
    queryFn: ({ signal }) => call(chargeRun, { params: { runId }, signal }),
  });
  return (
    <Dialog
      title={`${run.company} · ${figures.day(run.asOf)}`}
      sub={run.by}
      onClose={onClose}
      shape="wide"
    >
      <div className="grid gap-4">
        <p>{run.reason}</p>
        {decision && <p className="text-ink-2">{t('decided', { ...decision })}</p>}
        {whole.data === undefined ? (
          <Bones lines={6} />
        ) : (
          <WideTable label={t('working')} framed look="text-sm">
            <thead>
              <tr className="text-left text-ink-3">
                {(['who', 'document', 'sum', 'working'] as const).map((head) => (
                  <th key={head} className="px-2 py-1 font-[550]">
                    {t(head)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {whole.data.rows.map((row) => (
                <tr key={row.itemId} className="border-t border-line">
                  <td className="px-2 py-1">{row.name}</td>
                  <td className="px-2 py-1">{row.document}</td>
                  <td className="figures px-2 py-1 text-right whitespace-nowrap">
                    {figures.money(row.interest, row.currency)} +{' '}
                    {figures.money(row.fee, row.currency)}
                  </td>
                  <td className="figures px-2 py-1 text-ink-2">
                    {row.stopped === null ? row.formula : t(`stopped_${row.stopped}`)}
                  </td>
                </tr>
              ))}
            </tbody>
          </WideTable>
        )}
        {decision === null && <Decide run={run} onClose={onClose} />}
      </div>
    </Dialog>
  );
}

function Decide({ run, onClose }: { run: WireChargeRun; onClose: () => void }) {
  const t = useWords(words);
  const may = useMay();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const { runId, mine, alone } = run;
  const decide = useMutation({
    mutationFn: (said: 'yes' | 'no') =>
      call(decideRun, { params: { runId }, body: { said, reason } }),
    onSuccess: ({ booked, skipped }) => {
      void queries.invalidateQueries({ queryKey: ['charges'] });
      say({ text: t('run_done', { booked, skipped }) });
      onClose();
    },
  });
  const because = may('ledger.charge') ?? (mine && !alone ? t('own_run') : undefined);
  const send = (said: 'yes' | 'no'): void => {
    if (because === undefined && reason.trim() !== '') decide.mutate(said);
  };
  return (
    <form
      noValidate
      className="grid gap-3"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        send('yes');
      }}
    >
      <TextField
        label={t('reason')}
        name="reason"
        autoComplete="off"
        required
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <RefusalNote error={decide.error} words={areaWords} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" tone="main" because={because} busy={decide.isPending}>
          {t('book')}
        </Button>
        <Button tone="danger" because={because} onClick={() => send('no')}>
          {t('drop')}
        </Button>
      </div>
    </form>
  );
}
