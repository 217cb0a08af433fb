/** One run of papers: how far it is, what is out of the ordinary, and what it waits for. */
import { useQuery } from '@tanstack/react-query';
import { useParams, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { runPage, type WireRunPage } from '#areas/statements/contract/runs.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useKeys } from '#web/ui/keys.ts';
import { KeyValue } from '#web/ui/KeyValue.tsx';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Failed } from '#web/ui/states.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { ActForm, type Act } from './ActForm.tsx';
import { PaperList } from './PaperList.tsx';
import { runTone } from './run-tone.ts';
import { TestButton } from './TestButton.tsx';
import { words } from './words.ts';

/** While it moves by itself, it is looked at again this often. */
const againMs = 1000;

export function StatementRunScreen() {
  const t = useWords(words);
  const why = useWhy();
  const router = useRouter();
  const { runId = '' } = useParams({ strict: false });
  const read = useQuery<WireRunPage>({
    queryKey: ['statement-run', runId],
    queryFn: ({ signal }) => call(runPage, { params: { runId }, signal }),
    refetchInterval: ({ state: { data } }) => (data && moves(data) ? againMs : false),
  });
  const back = (): void => router.history.back();
  useKeys([{ key: 'Escape', phrase: t('statements'), run: back, group: 'go' }]);
  const [act, setAct] = useState<Act | null>(null);
  const run = read.data;
  return (
    <Page
      title={
        run === undefined
          ? t('statements')
          : t(run.kind === 'invoice' ? 'run_of_invoice' : 'run_of', { company: run.company })
      }
      sub={run && <RunPeriod run={run} />}
      actions={run && <RunActions run={run} onAct={setAct} />}
      aside={run && <RunFacts run={run} />}
      asideLabel={t('context')}
      folds
    >
      {read.isPending && <Bones lines={8} />}
      {read.isError && <Failed why={why(read.error)} onRetry={() => void read.refetch()} />}
      {run && <Progress run={run} />}
      {run && run.state !== 'preparing' && (
        <>
          <PaperList run={run} show="exceptions" />
          <PaperList run={run} show="sample" />
        </>
      )}
      {act !== null && <ActForm runId={runId} act={act} onClose={() => setAct(null)} />}
    </Page>
  );
}

function moves({ state, paused }: WireRunPage): boolean {
  return !paused && (state === 'preparing' || state === 'delivering');
}

function RunPeriod({ run }: { run: WireRunPage }) {
  const t = useWords(words);
  const figures = useFigures();
  return t('run_period', {
    from: figures.day(run.fromOn),
    to: figures.day(run.toOn),
    knownAt: figures.moment(run.knownAt),
  });
}

function RunActions({ run, onAct }: { run: WireRunPage; onAct: (act: Act) => void }) {
  const t = useWords(words);
  const may = useMay();
  const forbidden = may('statements.run');
  const over = run.state === 'done' || run.state === 'stopped';
  const early = run.state === 'review' ? undefined : t('not_in_review');
  return (
    <>
      <TestButton run={run} />
      {moves(run) && (
        <Button because={forbidden} onClick={() => onAct('pause')}>
          {t('pause')}
        </Button>
      )}
      {run.paused && (
        <Button because={forbidden} onClick={() => onAct('resume')}>
          {t('resume')}
        </Button>
      )}
      {!over && (
        <Button tone="danger" because={forbidden} onClick={() => onAct('stop')}>
          {t('stop')}
        </Button>
      )}
      {!over && run.state !== 'delivering' && (
        <Button
          tone="main"
          because={may('statements.approve') ?? early}
          onClick={() => onAct('approve')}
        >
          {t('approve')}
        </Button>
      )}
    </>
  );
}

function Progress({ run }: { run: WireRunPage }) {
  const t = useWords(words);
  const { selected, counts, state, paused } = run;
  const { made, sent, exceptions } = counts;
  return (
    <section className="mb-5 grid gap-2">
      <p className="flex flex-wrap items-center gap-3">
        <Tag tone={runTone(run)}>{t(`state_${paused ? 'paused' : state}`)}</Tag>
        <span className="figures">{t('balance_line', { selected, sent, exceptions })}</span>
      </p>
      <progress
        className="h-2 w-full max-w-[480px]"
        aria-label={t('progress', { made, selected })}
        value={made}
        max={selected}
      />
      <p className="text-sm text-ink-2">{t('progress', { made, selected })}</p>
    </section>
  );
}

function RunFacts({ run }: { run: WireRunPage }) {
  const t = useWords(words);
  const figures = useFigures();
  const { counts } = run;
  const count = (value: number) => <span className="figures">{figures.number(value)}</span>;
  return (
    <div className="grid gap-5">
      <KeyValue
        facts={[
          { name: t('selected'), value: count(run.selected) },
          { name: t('sent'), value: count(counts.sent) },
          { name: t('exceptions'), value: count(counts.exceptions) },
          { name: t('exceptions_out'), value: count(counts.exceptionsOut) },
          { name: t('waiting'), value: count(counts.waiting) },
          { name: t('held'), value: count(counts.held) },
          { name: t('by_email'), value: count(counts.byEmail) },
          { name: t('by_letter'), value: count(counts.byLetter) },
          counts.byPortal > 0 && { name: t('by_portal'), value: count(counts.byPortal) },
        ]}
      />
      <section>
        <h2 className="mb-1.5">{t('history')}</h2>
        <ol className="grid gap-1.5 text-sm">
          {run.history.map((line) => (
            <li key={`${line.at} ${line.what}`}>
              <b>{whatOf(t, line.what)}</b>
              <span className="block text-ink-2">
                {figures.moment(line.at)} · {line.actor}
              </span>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

function whatOf(t: ReturnType<typeof useWords<typeof words>>, what: string): string {
  const key = `what_${what}`;
  return isWord(key) ? t(key) : what;
}

function isWord(key: string): key is keyof typeof words {
  return Object.hasOwn(words, key);
}
