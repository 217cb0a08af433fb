/** What is done to a plan that went wrong: what was missed is spread, or the plan is cancelled. */
import { cancelPlan, catchUpPlan, type WireWholePlan } from '#areas/promises/contract/plans.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { AreaField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../../words.ts';
import { usePlanWrite } from './use-plan-write.ts';
import { words } from './words.ts';

type Props = { plan: WireWholePlan; onClose: () => void };

export function CatchUpForm({ plan, onClose }: Props) {
  const t = useWords(words);
  const { accountId, planId } = plan;
  const write = usePlanWrite(
    (body: BodyOf<typeof catchUpPlan>) =>
      call(catchUpPlan, { params: { accountId, planId }, body }),
    { said: ({ requestId }) => t(requestId === null ? 'caught_up' : 'amend_asked'), onClose },
  );
  const form = useForm(catchUpPlan, (body) => write.mutate(body));
  return (
    <Dialog title={t('catch_up')} sub={plan.name} onClose={onClose} shape="middle">
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <AreaField
          label={t('reason')}
          name="reason"
          rows={2}
          error={form.errors['reason']}
          autoFocus
        />
        <RefusalNote error={write.error} words={areaWords} />
        <Button type="submit" tone="main" busy={write.isPending}>
          {t('catch_up')}
        </Button>
      </form>
    </Dialog>
  );
}

export function CancelForm({ plan, onClose }: Props) {
  const t = useWords(words);
  const { accountId, planId } = plan;
  const write = usePlanWrite(
    (body: BodyOf<typeof cancelPlan>) => call(cancelPlan, { params: { accountId, planId }, body }),
    { said: () => t('cancelled'), onClose },
  );
  const form = useForm(cancelPlan, (body) => write.mutate(body));
  return (
    <Dialog title={t('cancel')} sub={plan.name} onClose={onClose} shape="middle">
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <AreaField
          label={t('reason')}
          name="reason"
          rows={2}
          error={form.errors['reason']}
          autoFocus
        />
        <RefusalNote error={write.error} words={areaWords} />
        <Button type="submit" tone="danger" busy={write.isPending}>
          {t('cancel')}
        </Button>
      </form>
    </Dialog>
  );
}
