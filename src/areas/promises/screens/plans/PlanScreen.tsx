/** One payment plan on its own page: what is paid, what is late, who signed, what changed. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { onePlan, type WireWholePlan } from '#areas/promises/contract/plans.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { ActionMenu } from '#web/ui/ActionMenu.tsx';
import { Button } from '#web/ui/Button.tsx';
import { useKeys } from '#web/ui/keys.ts';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Failed } from '#web/ui/states.tsx';
import { PlanBody } from './PlanBody.tsx';
import { PlanFacts } from './PlanFacts.tsx';
import { type PlanFormName, PlanForms } from './PlanForms.tsx';
import { words } from './words.ts';

export function PlanScreen() {
  const t = useWords(words);
  const why = useWhy();
  const params = useParams({ from: `/desk${paths.plan}` });
  const known = useQuery({
    queryKey: ['account', params.accountId, 'plans', params.planId],
    queryFn: ({ signal }) => call(onePlan, { params, signal }),
  });
  if (known.isError) {
    return (
      <Page title={t('plan_write')}>
        <Failed why={why(known.error)} onRetry={() => void known.refetch()} />
      </Page>
    );
  }
  if (known.data === undefined) {
    return (
      <Page title={t('plan_write')}>
        <Bones lines={10} />
      </Page>
    );
  }
  return <OnePlan plan={known.data} />;
}

function OnePlan({ plan }: { plan: WireWholePlan }) {
  const t = useWords(words);
  const [form, setForm] = useState<PlanFormName | null>(null);
  return (
    <Page
      title={t('plan_write')}
      sub={`${plan.name} · ${plan.account} · ${t(`state_${plan.state}`)}`}
      actions={<Actions plan={plan} onForm={setForm} />}
      asideLabel={t('plan_write')}
      folds
      aside={<PlanFacts plan={plan} />}
    >
      <PlanBody plan={plan} onForm={setForm} />
      <PlanForms plan={plan} form={form} onClose={() => setForm(null)} />
    </Page>
  );
}

type ActionProps = { plan: WireWholePlan; onForm: (form: PlanFormName) => void };

function Actions({ plan, onForm }: ActionProps) {
  const t = useWords(words);
  const forbidden = useMay()('promises.make');
  const navigate = useNavigate();
  const { accountId, state } = plan;
  const over = state === 'completed' || state === 'cancelled';
  const dead = over || (state === 'breached' && plan.cureUntil === null);
  const signs = state === 'offered' && plan.approved;
  const runs = state === 'signed' || state === 'active' || state === 'late';
  const allowed = forbidden === undefined;
  useKeys([
    ...(allowed && runs ? [{ key: 'm', phrase: t('amend'), run: () => onForm('amend') }] : []),
    ...(allowed && signs ? [{ key: 'y', phrase: t('sign'), run: () => onForm('sign') }] : []),
    {
      key: 'Escape',
      phrase: t('all_plans'),
      run: () => void navigate({ to: paths.plans }),
      group: 'go' as const,
    },
  ]);
  const doing = (form: PlanFormName, name: string) => ({
    name,
    because: forbidden,
    run: () => onForm(form),
  });
  return (
    <>
      <Button
        onClick={() => void navigate({ to: paths.account, params: { accountId }, search: {} })}
      >
        {t('to_account')}
      </Button>
      <ActionMenu
        label={t('more')}
        actions={[
          signs && doing('paper', t('paper_add')),
          !dead && plan.pastDue !== '0.00' && doing('catch_up', t('catch_up')),
          !over && doing('mandate', t('mandate_add')),
          plan.copySentOn === null && !over && doing('copy', t('copy_add')),
          (runs || state === 'completed') && doing('reage', t('reage')),
          !dead && doing('cancel', t('cancel')),
        ]}
      />
      {runs && (
        <Button keys="m" because={forbidden} onClick={() => onForm('amend')}>
          {t('amend')}
        </Button>
      )}
      {signs && (
        <Button keys="y" tone="main" because={forbidden} onClick={() => onForm('sign')}>
          {t('sign')}
        </Button>
      )}
    </>
  );
}
