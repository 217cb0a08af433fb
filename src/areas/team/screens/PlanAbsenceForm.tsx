/** Planning an absence: who, from when to when, and one cover unless said otherwise. */
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { absenceKinds, planAbsence } from '#areas/team/contract.ts';
import type { Asking } from '#web/api.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { CheckField, SelectField, TextField } from '#web/ui/Field.tsx';
import { useMay, useReader } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../words.ts';
import { useAbsencesChanged } from './absences.ts';
import { words } from './cover-words.ts';
import { useMembers } from './members.ts';
import { partsFrom, splitLetters } from './read-covers.ts';

export function PlanAbsenceForm({ onClose }: { onClose: () => void }) {
  const t = useWords(words);
  const { memberId } = useReader();
  const forOthers = useMay()('team.plan_absence') === undefined;
  const people = useMembers().map((each) => ({ value: each.memberId, name: each.name }));
  const changed = useAbsencesChanged();
  const [who, setWho] = useState(memberId);
  const plan = useMutation({
    mutationFn: (body: Asking<typeof planAbsence>['body']) => call(planAbsence, { body }),
    onSuccess: () => {
      changed();
      say({ text: t('planned') });
      onClose();
    },
  });
  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string): string => {
      const value = form.get(name);
      return typeof value === 'string' ? value : '';
    };
    const kind = absenceKinds.find((known) => known === text('kind')) ?? 'other';
    const days = { from: text('from'), to: text('to') };
    const said = { kind, note: text('note'), handsOn: form.has('on') };
    plan.mutate({ memberId: who, ...days, ...said, parts: partsFrom(text) });
  }
  const covers = people.filter(({ value }) => value !== who);
  return (
    <Dialog title={t('plan')} onClose={onClose}>
      <form noValidate onSubmit={send} className="grid gap-3.5">
        {forOthers && (
          <SelectField
            label={t('who')}
            name="memberId"
            value={who}
            onChange={(event) => setWho(event.target.value)}
            choices={people}
          />
        )}
        <DayField label={t('from')} name="from" />
        <DayField label={t('to')} name="to" />
        <SelectField
          label={t('kind')}
          name="kind"
          choices={absenceKinds.map((value) => ({ value, name: t(`kind_${value}`) }))}
        />
        <Covers people={covers} />
        <TextField label={t('note')} name="note" autoComplete="off" />
        <RefusalNote error={plan.error} words={areaWords} />
        <Button type="submit" tone="main" busy={plan.isPending}>
          {t('save')}
        </Button>
      </form>
    </Dialog>
  );
}

type People = readonly { value: string; name: string }[];

function Covers({ people }: { people: People }) {
  const t = useWords(words);
  const same = [{ value: 'same', name: t('cover_same') }, ...people];
  const [second, setSecond] = useState('');
  return (
    <>
      <SelectField label={t('cover_all')} name="cover" none={t('cover_nobody')} choices={people} />
      <SelectField
        label={t('cover_second')}
        name="second"
        none={t('cover_whole')}
        choices={people}
        value={second}
        onChange={(event) => setSecond(event.target.value)}
      />
      {second !== '' && (
        <SelectField
          label={t('cover_letters')}
          name="letter"
          defaultValue="M"
          choices={splitLetters.map((value) => ({ value, name: value }))}
        />
      )}
      <SelectField
        label={t('cover_tasks')}
        name="tasks"
        none={t('cover_nobody')}
        choices={same}
        defaultValue="same"
      />
      <SelectField
        label={t('cover_approvals')}
        name="approvals"
        none={t('cover_nobody')}
        choices={same}
        defaultValue="same"
      />
      <CheckField label={t('hands_on')} name="on" />
    </>
  );
}
