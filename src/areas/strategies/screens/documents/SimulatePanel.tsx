/** What a version would have done over the last ninety days, beside what was in force. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  oneSimulation,
  simulations,
  startSimulation,
} from '#areas/strategies/contract/simulations.ts';
import { plusDays } from '#kernel/day.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useToday } from '#web/ui/language.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../../words.ts';
import { words } from './words.ts';

type Version = { name: string; version: number };
type Known = AnswerOf<typeof oneSimulation>;

/** So often a running simulation is asked how far it is. */
const everyMillis = 1500;

export function SimulatePanel({ name, version }: Version) {
  const t = useWords(words);
  const may = useMay();
  const start = useStart({ name, version });
  const known = useLatest({ name, version });
  const data = known.data ?? undefined;
  const isRunning = data?.simulation.state === 'running';
  if (may('strategies.read') !== undefined) return null;
  return (
    <section className="mt-5">
      <h2 className="mb-1.5">{t('simulation')}</h2>
      <p className="mb-2 text-sm text-ink-2 text-pretty">{t('simulation_sub', { version })}</p>
      {data !== undefined && <Figures known={data} />}
      <RefusalNote error={start.error} words={areaWords} />
      <Button
        because={may('strategies.simulate') ?? (isRunning ? t('simulating') : undefined)}
        busy={start.isPending}
        onClick={() => start.mutate()}
      >
        {t('simulate')}
      </Button>
    </section>
  );
}

function useStart({ name: key, version }: Version) {
  const today = useToday();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      call(startSimulation, {
        body: { key, version, from: plusDays(today, -90), to: plusDays(today, -1) },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['strategies', 'simulation'] }),
  });
}

/** The latest simulation of the version; null when nobody asked for one. */
function useLatest({ name, version }: Version) {
  const queries = useQueryClient();
  return useQuery<Known | null>({
    queryKey: ['strategies', 'simulation', name, version],
    refetchInterval: ({ state }) =>
      state.data?.simulation.state === 'running' ? everyMillis : false,
    queryFn: async ({ signal }) => {
      const { rows } = await call(simulations, { signal });
      const latest = rows.find((row) => row.key === name && row.version === version);
      if (latest === undefined) return null;
      const { simulationId } = latest;
      const found = await call(oneSimulation, { params: { simulationId }, signal });
      // Whoever approves it may do so once its simulation was there to be seen.
      if (found.simulation.state === 'complete') {
        void queries.invalidateQueries({ queryKey: ['policies'] });
      }
      return found;
    },
  });
}

function Figures({ known: { simulation, candidate, inForce } }: { known: Known }) {
  const t = useWords(words);
  const figures = useFigures();
  const rows = [
    ['sim_accounts', candidate.accounts, inForce.accounts],
    ['sim_notices', candidate.notices, inForce.notices],
    ['sim_wrong', candidate.wrong, inForce.wrong],
  ] as const;
  const { from, to, state, parts, partsDone } = simulation;
  return (
    <div className="mb-3 overflow-x-auto">
      <table className="text-sm">
        <caption className="mb-1 text-left text-ink-2">
          {figures.day(from)} – {figures.day(to)}
          {state !== 'complete' && ` · ${t('sim_progress', { done: partsDone, parts })}`}
        </caption>
        <thead>
          <tr>
            <th scope="col" className="sr-only">
              {t('sim_figure')}
            </th>
            <th scope="col" className="px-3 text-right font-[550]">
              {t('sim_this')}
            </th>
            <th scope="col" className="px-3 text-right font-[550]">
              {t('sim_in_force')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([title, ours, theirs]) => (
            <tr key={title}>
              <th scope="row" className="pr-3 text-left font-normal">
                {t(title)}
              </th>
              <td className="figures px-3 text-right">{figures.number(ours)}</td>
              <td className="figures px-3 text-right">{figures.number(theirs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
