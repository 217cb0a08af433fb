/** Changing a task: its words, its day and time, its list, and what must be done before it. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { everies, planTask, type WireTask } from '#areas/tasks/contract.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import {
  AreaField,
  CheckField,
  FieldFrame,
  inputLook,
  SelectField,
  TextField,
} from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../words.ts';
import { useTasksChanged } from './task-data.ts';
import { words } from './words.ts';

type Props = { task: WireTask; others: readonly WireTask[]; onClose: () => void };

export function PlanForm({ task, others, onClose }: Props) {
  const t = useWords(words);
  const changed = useTasksChanged();
  const { taskId } = task;
  const plan = useMutation({
    mutationFn: (body: BodyOf<typeof planTask>) => call(planTask, { params: { taskId }, body }),
    onSuccess: () => {
      changed();
      say({ text: t('saved') });
      onClose();
    },
  });
  const form = useForm(planTask, (body) => plan.mutate(body));
  const { errors } = form;
  return (
    <Dialog title={t('change')} sub={task.title} onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <TextField
          label={t('what')}
          name="title"
          autoFocus
          defaultValue={task.title}
          error={errors.title}
        />
        <AreaField label={t('text')} name="text" defaultValue={task.text} error={errors.text} />
        <div className="grid gap-3 sm:grid-cols-[2fr_1fr]">
          <DayField
            label={t('by_when')}
            name="dueOn"
            defaultValue={task.dueOn ?? ''}
            error={errors.dueOn}
          />
          <TextField
            label={t('at_time')}
            name="dueTime"
            defaultValue={task.dueTime ?? ''}
            error={errors.dueTime}
          />
        </div>
        <TextField
          label={t('time_box_field')}
          name="timeBoxMinutes"
          inputMode="numeric"
          defaultValue={task.timeBoxMinutes ?? ''}
          error={errors.timeBoxMinutes}
        />
        <SelectField
          label={t('every')}
          name="every"
          none={t('every_none')}
          defaultValue={task.every ?? ''}
          choices={everies.map((value) => ({ value, name: t(`every_${value}`) }))}
        />
        <LinesField task={task} error={errors.lines} />
        <NeedsField task={task} others={others} />
        <RefusalNote error={plan.error} words={areaWords} />
        <Button type="submit" tone="main" busy={plan.isPending}>
          {t('save')}
        </Button>
      </form>
    </Dialog>
  );
}

/** A text of lines; each goes into the form as one value of the list. */
function LinesField({ task, error }: { task: WireTask; error: string | undefined }) {
  const t = useWords(words);
  const [text, setText] = useState(() => task.lines.map((line) => line.text).join('\n'));
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return (
    <FieldFrame label={t('list_field')} error={error}>
      {({ id, describedBy }) => (
        <>
          <textarea
            id={id}
            rows={4}
            data-field="lines"
            value={text}
            onChange={(event) => setText(event.target.value)}
            aria-describedby={describedBy}
            aria-invalid={error !== undefined || undefined}
            className={`${inputLook} py-2`}
          />
          {[...new Set(lines)].map((line) => (
            <input key={line} type="hidden" name="lines[]" value={line} />
          ))}
        </>
      )}
    </FieldFrame>
  );
}

/** Tasks of the list behind the form, and those that it needs already. */
function NeedsField({ task, others }: Pick<Props, 'task' | 'others'>) {
  const t = useWords(words);
  const needed = new Set(task.needs.map((need) => need.taskId));
  const offered = others.filter(
    (other) => other.taskId !== task.taskId && !needed.has(other.taskId),
  );
  const choices = [...task.needs, ...offered.slice(0, 40)];
  if (choices.length === 0) return null;
  return (
    <fieldset className="max-h-48 overflow-auto">
      <legend className="text-sm font-[550] text-ink-2">{t('needs_field')}</legend>
      {choices.map(({ taskId, title }) => (
        <CheckField
          key={taskId}
          name="needs[]"
          value={taskId}
          defaultChecked={needed.has(taskId)}
          label={title}
        />
      ))}
    </fieldset>
  );
}
