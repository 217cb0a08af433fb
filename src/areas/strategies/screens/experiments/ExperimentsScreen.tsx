/** Experiments: a challenger beside a champion, what came of either, started and stopped here. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { experiments, type WireExperiment } from '#areas/strategies/contract/runs.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Button, linkLook } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Empty, Failed } from '#web/ui/states.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { ExperimentOutcome } from './ExperimentOutcome.tsx';
import { SwitchExperiment } from './SwitchExperiment.tsx';
import { words } from './words.ts';

export function ExperimentsScreen() {
  const t = useWords(words);
  const why = useWhy();
  const [turning, setTurning] = useState<WireExperiment | null>(null);
  const list = useQuery({
    queryKey: ['strategy-experiments'],
    queryFn: ({ signal }) => call(experiments, { signal }),
  });
  return (
    <Page
      title={t('experiments')}
      actions={
        <Link className={linkLook} to={paths.strategies}>
          {t('strategies')}
        </Link>
      }
    >
      {list.isPending && <Bones lines={8} />}
      {list.isError && <Failed why={why(list.error)} onRetry={() => void list.refetch()} />}
      {list.data?.rows.length === 0 && <Empty title={t('none')} why={t('none_why')} />}
      <div className="grid max-w-[960px] gap-6">
        {list.data?.rows.map((row) => (
          <Experiment key={row.strategy} row={row} onTurn={() => setTurning(row)} />
        ))}
      </div>
      {turning !== null && <SwitchExperiment row={turning} onClose={() => setTurning(null)} />}
    </Page>
  );
}

const tones = {
  off: 'plain',
  waits: 'warn',
  runs: 'good',
  over: 'plain',
  no_challenger: 'warn',
} as const;

function Experiment({ row, onTurn }: { row: WireExperiment; onTurn: () => void }) {
  const t = useWords(words);
  const figures = useFigures();
  const forbidden = useMay()('strategies.switch');
  const { strategy, challenger, share, state, isOn, lastWord } = row;
  const days = { from: figures.day(row.from), to: figures.day(row.to) };
  const over = state === 'over' && !isOn ? t('is_over') : undefined;
  const title = t('against', { strategy, challenger });
  return (
    <section aria-label={title} className="grid gap-2 border-t border-line pt-3">
      <header className="flex flex-wrap items-center gap-3">
        <h2 className="text-md font-[650]">{title}</h2>
        <Tag tone={tones[state]}>{t(`state_${state}`)}</Tag>
        <span className="flex-1" />
        <Button
          because={forbidden ?? over}
          aria-label={t(isOn ? 'stop_of' : 'start_of', { strategy })}
          onClick={onTurn}
        >
          {t(isOn ? 'stop' : 'start')}
        </Button>
      </header>
      <p className="text-sm text-ink-2">{t('split', { share, challenger, ...days })}</p>
      <ExperimentOutcome row={row} />
      {lastWord !== null && (
        <p className="text-sm text-ink-3">
          {t('last_word', { ...lastWord, at: figures.moment(lastWord.at) })}
        </p>
      )}
    </section>
  );
}
