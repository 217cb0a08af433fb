/** Setting a goal: of whom, which figure, how much, and why. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { setGoal } from '#areas/metrics/contract/goals.ts';
import { useMembers, useReaderCompanies } from '#areas/team/screens/index.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { SelectField, TextField } from '#web/ui/Field.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { metricKeys } from '../rules/metric.ts';
import { useNames } from './figure-text.ts';
import { words } from './words.ts';

type Props = { company: string | undefined; month: string | undefined; onClose: () => void };

export function GoalForm({ company, month, onClose }: Props) {
  const t = useWords(words);
  const names = useNames();
  const people = useMembers();
  const companies = useReaderCompanies();
  const queries = useQueryClient();
  const [metric, setMetric] = useState<(typeof metricKeys)[number]>('cash');
  const save = useMutation({
    mutationFn: (body: BodyOf<typeof setGoal>) => call(setGoal, { body }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['aging', 'goals'] });
      say({ text: t('goal_saved') });
      onClose();
    },
  });
  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string): string => {
      const value = form.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const memberId = text('memberId');
    save.mutate({
      company: text('company'),
      month: text('month'),
      metric,
      memberId: memberId === '' ? null : memberId,
      target: text('target'),
      reason: text('reason'),
    });
  }
  return (
    <Dialog title={t('set_goal')} onClose={onClose}>
      <form onSubmit={send} className="grid gap-3.5">
        <SelectField
          label={t('company')}
          name="company"
          defaultValue={company}
          choices={companies.map(({ code, name }) => ({ value: code, name }))}
        />
        <SelectField
          label={t('whose')}
          name="memberId"
          choices={[
            { value: '', name: t('the_company') },
            ...people.map(({ memberId, name }) => ({ value: memberId, name })),
          ]}
        />
        <SelectField
          label={t('metric')}
          name="metric"
          value={metric}
          onChange={(event) =>
            setMetric(metricKeys.find((key) => key === event.target.value) ?? 'cash')
          }
          choices={metricKeys.map((key) => ({ value: key, name: names.metric(key) }))}
        />
        <TextField label={t('month')} name="month" type="month" defaultValue={month} required />
        <TextField label={t('target')} name="target" inputMode="decimal" required />
        <TextField label={t('reason')} name="reason" required maxLength={500} />
        <RefusalNote error={save.error} />
        <Button type="submit" tone="main" busy={save.isPending}>
          {t('save')}
        </Button>
      </form>
    </Dialog>
  );
}
