/** The inbox of everything else: what is asked of me, in the order to take it. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  inbox,
  type InboxSearch,
  myTasks,
  teamTasks,
  type WireTask,
} from '#areas/tasks/contract.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { usePlace } from '#web/ui/grid/place.ts';
import { useKeys } from '#web/ui/keys.ts';
import { Page } from '#web/ui/Page.tsx';
import { Picker } from '#web/ui/Picker.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Empty, Failed } from '#web/ui/states.tsx';
import { QuickAdd } from './QuickAdd.tsx';
import { TaskNarrow } from './TaskNarrow.tsx';
import { TaskSheet } from './TaskSheet.tsx';
import { TeamLoads } from './TeamLoads.tsx';
import { useTaskColumns } from './task-columns.tsx';
import { useMoveTask } from './task-data.ts';
import { words } from './words.ts';

const keyOf = (row: WireTask): string => row.taskId;
const narrow = (row: WireTask) => <TaskNarrow task={row} />;
const quiet = (row: WireTask): boolean => row.blocked;
const views = ['mine', 'asked', 'free', 'team'] as const;

export function TasksScreen() {
  const t = useWords(words);
  const why = useWhy();
  const leads = useMay()('tasks.lead') === undefined;
  const [search, setSearch] = useSearchState(inbox);
  const list = useTasks(search);
  const rows = list.data?.rows ?? [];
  const [at, moveTo] = usePlace(`tasks ${JSON.stringify(search)}`);
  const here = rows.find((row) => row.taskId === at) ?? rows[0];
  const [open, setOpen] = useState<WireTask | null>(null);
  const columns = useTaskColumns();
  useMoveKeys(open === null ? here : undefined);
  const late = rows.filter((row) => row.overdue).length;
  const team = list.data?.people;
  return (
    <Page
      title={t('tasks')}
      sub={list.data && t('tasks_sub', { count: list.data.count, late })}
      actions={
        <>
          <Picker
            label={t('view')}
            on={search.view}
            choices={views
              .filter((view) => leads || view !== 'team')
              .map((value) => ({ value, name: t(`view_${value}`) }))}
            onPick={(view) => setSearch({ view, who: undefined })}
          />
          <Button
            aria-pressed={search.state === 'ended'}
            onClick={() => setSearch({ state: search.state === 'ended' ? undefined : 'ended' })}
          >
            {t(search.state === 'ended' ? 'standing' : 'ended')}
          </Button>
        </>
      }
      {...(team === undefined
        ? {}
        : {
            aside: (
              <TeamLoads people={team} who={search.who} onPick={(who) => setSearch({ who })} />
            ),
            asideLabel: t('people'),
            folds: true,
          })}
    >
      <QuickAdd company={search.company} />
      {list.isPending && <GridBones rows={8} />}
      {list.isError && <Failed why={why(list.error)} onRetry={() => void list.refetch()} />}
      {list.data !== undefined && (
        <Grid
          label={t('tasks')}
          columns={columns}
          rows={rows}
          rowKey={keyOf}
          at={here?.taskId ?? null}
          onMove={moveTo}
          onOpen={setOpen}
          narrow={narrow}
          quiet={quiet}
          active={open === null}
          empty={<Empty title={t('none')} why={t('none_why')} />}
        />
      )}
      {open !== null && <TaskSheet task={open} others={rows} onClose={() => setOpen(null)} />}
    </Page>
  );
}

/** One's own list, or the team's with how much each has. */
function useTasks(search: InboxSearch) {
  return useQuery({
    queryKey: ['tasks', 'rows', search],
    queryFn: async ({ signal }) => {
      const { company, state, view, who } = search;
      if (view !== 'team') {
        const mine = await call(myTasks, { query: { company, state, view }, signal });
        return { ...mine, people: undefined };
      }
      return call(teamTasks, { query: { company, state, who }, signal });
    },
  });
}

function useMoveKeys(task: WireTask | undefined): void {
  const t = useWords(words);
  const may = useMay();
  const move = useMoveTask({ sayNo: true });
  const go = (to: WireTask['state']) => (): void => {
    if (task !== undefined) move.mutate({ task, body: { to, note: '' } });
  };
  const allowed = may('tasks.work') === undefined && task !== undefined;
  useKeys(
    allowed
      ? [
          { key: 's', phrase: t('start'), run: go('in_work') },
          { key: 'n', phrase: t('done'), run: go('done') },
        ]
      : [],
  );
}
