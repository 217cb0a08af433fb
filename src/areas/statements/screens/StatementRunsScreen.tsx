/** Runs of statements, or of invoices: each with where it stands; a new one is started here. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { PaperTabs } from '#areas/correspondence/screens/index.ts';
import { runs, startRun, type WireRun } from '#areas/statements/contract/runs.ts';
import { useReaderCompanies } from '#areas/team/screens/index.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Button } from '#web/ui/Button.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { SelectField } from '#web/ui/Field.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useKeys } from '#web/ui/keys.ts';
import { Page } from '#web/ui/Page.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Bones, Empty, Failed } from '#web/ui/states.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { WideTable } from '#web/ui/WideTable.tsx';
import { words as areaWords } from '../words.ts';
import { runTone } from './run-tone.ts';
import { words } from './words.ts';

export function StatementRunsScreen() {
  return <Runs kind="statement" />;
}

export function InvoiceRunsScreen() {
  return <Runs kind="invoice" />;
}

type Kind = WireRun['kind'];

/** What differs between the two kinds. */
const said = {
  statement: { title: 'statements', none: 'none', why: 'none_why', started: 'started' },
  invoice: {
    title: 'invoices',
    none: 'none_invoice',
    why: 'none_invoice_why',
    started: 'started_invoice',
  },
} as const;

function Runs({ kind }: { kind: Kind }) {
  const t = useWords(words);
  const why = useWhy();
  const forbidden = useMay()('statements.run');
  const [search] = useSearchState(runs);
  const [starting, setStarting] = useState(false);
  const read = useQuery({
    queryKey: ['statement-runs', kind, search],
    queryFn: ({ signal }) => call(runs, { query: { ...search, kind }, signal }),
  });
  useKeys(
    forbidden === undefined ? [{ key: 'n', phrase: t('start'), run: () => setStarting(true) }] : [],
  );
  const rows = read.data?.rows ?? [];
  return (
    <Page
      title={t(said[kind].title)}
      actions={
        <Button tone="main" keys="n" because={forbidden} onClick={() => setStarting(true)}>
          {t('start')}
        </Button>
      }
    >
      <PaperTabs />
      {read.isPending && <Bones lines={8} />}
      {read.isError && <Failed why={why(read.error)} onRetry={() => void read.refetch()} />}
      {read.data && rows.length === 0 && (
        <Empty title={t(said[kind].none)} why={t(said[kind].why)} />
      )}
      {rows.length > 0 && <RunTable kind={kind} rows={rows} />}
      {starting && (
        <StartForm kind={kind} company={search.company} onClose={() => setStarting(false)} />
      )}
    </Page>
  );
}

function RunTable({ kind, rows }: { kind: Kind; rows: readonly WireRun[] }) {
  const t = useWords(words);
  const figures = useFigures();
  return (
    <WideTable label={t(said[kind].title)} framed look="ruled">
      <thead>
        <tr>
          <th>{t('period')}</th>
          <th>{t('company')}</th>
          <th>{t('state')}</th>
          <th className="text-right">{t('selected')}</th>
          <th>{t('by')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.runId}>
            <td>
              <Link className="link" to={paths.statementRun} params={{ runId: row.runId }}>
                {figures.day(row.fromOn)} – {figures.day(row.toOn)}
              </Link>
            </td>
            <td>{row.company}</td>
            <td>
              <Tag tone={runTone(row)}>{t(`state_${row.paused ? 'paused' : row.state}`)}</Tag>
            </td>
            <td className="figures text-right">{figures.number(row.selected)}</td>
            <td>{row.startedBy}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

type StartProps = { kind: Kind; company: string | undefined; onClose: () => void };

function StartForm({ kind, company, onClose }: StartProps) {
  const t = useWords(words);
  const navigate = useNavigate();
  const companies = useReaderCompanies();
  const start = useMutation({
    mutationFn: (body: BodyOf<typeof startRun>) => call(startRun, { body }),
    onSuccess: ({ runId, selected }) => {
      say({ text: t(said[kind].started, { selected }) });
      void navigate({ to: paths.statementRun, params: { runId } });
    },
  });
  const form = useForm(startRun, (body) => start.mutate({ ...body, kind }));
  return (
    <Dialog title={t('start')} sub={t('start_why')} onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <SelectField
          label={t('company')}
          name="company"
          autoFocus
          defaultValue={company ?? companies[0]?.code}
          choices={companies.map(({ code, name }) => ({ value: code, name }))}
        />
        <DayField label={t('to')} name="to" error={form.errors.to} />
        <DayField label={t('from')} name="from" error={form.errors.from} />
        <RefusalNote error={start.error} words={areaWords} />
        <Button type="submit" tone="main" busy={start.isPending}>
          {t('start')}
        </Button>
      </form>
    </Dialog>
  );
}
