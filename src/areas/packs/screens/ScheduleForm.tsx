/** Scheduling a pack: which, when, and to whom. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useMembers } from '#areas/team/screens/index.ts';
import { type packKinds, setSchedule } from '#areas/packs/contract.ts';
import type { AnswerOf, BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { CheckField, SelectField, TextField } from '#web/ui/Field.tsx';
import { useLanguage } from '#web/ui/language.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { type Every, everies, planFrom, receiverRoles } from './plan-from.ts';
import { words } from './words.ts';

type Kind = AnswerOf<typeof packKinds>['rows'][number];
type Props = {
  kinds: readonly Kind[];
  onClose: () => void;
};

export function ScheduleForm({ kinds, onClose }: Props) {
  const t = useWords(words);
  const language = useLanguage();
  const queries = useQueryClient();
  const [every, setEvery] = useState<Every>('week');
  const mine = kinds.filter(({ sight }) => sight !== 'nothing');
  const [kind, setKind] = useState(mine[0]?.kind ?? '');
  const asks = mine.find((each) => each.kind === kind)?.asks ?? [];
  const set = useMutation({
    mutationFn: (body: BodyOf<typeof setSchedule>) => call(setSchedule, { body }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['packs'] });
      say({ text: t('scheduled') });
      onClose();
    },
  });
  const handleSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const settings = asks.map(({ setting }) => setting);
    set.mutate(planFrom(form, { every, language, settings }));
  };
  return (
    <Dialog title={t('schedule')} onClose={onClose}>
      <form onSubmit={handleSubmit} className="grid gap-3.5">
        <SelectField
          label={t('kind')}
          name="kind"
          autoFocus
          value={kind}
          choices={mine.map((each) => ({ value: each.kind, name: each.title }))}
          onChange={(event) => setKind(event.currentTarget.value)}
        />
        {asks.map(({ setting, label, choices }) => (
          <SelectField
            key={setting}
            label={label}
            name={`setting.${setting}`}
            choices={choices.map(({ value, label: name }) => ({ value, name }))}
          />
        ))}
        <TextField label={t('name')} name="name" required />
        <Rhythm every={every} onEvery={setEvery} />
        <Readers />
        <RefusalNote error={set.error} words={areaWords} />
        <Button type="submit" tone="main" busy={set.isPending}>
          {t('schedule')}
        </Button>
      </form>
    </Dialog>
  );
}

/** How often: every day, a day of the week or of the month, at an hour. */
function Rhythm({ every, onEvery }: { every: Every; onEvery: (every: Every) => void }) {
  const t = useWords(words);
  const language = useLanguage();
  return (
    <>
      <SelectField
        label={t('when')}
        name="every"
        value={every}
        choices={everies.map((value) => ({ value, name: t(`every_${value}`) }))}
        onChange={(event) => onEvery(everyOf(event.currentTarget.value))}
      />
      {every === 'week' && (
        <SelectField label={t('weekday')} name="weekday" choices={weekdays(language)} />
      )}
      {every === 'month' && (
        <TextField
          label={t('day_of_month')}
          name="day"
          type="number"
          min={1}
          max={31}
          defaultValue="1"
        />
      )}
      <TextField label={t('hour')} name="hour" type="number" min={0} max={23} defaultValue="8" />
    </>
  );
}

/** To whom it goes: roles, a person of the house, an address outside. */
function Readers() {
  const t = useWords(words);
  const people = useMembers();
  return (
    <>
      <fieldset>
        <legend className="text-sm font-[550] text-ink-2">{t('roles')}</legend>
        {receiverRoles.map((role) => (
          <CheckField key={role} name="role" value={role} label={t(`role_${role}`)} />
        ))}
      </fieldset>
      <SelectField
        label={t('person')}
        name="person"
        none={t('nobody')}
        choices={people.map(({ memberId, name }) => ({ value: memberId, name }))}
      />
      <TextField label={t('outside')} name="outside" type="email" hint={t('outside_hint')} />
    </>
  );
}

function everyOf(text: string): Every {
  return everies.find((each) => each === text) ?? 'week';
}

function weekdays(language: string): { value: string; name: string }[] {
  const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  // 1 January 2024 was a Monday.
  return [1, 2, 3, 4, 5, 6, 7].map((no) => ({
    value: String(no),
    name: format.format(new Date(Date.UTC(2024, 0, no))),
  }));
}
