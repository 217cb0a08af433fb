/** The payment plans of an account as cards: those that run in full, the rest in one line. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRoleName } from '#areas/approvals/screens/index.ts';
import { accountPlans, type WirePlan } from '#areas/promises/contract/plans.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { planTones } from './plan-tones.ts';
import { words } from './words.ts';

export function PlanCards({ accountId }: { accountId: string }) {
  const t = useWords(words);
  const known = useQuery({
    queryKey: ['account', accountId, 'plans'],
    queryFn: ({ signal }) => call(accountPlans, { params: { accountId }, signal }),
  });
  const rows = known.data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <section>
      <h2 className="mb-1.5">{t('plans')}</h2>
      <ul className="grid gap-2">
        {rows.slice(0, 4).map((plan) => (
          <PlanCard key={plan.planId} plan={plan} />
        ))}
      </ul>
    </section>
  );
}

function PlanCard({ plan }: { plan: WirePlan }) {
  const t = useWords(words);
  const figures = useFigures();
  const roleName = useRoleName();
  const { state, currency, nextAmount, nextDueOn } = plan;
  const said = [
    t('paid_of', {
      paid: figures.amount(plan.paid, currency),
      total: figures.money(plan.total, currency),
    }),
    ...(nextAmount !== null && nextDueOn !== null
      ? [t('next', { amount: figures.amount(nextAmount, currency), day: figures.day(nextDueOn) })]
      : []),
    ...(plan.pastDue === '0.00'
      ? []
      : [t('past_due', { amount: figures.amount(plan.pastDue, currency) })]),
    ...(plan.cureUntil === null ? [] : [t('cure', { day: figures.day(plan.cureUntil) })]),
    ...(plan.approved ? [] : [t('waits', { who: roleName(plan.needsRole ?? '') })]),
  ];
  return (
    <li className="rounded-md border border-line px-2.5 py-2">
      <p className="flex items-baseline gap-2">
        <Link
          to={paths.plan}
          params={{ accountId: plan.accountId, planId: plan.planId }}
          className="link"
          aria-label={`${figures.money(plan.covered, currency)}: ${t('open_plan')}`}
        >
          {figures.money(plan.covered, currency)}
        </Link>
        <span className="flex-1" />
        <Tag tone={planTones[state]}>{t(`state_${state}`)}</Tag>
      </p>
      <p className="mt-1 text-sm text-ink-2">{said.join(' · ')}</p>
    </li>
  );
}
