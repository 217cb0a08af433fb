/** A task in one line: what, by when, whose; Enter adds it and the next one can be typed. */
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useMembers } from '#areas/team/screens/index.ts';
import { makeTask } from '#areas/tasks/contract.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { SelectField, TextField } from '#web/ui/Field.tsx';
import { useKeys } from '#web/ui/keys.ts';
import { useForm } from '#web/ui/read-form.ts';
import { useMay, useReader } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../words.ts';
import { useTasksChanged } from './task-data.ts';
import { words } from './words.ts';

type Props = { accountId?: string; company: string | undefined; onAdded?: () => void };

export function QuickAdd({ accountId, company, onAdded }: Props) {
  const t = useWords(words);
  const { memberId, name } = useReader();
  const forbidden = useMay()('tasks.work');
  const others = useMembers().filter((person) => person.memberId !== memberId);
  const changed = useTasksChanged();
  const box = useRef<HTMLFormElement>(null);
  const [turn, setTurn] = useState(0);
  const focus = (): void => box.current?.querySelector<HTMLElement>('[name=title]')?.focus();
  const add = useMutation({
    mutationFn: (body: BodyOf<typeof makeTask>) => call(makeTask, { body }),
    onSuccess: (_, { title }) => {
      changed();
      setTurn(turn + 1);
      say({ text: t('added', { title }) });
      onAdded?.();
    },
  });
  const form = useForm(makeTask, (body) =>
    add.mutate({ ...body, company, accountId: accountId ?? null }),
  );
  useKeys([{ key: 'c', phrase: t('add_new'), run: focus }]);
  if (forbidden !== undefined) return null;
  return (
    <form
      ref={box}
      noValidate
      aria-label={t('add_new')}
      onSubmit={form.onSubmit}
      className="no-print mb-3 grid gap-2.5 rounded-lg border border-line bg-surface p-3"
    >
      <div
        key={turn}
        className="grid items-start gap-2.5 sm:grid-cols-[minmax(0,3fr)_minmax(0,1.4fr)_minmax(0,1.2fr)]"
      >
        <TextField
          label={t('what')}
          name="title"
          hint={t('what_hint')}
          autoComplete="off"
          autoFocus={turn > 0}
          error={form.errors.title}
        />
        <DayField label={t('by_when')} name="dueOn" error={form.errors.dueOn} />
        <SelectField
          label={t('whose')}
          name="assigneeId"
          defaultValue={memberId}
          none={t('whoever')}
          // The reader is there before the others are known.
          choices={[
            { value: memberId, name },
            ...others.map((person) => ({ value: person.memberId, name: person.name })),
          ]}
        />
      </div>
      <RefusalNote error={add.error} words={areaWords} />
      <div>
        <Button type="submit" busy={add.isPending}>
          {t('add')}
        </Button>
      </div>
    </form>
  );
}
