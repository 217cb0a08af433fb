/** The columns of the list of payment plans, and a plan on a phone. */
import { useMemo } from 'react';
import type { WirePlan } from '#areas/promises/contract/plans.ts';
import { Amount, oneCurrency } from '#web/ui/Amount.tsx';
import { useFigures } from '#web/ui/figures.ts';
import type { Column } from '#web/ui/grid/columns.ts';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { accountColumn } from '#web/ui/grid/account-column.tsx';
import { planTones } from './plan-tones.ts';
import { words } from './words.ts';

export function usePlanColumns(rows: readonly WirePlan[]): readonly Column<WirePlan>[] {
  const t = useWords(words);
  const figures = useFigures();
  const named = oneCurrency(rows) === null;
  return useMemo(
    (): readonly Column<WirePlan>[] => [
      accountColumn(t('account')),
      {
        id: 'state',
        header: t('state'),
        width: 120,
        cell: (row) => <Tag tone={planTones[row.state]}>{t(`state_${row.state}`)}</Tag>,
      },
      {
        id: 'next',
        header: t('next_due'),
        width: 140,
        cell: (row) => (row.nextDueOn === null ? '' : figures.day(row.nextDueOn)),
      },
      {
        id: 'next_amount',
        header: t('amount'),
        width: 120,
        align: 'end',
        drop: 1,
        cell: ({ nextAmount, currency }) =>
          nextAmount === null ? '' : <Amount value={nextAmount} currency={currency} />,
      },
      {
        id: 'late',
        header: t('late_amount'),
        width: 120,
        align: 'end',
        cell: (row) => <Amount value={row.pastDue} currency={row.currency} strong />,
      },
      {
        id: 'paid',
        header: t('paid'),
        width: 120,
        align: 'end',
        drop: 2,
        cell: (row) => <Amount value={row.paid} currency={row.currency} />,
      },
      {
        id: 'total',
        header: t('total'),
        width: 134,
        align: 'end',
        drop: 3,
        cell: (row) => <Amount value={row.total} currency={row.currency} named={named} />,
      },
    ],
    [t, figures, named],
  );
}

export function PlanNarrow({ plan }: { plan: WirePlan }) {
  const t = useWords(words);
  const figures = useFigures();
  const { currency, nextAmount, nextDueOn } = plan;
  const next =
    nextAmount === null || nextDueOn === null
      ? t('paid_of', {
          paid: figures.amount(plan.paid, currency),
          total: figures.amount(plan.total, currency),
        })
      : t('next', { amount: figures.amount(nextAmount, currency), day: figures.day(nextDueOn) });
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
      <span className="truncate font-[600]">{plan.name}</span>
      <span className="text-right">
        <Amount value={plan.total} currency={currency} strong named />
      </span>
      <span className="truncate text-sm text-ink-2">{next}</span>
      <span className="text-right">
        <Tag tone={planTones[plan.state]}>{t(`state_${plan.state}`)}</Tag>
      </span>
    </span>
  );
}
