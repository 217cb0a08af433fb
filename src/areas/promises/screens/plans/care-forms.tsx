/** What a plan that runs is given: autopay and its end, a new age, a note of the written copy. */
import { endMandate, giveMandate, reagePlan } from '#areas/promises/contract/plan-care.ts';
import { sendPlanCopy, type WireWholePlan } from '#areas/promises/contract/plans.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { DialogForm } from '#web/ui/DialogForm.tsx';
import { SelectField, TextField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../../words.ts';
import { StepForm } from './StepForm.tsx';
import { usePlanWrite } from './use-plan-write.ts';
import { words } from './words.ts';

type Props = { plan: WireWholePlan; onClose: () => void };

export function MandateForm({ plan, onClose }: Props) {
  const t = useWords(words);
  const { accountId, planId } = plan;
  const give = usePlanWrite(
    (body: BodyOf<typeof giveMandate>) =>
      call(giveMandate, { params: { accountId, planId }, body }),
    { said: () => t('mandate_kept'), onClose },
  );
  const { errors, onSubmit } = useForm(giveMandate, (body) => give.mutate(body));
  const over = { sub: plan.name, act: give, words: areaWords, onSubmit, onClose };
  return (
    <DialogForm title={t('mandate_add')} {...over}>
      <p className="text-sm text-ink-2">{t('mandate_why')}</p>
      <SelectField
        label={t('mandate_method')}
        name="method"
        autoFocus
        choices={(['ach', 'card'] as const).map((value) => ({
          value,
          name: t(`mandate_${value}`),
        }))}
      />
      <TextField
        label={t('mandate_institution')}
        name="institution"
        autoComplete="off"
        error={errors['institution']}
      />
      <TextField
        label={t('mandate_last')}
        name="lastFour"
        inputMode="numeric"
        maxLength={4}
        autoComplete="off"
        error={errors['lastFour']}
      />
      <TextField
        label={t('mandate_by')}
        name="givenBy"
        defaultValue={plan.offeredTo}
        error={errors['givenBy']}
      />
    </DialogForm>
  );
}

export function EndMandateForm({ plan, mandateId, onClose }: Props & { mandateId: string }) {
  const t = useWords(words);
  const { accountId, planId, name } = plan;
  return (
    <StepForm
      title={t('mandate_end')}
      name={name}
      tone="danger"
      route={endMandate}
      write={(body) => call(endMandate, { params: { accountId, planId, mandateId }, body })}
      said={() => t('mandate_over')}
      onClose={onClose}
    />
  );
}

export function ReageForm({ plan: { accountId, planId, name }, onClose }: Props) {
  const t = useWords(words);
  return (
    <StepForm
      title={t('reage')}
      name={name}
      why={t('reage_why')}
      shape="sheet"
      route={reagePlan}
      write={(body) => call(reagePlan, { params: { accountId, planId }, body })}
      said={() => t('reaged')}
      onClose={onClose}
    />
  );
}

export function CopyForm({ plan, onClose }: Props) {
  const t = useWords(words);
  const { accountId, planId } = plan;
  const send = usePlanWrite(
    (body: BodyOf<typeof sendPlanCopy>) =>
      call(sendPlanCopy, { params: { accountId, planId }, body }),
    { said: () => t('copy_noted'), onClose },
  );
  const { onSubmit } = useForm(sendPlanCopy, (body) => send.mutate(body));
  const over = { sub: plan.name, act: send, words: areaWords, onSubmit, onClose };
  return (
    <DialogForm title={t('copy_add')} verb={t('save')} shape="middle" {...over}>
      <SelectField
        label={t('copy_how')}
        name="how"
        autoFocus
        choices={(['email', 'mail', 'by_hand'] as const).map((value) => ({
          value,
          name: t(`copy_${value}`),
        }))}
      />
    </DialogForm>
  );
}
