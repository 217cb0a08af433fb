/** Saying of one account why it is late, what is done about it, by whom and until when. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type WireLate, planLate } from '#areas/packs/contract/late.ts';
import { lateCauses } from '#areas/packs/rules/late-account.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { AreaField, SelectField } from '#web/ui/Field.tsx';
import { useLanguage } from '#web/ui/language.tsx';
import { type FieldErrors, useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { causeNames } from '../words/causes.ts';
import { words } from './words.ts';

type Props = {
  row: WireLate;
  people: readonly { memberId: string; name: string }[];
  onClose: () => void;
};

export function LateForm({ row, people, onClose }: Props) {
  const t = useWords(words);
  const language = useLanguage();
  const queries = useQueryClient();
  const { accountId } = row;
  const save = useMutation({
    mutationFn: (body: BodyOf<typeof planLate>) => call(planLate, { params: { accountId }, body }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['packs', 'late'] });
      say({ text: t('saved') });
      onClose();
    },
  });
  const form = useForm(planLate, (body) => save.mutate(body));
  return (
    <Dialog title={row.name} sub={row.account} onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <SelectField
          label={t('cause')}
          name="cause"
          autoFocus
          defaultValue={row.cause ?? ''}
          error={form.errors.cause}
          choices={[
            { value: '', name: t('not_said') },
            ...lateCauses.map((value) => ({ value, name: causeNames[value][language] })),
          ]}
        />
        {row.byActionPlan ? (
          <p>{t('action_plan', { plan: row.plan ?? '' })}</p>
        ) : (
          <PlanFields row={row} people={people} errors={form.errors} />
        )}
        <RefusalNote error={save.error} words={areaWords} />
        <Button type="submit" tone="main" busy={save.isPending}>
          {t('save')}
        </Button>
      </form>
    </Dialog>
  );
}

type Fields = Omit<Props, 'onClose'> & { errors: FieldErrors };

/** What is done, by whom and until when; a plan of action says all three itself. */
function PlanFields({ row, people, errors }: Fields) {
  const t = useWords(words);
  const owner = people.find(({ name }) => name === (row.planOwner ?? row.collector));
  return (
    <>
      <AreaField label={t('plan')} name="plan" defaultValue={row.plan ?? ''} error={errors.plan} />
      <SelectField
        label={t('owner')}
        name="ownerId"
        defaultValue={owner?.memberId ?? ''}
        choices={people.map(({ memberId, name }) => ({ value: memberId, name }))}
      />
      <DayField
        label={t('until')}
        name="dueOn"
        defaultValue={row.planDueOn ?? ''}
        error={errors.dueOn}
      />
    </>
  );
}
