/** What is done to a plan that went wrong: what was missed is spread, or the plan is cancelled. */
import { cancelPlan, catchUpPlan, type WireWholePlan } from '#areas/promises/contract/plans.ts';
import { call } from '#web/api.ts';
import { useWords } from '#web/ui/say.ts';
import { StepForm } from './StepForm.tsx';
import { words } from './words.ts';

type Props = { plan: WireWholePlan; onClose: () => void };

export function CatchUpForm({ plan: { accountId, planId, name }, onClose }: Props) {
  const t = useWords(words);
  return (
    <StepForm
      title={t('catch_up')}
      name={name}
      route={catchUpPlan}
      write={(body) => call(catchUpPlan, { params: { accountId, planId }, body })}
      said={({ requestId }) => t(requestId === null ? 'caught_up' : 'amend_asked')}
      onClose={onClose}
    />
  );
}

export function CancelForm({ plan: { accountId, planId, name }, onClose }: Props) {
  const t = useWords(words);
  return (
    <StepForm
      title={t('cancel')}
      name={name}
      tone="danger"
      route={cancelPlan}
      write={(body) => call(cancelPlan, { params: { accountId, planId }, body })}
      said={() => t('cancelled')}
      onClose={onClose}
    />
  );
}
