/** Goals of everybody, month by month, typed or pasted from a spreadsheet, saved in one act. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { goalGrid, setGoals } from '#areas/metrics/contract/goal-grid.ts';
import type { QueryOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { SelectField, TextField } from '#web/ui/Field.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones } from '#web/ui/states.tsx';
import { metricKeys } from '../rules/metric.ts';
import { words as areaWords } from '../words.ts';
import { useNames } from './figure-text.ts';
import { type GoalCells, type Typed, changesOf } from './goal-cells.ts';
import { GoalTable } from './GoalTable.tsx';
import { words } from './words.ts';

type Metric = QueryOf<typeof goalGrid>['metric'];

const columns = 6;

type Props = { company: string; from: string | undefined; onClose: () => void };

export function GoalGrid({ company, from, onClose }: Props) {
  const t = useWords(words);
  const names = useNames();
  const [metric, setMetric] = useState<Metric>('cash');
  const query = { company, metric, from, months: columns };
  const grid = useQuery<GoalCells>({
    queryKey: ['aging', 'goals', 'grid', query],
    queryFn: ({ signal }) => call(goalGrid, { query, signal }),
  });
  return (
    <section aria-label={t('many_goals')} className="mb-5 grid gap-3">
      <div className="w-64 max-w-full">
        <SelectField
          label={t('metric')}
          name="metric"
          value={metric}
          choices={metricKeys.map((key) => ({ value: key, name: names.metric(key) }))}
          onChange={(event) => {
            const picked = metricKeys.find((key) => key === event.target.value);
            if (picked) setMetric(picked);
          }}
        />
      </div>
      {grid.isPending && <Bones lines={5} />}
      {grid.data && (
        <Cells
          key={`${metric} ${from}`}
          grid={grid.data}
          which={{ company, metric }}
          onClose={onClose}
        />
      )}
    </section>
  );
}

type CellsProps = {
  grid: GoalCells;
  which: { company: string; metric: Metric };
  onClose: () => void;
};

function Cells({ grid, which, onClose }: CellsProps) {
  const t = useWords(words);
  const queries = useQueryClient();
  const [typed, setTyped] = useState<Typed>(new Map());
  const [reason, setReason] = useState('');
  const { goals, unread } = changesOf(grid, typed);
  const save = useMutation({
    mutationFn: () =>
      call(setGoals, { body: { ...which, currency: grid.currency, goals, reason: reason.trim() } }),
    onSuccess: ({ set }) => {
      void queries.invalidateQueries({ queryKey: ['aging', 'goals'] });
      say({ text: t('goals_saved', { count: set }) });
      onClose();
    },
  });
  const because =
    unread > 0
      ? t('goals_unread', { count: unread })
      : goals.length === 0
        ? t('goals_same')
        : reason.trim() === ''
          ? t('goals_reason')
          : undefined;
  return (
    <>
      <p className="text-sm text-ink-2">{t('many_goals_how')}</p>
      <GoalTable grid={grid} typed={typed} onType={setTyped} />
      <div className="w-96 max-w-full">
        <TextField
          label={t('reason')}
          name="reason"
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <RefusalNote error={save.error} words={areaWords} />
      <div className="flex flex-wrap gap-2">
        <Button tone="main" busy={save.isPending} because={because} onClick={() => save.mutate()}>
          {t('goals_save', { count: goals.length })}
        </Button>
        <Button onClick={onClose}>{t('close_grid')}</Button>
      </div>
    </>
  );
}
