/** What a plan that runs is given: autopay and its end, a new age, a note of the written copy. */
import { endMandate, giveMandate, reagePlan } from '#areas/promises/contract/plan-care.ts';
import { sendPlanCopy, type WireWholePlan } from '#areas/promises/contract/plans.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { AreaField, SelectField, TextField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../../words.ts';
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
  const form = useForm(giveMandate, (body) => give.mutate(body));
  return (
    <Dialog title={t('mandate_add')} sub={plan.name} onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
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
          error={form.errors['institution']}
        />
        <TextField
          label={t('mandate_last')}
          name="lastFour"
          inputMode="numeric"
          maxLength={4}
          autoComplete="off"
          error={form.errors['lastFour']}
        />
        <TextField
          label={t('mandate_by')}
          name="givenBy"
          defaultValue={plan.offeredTo}
          error={form.errors['givenBy']}
        />
        <RefusalNote error={give.error} words={areaWords} />
        <Button type="submit" tone="main" busy={give.isPending}>
          {t('mandate_add')}
        </Button>
      </form>
    </Dialog>
  );
}

export function EndMandateForm({ plan, mandateId, onClose }: Props & { mandateId: string }) {
  const t = useWords(words);
  const { accountId, planId } = plan;
  const end = usePlanWrite(
    (body: BodyOf<typeof endMandate>) =>
      call(endMandate, { params: { accountId, planId, mandateId }, body }),
    { said: () => t('mandate_over'), onClose },
  );
  const form = useForm(endMandate, (body) => end.mutate(body));
  return (
    <Dialog title={t('mandate_end')} sub={plan.name} onClose={onClose} shape="middle">
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <AreaField
          label={t('reason')}
          name="reason"
          rows={2}
          error={form.errors['reason']}
          autoFocus
        />
        <RefusalNote error={end.error} words={areaWords} />
        <Button type="submit" tone="danger" busy={end.isPending}>
          {t('mandate_end')}
        </Button>
      </form>
    </Dialog>
  );
}

export function ReageForm({ plan, onClose }: Props) {
  const t = useWords(words);
  const { accountId, planId } = plan;
  const reage = usePlanWrite(
    (body: BodyOf<typeof reagePlan>) => call(reagePlan, { params: { accountId, planId }, body }),
    { said: () => t('reaged'), onClose },
  );
  const form = useForm(reagePlan, (body) => reage.mutate(body));
  return (
    <Dialog title={t('reage')} sub={plan.name} onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <p className="text-sm text-ink-2">{t('reage_why')}</p>
        <AreaField
          label={t('reason')}
          name="reason"
          rows={2}
          error={form.errors['reason']}
          autoFocus
        />
        <RefusalNote error={reage.error} words={areaWords} />
        <Button type="submit" tone="main" busy={reage.isPending}>
          {t('reage')}
        </Button>
      </form>
    </Dialog>
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
  const form = useForm(sendPlanCopy, (body) => send.mutate(body));
  return (
    <Dialog title={t('copy_add')} sub={plan.name} onClose={onClose} shape="middle">
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <SelectField
          label={t('copy_how')}
          name="how"
          autoFocus
          choices={(['email', 'mail', 'by_hand'] as const).map((value) => ({
            value,
            name: t(`copy_${value}`),
          }))}
        />
        <RefusalNote error={send.error} words={areaWords} />
        <Button type="submit" tone="main" busy={send.isPending}>
          {t('save')}
        </Button>
      </form>
    </Dialog>
  );
}
