/** Setting a goal: of whom, which figure, how much, and why. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { setGoal } from '#areas/metrics/contract/goals.ts';
import { useMembers, useReaderCompanies } from '#areas/team/screens/index.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { DialogForm } from '#web/ui/DialogForm.tsx';
import { SelectField, TextField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { metricKeys } from '../rules/metric.ts';
import { words as areaWords } from '../words.ts';
import { useNames } from './figure-text.ts';
import { words } from './words.ts';

type Props = { company: string | undefined; month: string | undefined; onClose: () => void };

export function GoalForm({ company, month, onClose }: Props) {
  const t = useWords(words);
  const names = useNames();
  const people = useMembers();
  const companies = useReaderCompanies();
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: (body: BodyOf<typeof setGoal>) => call(setGoal, { body }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['aging', 'goals'] });
      say({ text: t('goal_saved') });
      onClose();
    },
  });
  const { errors, onSubmit } = useForm(setGoal, (body) => save.mutate(body));
  const over = { verb: t('save'), act: save, words: areaWords, onSubmit, onClose };
  return (
    <DialogForm title={t('set_goal')} {...over}>
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
        defaultValue="cash"
        choices={metricKeys.map((key) => ({ value: key, name: names.metric(key) }))}
      />
      <TextField
        label={t('month')}
        name="month"
        type="month"
        defaultValue={month}
        error={errors['month']}
      />
      <TextField label={t('target')} name="target" inputMode="decimal" error={errors['target']} />
      <TextField label={t('reason')} name="reason" maxLength={500} error={errors['reason']} />
    </DialogForm>
  );
}
