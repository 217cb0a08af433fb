/** What can be done to a plan: sign it, catch up what was missed, cancel it with a reason. */
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import {
  cancelPlan,
  catchUpPlan,
  signPlan,
  type WireWholePlan,
} from '#areas/promises/contract/plans.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { CheckField, TextField } from '#web/ui/Field.tsx';
import { useLanguage } from '#web/ui/language.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../../words.ts';
import { words } from './words.ts';

type Props = {
  plan: WireWholePlan;
  onChanged: (accountId: string) => void;
  onClose: () => void;
};

export function PlanActs({ plan, onChanged, onClose }: Props) {
  const t = useWords(words);
  const [reason, setReason] = useState('');
  const { accountId, planId, state, cureUntil } = plan;
  const params = { accountId, planId };
  const over = state === 'completed' || state === 'cancelled';
  const done = (text: string) => (): void => {
    onChanged(accountId);
    say({ text });
    onClose();
  };
  const catchUp = useMutation({
    mutationFn: () => call(catchUpPlan, { params, body: { reason } }),
    onSuccess: done(t('caught_up')),
  });
  const cancel = useMutation({
    mutationFn: () => call(cancelPlan, { params, body: { reason } }),
    onSuccess: done(t('cancelled')),
  });
  if (over || (state === 'breached' && cureUntil === null)) return null;
  return (
    <>
      {state === 'offered' && plan.approved && (
        <SignForm plan={plan} onSigned={done(t('signed'))} />
      )}
      <section className="grid gap-3">
        <TextField
          label={t('reason')}
          name="reason"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <RefusalNote error={catchUp.error ?? cancel.error} words={areaWords} />
        <p className="flex flex-wrap gap-2">
          {plan.pastDue !== '0.00' && (
            <Button busy={catchUp.isPending} onClick={() => catchUp.mutate()}>
              {t('catch_up')}
            </Button>
          )}
          <Button tone="danger" busy={cancel.isPending} onClick={() => cancel.mutate()}>
            {t('cancel')}
          </Button>
        </p>
      </section>
    </>
  );
}

function SignForm({ plan, onSigned }: { plan: WireWholePlan; onSigned: () => void }) {
  const t = useWords(words);
  const language = useLanguage();
  const [name, setName] = useState(plan.offeredTo);
  const [agreed, setAgreed] = useState(false);
  const { accountId, planId, version } = plan;
  const sign = useMutation({
    mutationFn: () => {
      const body = { name, language, version, agreed: 'yes' as const };
      return call(signPlan, { params: { accountId, planId }, body });
    },
    onSuccess: onSigned,
  });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (agreed) sign.mutate();
  };
  return (
    <form noValidate onSubmit={onSubmit} className="grid gap-3">
      <TextField
        label={t('sign_name')}
        name="name"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <CheckField
        label={t('sign_agreed')}
        checked={agreed}
        onChange={(event) => setAgreed(event.currentTarget.checked)}
      />
      <RefusalNote error={sign.error} words={areaWords} />
      <Button
        type="submit"
        tone="main"
        busy={sign.isPending}
        because={agreed ? undefined : t('sign_agreed')}
      >
        {t('sign')}
      </Button>
    </form>
  );
}
