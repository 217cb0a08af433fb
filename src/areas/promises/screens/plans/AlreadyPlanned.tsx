/** Where nothing is left to plan because a plan has it all: says so, and leads to that plan. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { accountPlans, type WirePlan } from '#areas/promises/contract/plans.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { useFigures } from '#web/ui/figures.ts';
import { Refused } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

type Props = { accountId: string; error: unknown; onClose: () => void };

const holding: readonly WirePlan['state'][] = ['signed', 'active', 'late', 'breached'];
const meant: readonly string[] = ['plan.nothing_to_cover', 'plan.item_on_plan'];

export function AlreadyPlanned({ accountId, error, onClose }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const nothingLeft = error instanceof Refused && meant.includes(error.code);
  const known = useQuery({
    queryKey: ['account', accountId, 'plans'],
    queryFn: ({ signal }) => call(accountPlans, { params: { accountId }, signal }),
    enabled: nothingLeft,
  });
  const plans = known.data?.rows.filter(({ state }) => holding.includes(state)) ?? [];
  if (!nothingLeft || plans.length === 0) return null;
  return (
    <div role="status" className="grid gap-1 rounded-md bg-warn-soft px-3 py-2">
      <p>{t('planned_already')}</p>
      <ul className="flex flex-wrap gap-x-4">
        {plans.map(({ planId, madeOn, total, currency }) => (
          <li key={planId}>
            <Link to={paths.plan} params={{ accountId, planId }} className="link" onClick={onClose}>
              {t('plan_from', { day: figures.day(madeOn), amount: figures.money(total, currency) })}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
