/** The runs of the strategies: what each looked at, kept and proposed; begun and called off. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { cancelRun, runs, startRun, type WireRun } from '#areas/strategies/contract/runs.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Button, linkLook } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Empty, Failed } from '#web/ui/states.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { WideTable } from '#web/ui/WideTable.tsx';
import { Channels } from './Channels.tsx';
import { words } from './words.ts';

const key = ['strategy-runs'];

export function RunsScreen() {
  const t = useWords(words);
  const why = useWhy();
  const client = useQueryClient();
  const forbidden = useMay()('strategies.run');
  const list = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(runs, { query: {}, signal }),
  });
  const start = useMutation({
    mutationFn: () => call(startRun, { body: { reason: t('start_run') } }),
    onSuccess: () => {
      say({ text: t('run_begun') });
      void client.invalidateQueries({ queryKey: key });
    },
  });
  return (
    <Page
      title={t('runs')}
      actions={
        <>
          <Link className={linkLook} to={paths.experiments}>
            {t('experiments')}
          </Link>
          <Link className={linkLook} to={paths.simulations}>
            {t('simulations')}
          </Link>
          <Button
            tone="main"
            because={forbidden}
            busy={start.isPending}
            onClick={() => start.mutate()}
          >
            {t('start_run')}
          </Button>
        </>
      }
    >
      <RefusalNote error={start.error} words={words} />
      {list.isPending && <Bones lines={8} />}
      {list.isError && <Failed why={why(list.error)} onRetry={() => void list.refetch()} />}
      {list.data?.rows.length === 0 && <Empty title={t('no_runs')} why={t('no_runs_why')} />}
      {list.data !== undefined && list.data.rows.length > 0 && <RunTable rows={list.data.rows} />}
      <Channels />
    </Page>
  );
}

function RunTable({ rows }: { rows: readonly WireRun[] }) {
  const t = useWords(words);
  const heads = ['as_of', 'strategies.state', 'accounts', 'kept', 'proposed', 'withdrawn'] as const;
  return (
    <WideTable label={t('runs')}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col" className="px-2 py-1 text-left text-sm text-ink-2">
              {t(head)}
            </th>
          ))}
          <th scope="col" className="px-2 py-1 text-left text-sm text-ink-2">
            {t('by')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((run) => (
          <RunRow key={run.runId} run={run} />
        ))}
      </tbody>
    </WideTable>
  );
}

function RunRow({ run }: { run: WireRun }) {
  const t = useWords(words);
  const figures = useFigures();
  const client = useQueryClient();
  const forbidden = useMay()('strategies.run');
  const cancel = useMutation({
    mutationFn: () =>
      call(cancelRun, { params: { runId: run.runId }, body: { reason: t('call_off') } }),
    onSuccess: () => {
      say({ text: t('called_off') });
      void client.invalidateQueries({ queryKey: key });
    },
  });
  const numbers = [run.accounts, run.stored, run.proposed, run.withdrawn];
  return (
    <tr className="border-t border-line">
      <td className="px-2 py-1">{figures.day(run.asOf)}</td>
      <td className="px-2 py-1">
        <Tag tone={run.state === 'complete' ? 'good' : 'warn'}>
          {run.state === 'running'
            ? t('run_running', { done: run.partsDone, parts: run.parts })
            : t(`run_${run.state}`)}
        </Tag>
      </td>
      {numbers.map((value, index) => (
        // The columns stand in one order for ever.
        <td key={index} className="figures px-2 py-1">
          {figures.number(value)}
        </td>
      ))}
      <td className="px-2 py-1">
        {run.by}{' '}
        {run.state === 'running' && (
          <Button because={forbidden} busy={cancel.isPending} onClick={() => cancel.mutate()}>
            {t('call_off')}
          </Button>
        )}
      </td>
    </tr>
  );
}
