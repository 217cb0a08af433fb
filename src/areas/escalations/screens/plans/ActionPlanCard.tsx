/** The plan of action of an account: its steps by day, each ticked off here, and how it ended. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  accountActionPlans,
  moveActionStep,
  type WireActionPlan,
} from '#areas/escalations/contract/action-plans.ts';
import { call } from '#web/api.ts';
import { useFigures } from '#web/ui/figures.ts';
import { useLanguage, useToday } from '#web/ui/language.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { responseNames, resultNames, stepNames } from '../../words/action-plans.ts';
import { type PlanForm, ActionPlanForms } from './ActionPlanForms.tsx';
import { usePlanAct } from './use-plan-act.ts';
import { words } from './words.ts';

export function ActionPlanCard({ accountId }: { accountId: string }) {
  const t = useWords(words);
  const figures = useFigures();
  const language = useLanguage();
  const allowed = useMay()('worklist.work') === undefined;
  const [form, setForm] = useState<PlanForm | null>(null);
  const known = useQuery({
    queryKey: ['account', accountId, 'action-plans'],
    queryFn: ({ signal }) => call(accountActionPlans, { params: { accountId }, signal }),
  });
  const plan = known.data?.rows.find(({ state }) => state === 'open');
  const last = known.data?.rows.find(({ state }) => state === 'ended');
  if (known.data === undefined || (plan === undefined && last === undefined && !allowed)) {
    return null;
  }
  return (
    <section>
      <h2 className="mb-1.5">{t('action_plan')}</h2>
      {plan !== undefined && <Standing plan={plan} allowed={allowed} onForm={setForm} />}
      {plan === undefined && last !== undefined && last.result !== null && (
        <p className="text-sm text-ink-2">
          {t('last', {
            result: resultNames[last.result][language],
            day: figures.day(last.endedOn ?? last.madeOn),
          })}
        </p>
      )}
      {plan === undefined && allowed && (
        <button type="button" className="link no-print text-sm" onClick={() => setForm('make')}>
          {t('make')}
        </button>
      )}
      <ActionPlanForms
        accountId={accountId}
        plan={plan}
        form={form}
        onClose={() => setForm(null)}
      />
    </section>
  );
}

type StandingProps = {
  plan: WireActionPlan;
  allowed: boolean;
  onForm: (form: PlanForm) => void;
};

function Standing({ plan, allowed, onForm }: StandingProps) {
  const t = useWords(words);
  const language = useLanguage();
  return (
    <div className="rounded-md border border-line px-2.5 py-2">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-[600]">{responseNames[plan.response][language]}</span>
        <span className="text-sm text-ink-3">{plan.owner}</span>
      </p>
      {plan.goal !== '' && <p className="text-sm text-ink-2">{plan.goal}</p>}
      <ul className="mt-1.5 grid gap-1.5">
        {plan.steps.map((step) => (
          <Step
            key={step.no}
            plan={plan}
            step={step}
            allowed={allowed}
            onMore={() => onForm({ step: step.no })}
          />
        ))}
      </ul>
      {allowed && (
        <p className="no-print mt-2 flex gap-3 text-sm">
          <button type="button" className="link" onClick={() => onForm('add')}>
            {t('add')}
          </button>
          <button type="button" className="link" onClick={() => onForm('end')}>
            {t('end')}
          </button>
        </p>
      )}
    </div>
  );
}

type StepProps = {
  plan: WireActionPlan;
  step: WireActionPlan['steps'][number];
  allowed: boolean;
  onMore: () => void;
};

function Step({ plan, step, allowed, onMore }: StepProps) {
  const t = useWords(words);
  const figures = useFigures();
  const language = useLanguage();
  const today = useToday();
  const { accountId, planId } = plan;
  const name = step.code === null ? step.title : stepNames[step.code][language];
  const done = usePlanAct(
    accountId,
    () => {
      const params = { accountId, planId, no: String(step.no) };
      return call(moveActionStep, { params, body: { what: 'done' } });
    },
    { said: t('done_step', { step: name }) },
  );
  const open = step.state === 'to_do';
  return (
    <li className="flex flex-wrap items-baseline gap-x-2 text-sm">
      <span className={`min-w-0 flex-1 ${open ? '' : 'text-ink-3 line-through'}`}>{name}</span>
      {open && step.dueOn < today && <Tag tone="late">{t('late')}</Tag>}
      <span className="text-ink-2">{figures.day(step.closedOn ?? step.dueOn)}</span>
      {!open && step.state !== 'to_do' && <span>{t(`state_${step.state}`)}</span>}
      {open && allowed && (
        <span className="no-print flex gap-2">
          <button
            type="button"
            className="link"
            aria-label={t('done_step', { step: name })}
            onClick={() => done.mutate(undefined)}
          >
            {t('done')}
          </button>
          <button
            type="button"
            className="link"
            aria-label={`${t('more_step')}: ${name}`}
            onClick={onMore}
          >
            …
          </button>
        </span>
      )}
    </li>
  );
}
