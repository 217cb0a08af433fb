/** What the list of action plans shows of each, wide and narrow. */
import { useMemo } from 'react';
import type { WireActionPlan } from '#areas/escalations/contract/action-plans.ts';
import { useFigures } from '#web/ui/figures.ts';
import type { Column } from '#web/ui/grid/columns.ts';
import { useLanguage, useToday } from '#web/ui/language.tsx';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { nextStep } from '../../rules/action-plan.ts';
import { resultNames, stepNames } from '../../words/action-plans.ts';
import { words } from './words.ts';

export function usePlanColumns(): readonly Column<WireActionPlan>[] {
  const t = useWords(words);
  const figures = useFigures();
  return useMemo(
    () => [
      {
        id: 'account',
        header: t('account'),
        width: 180,
        grow: 2,
        cell: (row) => <span className="block truncate font-[600]">{row.name}</span>,
      },
      {
        id: 'next',
        header: t('next'),
        width: 200,
        grow: 2,
        cell: (row) => (
          <span className="block truncate">
            <NextStep plan={row} />
          </span>
        ),
      },
      {
        id: 'due',
        header: t('due_head'),
        width: 110,
        cell: ({ steps }) => {
          const next = nextStep(steps);
          return next === undefined ? null : figures.day(next.dueOn);
        },
      },
      {
        id: 'whose',
        header: t('whose'),
        width: 130,
        drop: 3,
        cell: ({ steps }) => nextStep(steps)?.owner,
      },
      { id: 'owner', header: t('owner'), width: 130, drop: 2, cell: (row) => row.owner },
      {
        id: 'state',
        header: t('state_head'),
        width: 130,
        cell: (row) => <StateTag plan={row} />,
      },
    ],
    [t, figures],
  );
}

export function PlanNarrow({ plan }: { plan: WireActionPlan }) {
  const figures = useFigures();
  const next = nextStep(plan.steps);
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
      <span className="truncate font-[600]">{plan.name}</span>
      <span className="text-right">{next && figures.day(next.dueOn)}</span>
      <span className="truncate text-sm text-ink-2">
        <NextStep plan={plan} />
      </span>
      <span className="text-right">
        <StateTag plan={plan} />
      </span>
    </span>
  );
}

function StateTag({ plan }: { plan: WireActionPlan }) {
  const t = useWords(words);
  const language = useLanguage();
  const today = useToday();
  const next = nextStep(plan.steps);
  if (plan.result !== null) return <Tag tone="plain">{resultNames[plan.result][language]}</Tag>;
  if (next === undefined) return <Tag tone="warn">{t('to_end')}</Tag>;
  if (next.dueOn < today) return <Tag tone="stop">{t('late')}</Tag>;
  return <Tag tone="good">{t('state_open')}</Tag>;
}

function NextStep({ plan }: { plan: WireActionPlan }) {
  const language = useLanguage();
  const next = nextStep(plan.steps);
  if (next === undefined) return null;
  return <>{next.code === null ? next.title : stepNames[next.code][language]}</>;
}
