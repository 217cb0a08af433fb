/** Simulations: asked for, followed while they run, and their figures beside what is in force. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import {
  cancelSimulation,
  oneSimulation,
  simulations,
  startSimulation,
} from '#areas/strategies/contract/simulations.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Empty, Failed } from '#web/ui/states.tsx';
import { SimulationFigures } from './SimulationFigures.tsx';
import { words } from './words.ts';

const key = ['strategy-simulations'];

export function SimulationsScreen() {
  const t = useWords(words);
  const why = useWhy();
  const forbidden = useMay()('strategies.simulate');
  const [asking, setAsking] = useState(false);
  const [shown, setShown] = useState<string | null>(null);
  const list = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(simulations, { signal }),
    refetchInterval: ({ state }) =>
      state.data?.rows.some((row) => row.state === 'running') ? 2000 : false,
  });
  const at = shown ?? list.data?.rows[0]?.simulationId ?? null;
  return (
    <Page
      title={t('simulations')}
      actions={
        <Button tone="main" because={forbidden} onClick={() => setAsking(true)}>
          {t('simulate')}
        </Button>
      }
    >
      {list.isPending && <Bones lines={6} />}
      {list.isError && <Failed why={why(list.error)} onRetry={() => void list.refetch()} />}
      {list.data?.rows.length === 0 && (
        <Empty title={t('no_simulations')} why={t('no_simulations_why')} />
      )}
      <ul className="mb-4 flex flex-wrap gap-2">
        {list.data?.rows.map((row) => (
          <li key={row.simulationId}>
            <Button
              aria-pressed={row.simulationId === at}
              onClick={() => setShown(row.simulationId)}
            >
              {row.key} {row.version} · {row.from} – {row.to} ·{' '}
              {row.state === 'running'
                ? t('run_running', { done: row.partsDone, parts: row.parts })
                : t(`run_${row.state}`)}
            </Button>
          </li>
        ))}
      </ul>
      {at !== null && <OneSimulation simulationId={at} />}
      {asking && <AskForm onClose={() => setAsking(false)} />}
    </Page>
  );
}

function OneSimulation({ simulationId }: { simulationId: string }) {
  const t = useWords(words);
  const client = useQueryClient();
  const forbidden = useMay()('strategies.simulate');
  const one = useQuery({
    queryKey: [...key, simulationId],
    queryFn: ({ signal }) => call(oneSimulation, { params: { simulationId }, signal }),
    refetchInterval: ({ state }) => (state.data?.simulation.state === 'running' ? 2000 : false),
  });
  const cancel = useMutation({
    mutationFn: () => call(cancelSimulation, { params: { simulationId } }),
    onSuccess: () => void client.invalidateQueries({ queryKey: key }),
  });
  if (one.data === undefined) return <Bones lines={6} />;
  return (
    <>
      {one.data.simulation.state === 'running' && (
        <Button because={forbidden} busy={cancel.isPending} onClick={() => cancel.mutate()}>
          {t('call_off')}
        </Button>
      )}
      <SimulationFigures candidate={one.data.candidate} inForce={one.data.inForce} />
    </>
  );
}

const blank = { key: '', version: '1', from: '', to: '' };
const fields = ['key', 'version', 'from', 'to'] as const;
const labels = { key: 'strategy_key', version: 'version', from: 'from', to: 'to' } as const;

function AskForm({ onClose }: { onClose: () => void }) {
  const t = useWords(words);
  const client = useQueryClient();
  const [wish, setWish] = useState(blank);
  const ask = useMutation({
    mutationFn: () => call(startSimulation, { body: { ...wish, version: Number(wish.version) } }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: key });
      onClose();
    },
  });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    ask.mutate();
  };
  return (
    <Dialog title={t('simulate_title')} onClose={onClose} shape="middle">
      <form noValidate onSubmit={send} className="grid gap-3.5">
        {fields.map((field, index) => (
          <TextField
            key={field}
            label={t(labels[field])}
            name={field}
            autoFocus={index === 0}
            value={wish[field]}
            onChange={(event) => setWish({ ...wish, [field]: event.target.value })}
          />
        ))}
        <RefusalNote error={ask.error} words={words} />
        <Button type="submit" tone="main" busy={ask.isPending}>
          {t('simulate')}
        </Button>
      </form>
    </Dialog>
  );
}
