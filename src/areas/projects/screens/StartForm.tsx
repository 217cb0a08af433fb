/** Starting a clean-up: kinds of findings, whose accounts, a target and a day. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMembers } from '#areas/team/screens/index.ts';
import { findingKinds, startCleanUp } from '#areas/projects/contract.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { CheckField, SelectField, TextField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

type Props = { company: string | undefined; onClose: () => void };

export function StartForm({ company, onClose }: Props) {
  const t = useWords(words);
  const f = useWords(areaWords);
  const queries = useQueryClient();
  const people = useMembers();
  const start = useMutation({
    mutationFn: (body: BodyOf<typeof startCleanUp>) =>
      call(startCleanUp, { body: { ...body, company } }),
    onSuccess: ({ count }) => {
      void queries.invalidateQueries({ queryKey: ['projects'] });
      say({ text: t('started', { count }) });
      onClose();
    },
  });
  const form = useForm(startCleanUp, (body) => start.mutate(body));
  return (
    <Dialog title={t('start')} onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <TextField label={t('title')} name="title" autoFocus error={form.errors.title} />
        <fieldset className="max-h-64 overflow-auto">
          <legend className="text-sm font-[550] text-ink-2">{t('kinds')}</legend>
          {findingKinds.map((kind) => (
            <CheckField key={kind} name="kinds[]" value={kind} label={f(`finding.${kind}`)} />
          ))}
        </fieldset>
        {form.errors.kinds !== undefined && (
          <p role="alert" className="text-sm text-late">
            {form.errors.kinds}
          </p>
        )}
        <SelectField
          label={t('of_owner')}
          name="accountOwnerId"
          none={t('everybodys')}
          choices={people.map((person) => ({ value: person.memberId, name: person.name }))}
        />
        <TextField label={t('of_segment')} name="segment" error={form.errors.segment} />
        <TextField
          label={t('of_least')}
          name="leastAmount"
          inputMode="decimal"
          error={form.errors.leastAmount}
        />
        <TextField
          label={t('target_count')}
          name="targetCount"
          inputMode="numeric"
          defaultValue="0"
          error={form.errors.targetCount}
        />
        <TextField
          label={t('target_amount')}
          name="targetAmount"
          inputMode="decimal"
          error={form.errors.targetAmount}
        />
        <DayField label={t('due_on')} name="dueOn" error={form.errors.dueOn} />
        <RefusalNote error={start.error} words={areaWords} />
        <Button type="submit" tone="main" busy={start.isPending}>
          {t('start')}
        </Button>
      </form>
    </Dialog>
  );
}
