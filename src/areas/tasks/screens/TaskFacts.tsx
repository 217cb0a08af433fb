/** What a task is: for which account, by when, whose, how urgent, and what comes before it. */
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMembers } from '#areas/team/screens/index.ts';
import { assignTask, priorities, rankTask, type WireTask } from '#areas/tasks/contract.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { KeyValue } from '#web/ui/KeyValue.tsx';
import { Picker } from '#web/ui/Picker.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../words.ts';
import { DueText } from './DueText.tsx';
import { StateTag } from './task-columns.tsx';
import { useTasksChanged } from './task-data.ts';
import { words } from './words.ts';

export function TaskFacts({ task }: { task: WireTask }) {
  const t = useWords(words);
  const { account, requester, timeBoxMinutes, every, needs, note } = task;
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap gap-2">
        <AssigneePicker task={task} />
        <PriorityPicker task={task} />
      </div>
      <KeyValue
        plain
        facts={[
          { name: t('state'), value: <StateTag task={task} /> },
          note !== null && { name: '', value: note },
          { name: t('due'), value: <DueText task={task} /> },
          account !== null && {
            name: t('account'),
            value: (
              <Link className="link" to={paths.account} params={{ accountId: account.accountId }}>
                {account.name}
              </Link>
            ),
          },
          requester !== null && { name: t('asked_by'), value: requester },
          timeBoxMinutes !== null && {
            name: t('time_box'),
            value: t('minutes', { count: timeBoxMinutes }),
          },
          every !== null && { name: t('every'), value: t(`every_${every}`) },
          needs.length > 0 && {
            name: t('needs'),
            value: needs.map(({ taskId, title, ended }) => (
              <span key={taskId} className={`block ${ended ? 'line-through' : ''}`}>
                {title}
              </span>
            )),
          },
        ]}
      />
    </div>
  );
}

function AssigneePicker({ task }: { task: WireTask }) {
  const t = useWords(words);
  const people = useMembers();
  const may = useMay();
  const changed = useTasksChanged();
  const { taskId } = task;
  const assign = useMutation({
    mutationFn: (assigneeId: string | null) =>
      call(assignTask, { params: { taskId }, body: { assigneeId } }),
    onSuccess: ({ assignee }) => {
      changed();
      say({ text: t('given', { name: assignee ?? t('whoever') }) });
    },
  });
  if (may('tasks.work') !== undefined) return null;
  return (
    <>
      <Picker
        label={t('whose')}
        on={task.assigneeId ?? ''}
        choices={[
          { value: '', name: t('whoever') },
          ...people.map((person) => ({ value: person.memberId, name: person.name })),
        ]}
        onPick={(memberId) => assign.mutate(memberId === '' ? null : memberId)}
      />
      <RefusalNote error={assign.error} words={areaWords} />
    </>
  );
}

function PriorityPicker({ task }: { task: WireTask }) {
  const t = useWords(words);
  const may = useMay();
  const changed = useTasksChanged();
  const { taskId } = task;
  const rank = useMutation({
    mutationFn: (priority: WireTask['priority']) =>
      call(rankTask, { params: { taskId }, body: { priority } }),
    onSuccess: ({ priority }) => {
      changed();
      say({ text: t('ranked', { priority: t(`priority_${priority}`) }) });
    },
  });
  if (may('tasks.lead') !== undefined) {
    return <span className="text-sm text-ink-2">{t(`priority_${task.priority}`)}</span>;
  }
  return (
    <Picker
      label={t('priority')}
      on={task.priority}
      choices={priorities.map((value) => ({ value, name: t(`priority_${value}`) }))}
      onPick={(priority) => rank.mutate(priority)}
    />
  );
}
