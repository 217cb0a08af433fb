/** One task in full: what it is, its list, where it may go, what was said and done. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  commentTask,
  oneTask,
  priorities,
  taskStates,
  tickLine,
  type WireTask,
} from '#areas/tasks/contract.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { CheckField, TextField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { type Say, useWords } from '#web/ui/say.ts';
import { Bones } from '#web/ui/states.tsx';
import { type Moment, Timeline } from '#web/ui/Timeline.tsx';
import { words as areaWords } from '../words.ts';
import { MoveBar } from './MoveBar.tsx';
import { PlanForm } from './PlanForm.tsx';
import { TaskFacts } from './TaskFacts.tsx';
import { useTasksChanged } from './task-data.ts';
import { words } from './words.ts';

type Props = { task: WireTask; others: readonly WireTask[]; onClose: () => void };

export function TaskSheet({ task: listed, others, onClose }: Props) {
  const t = useWords(words);
  const forbidden = useMay()('tasks.work');
  const [planning, setPlanning] = useState(false);
  const { taskId } = listed;
  const known = useQuery({
    queryKey: ['tasks', 'one', taskId],
    queryFn: ({ signal }) => call(oneTask, { params: { taskId }, signal }),
  });
  const task = known.data?.task ?? listed;
  if (planning) {
    const close = (): void => setPlanning(false);
    return <PlanForm task={task} others={others} onClose={close} />;
  }
  return (
    <Dialog title={task.title} sub={task.company} onClose={onClose}>
      <div className="grid gap-5">
        {task.text !== '' && <p className="whitespace-pre-line">{task.text}</p>}
        <TaskFacts task={task} />
        <Lines task={task} />
        <MoveBar task={task} />
        {forbidden === undefined && (
          <Button onClick={() => setPlanning(true)}>{t('change')}</Button>
        )}
        <CommentForm task={task} />
        <section>
          <h2 className="mb-1.5">{t('history')}</h2>
          {known.data === undefined ? (
            <Bones lines={4} />
          ) : (
            <Timeline moments={known.data.history.map((each) => momentOf(each, t))} />
          )}
        </section>
      </div>
    </Dialog>
  );
}

function Lines({ task }: { task: WireTask }) {
  const t = useWords(words);
  const may = useMay();
  const changed = useTasksChanged();
  const { taskId, lines } = task;
  const tick = useMutation({
    mutationFn: ({ line, done }: { line: number; done: boolean }) =>
      call(tickLine, { params: { taskId, line }, body: { done } }),
    onSuccess: changed,
  });
  if (lines.length === 0) return null;
  return (
    <fieldset disabled={may('tasks.work') !== undefined}>
      <legend className="mb-1 font-[600]">{t('list')}</legend>
      {lines.map(({ text, done }, index) => (
        <CheckField
          key={text}
          label={<span className={done ? 'line-through' : ''}>{text}</span>}
          checked={done}
          onChange={() => tick.mutate({ line: index + 1, done: !done })}
        />
      ))}
      <RefusalNote error={tick.error} words={areaWords} />
    </fieldset>
  );
}

function CommentForm({ task }: { task: WireTask }) {
  const t = useWords(words);
  const forbidden = useMay()('tasks.work');
  const changed = useTasksChanged();
  const [turn, setTurn] = useState(0);
  const { taskId } = task;
  const send = useMutation({
    mutationFn: (body: { text: string }) => call(commentTask, { params: { taskId }, body }),
    onSuccess: () => {
      changed();
      setTurn(turn + 1);
    },
  });
  const form = useForm(commentTask, (body) => send.mutate(body));
  if (forbidden !== undefined) return null;
  return (
    <form noValidate onSubmit={form.onSubmit} className="grid gap-2">
      <TextField
        key={turn}
        label={t('comment')}
        name="text"
        autoComplete="off"
        error={form.errors.text}
      />
      <RefusalNote error={send.error} words={areaWords} />
      <div>
        <Button type="submit" busy={send.isPending}>
          {t('comment_send')}
        </Button>
      </div>
    </form>
  );
}

type Happened = AnswerOf<typeof oneTask>['history'][number];

function momentOf(
  { changeId, at, actor, kind, facts, text }: Happened,
  t: Say<typeof words>,
): Moment {
  return { id: changeId, on: at.slice(0, 10), who: actor, text, what: said(kind, facts, t) };
}

function said(kind: string, facts: Happened['facts'], t: Say<typeof words>): string {
  const state = taskStates.find((known) => known === facts['state']);
  const priority = priorities.find((known) => known === facts['priority']);
  if (kind === 'made') return t('happened_made', facts);
  if (kind === 'planned') return t('happened_planned');
  if (kind === 'line') {
    return t(facts['ticked'] === 'no' ? 'happened_unticked' : 'happened_line', facts);
  }
  if (kind === 'assigned') {
    return facts['name'] === '' ? t('happened_unassigned') : t('given', facts);
  }
  if (state !== undefined) return t(`state_${state}`);
  if (priority !== undefined) return t('ranked', { priority: t(`priority_${priority}`) });
  return t('happened_comment');
}
