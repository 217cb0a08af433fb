/** The terms of a plan and how it stands, beside its schedule. */
import { useRoleName } from '#areas/approvals/screens/index.ts';
import type { WireWholePlan } from '#areas/promises/contract/plans.ts';
import { useFigures } from '#web/ui/figures.ts';
import { KeyValue } from '#web/ui/KeyValue.tsx';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { planTones } from './plan-tones.ts';
import { words } from './words.ts';

export function PlanFacts({ plan }: { plan: WireWholePlan }) {
  const t = useWords(words);
  const figures = useFigures();
  const roleName = useRoleName();
  const { currency, nextAmount, nextDueOn, cureUntil, copyBy, copySentOn } = plan;
  const money = (value: string): string => figures.money(value, currency);
  return (
    <section>
      <h2 className="mb-1.5">{t('state')}</h2>
      <KeyValue
        plain
        facts={[
          {
            name: t('state'),
            value: <Tag tone={planTones[plan.state]}>{t(`state_${plan.state}`)}</Tag>,
          },
          { name: t('covered'), value: money(plan.covered) },
          { name: t('total'), value: money(plan.total) },
          { name: t('paid'), value: money(plan.paid) },
          { name: t('late_amount'), value: money(plan.pastDue) },
          nextAmount !== null &&
            nextDueOn !== null && {
              name: t('next_due'),
              value: `${money(nextAmount)}, ${figures.day(nextDueOn)}`,
            },
          plan.missed > 0 && { name: t('missed'), value: figures.number(plan.missed) },
          cureUntil !== null && { name: t('cure_until'), value: figures.day(cureUntil) },
          plan.down !== '0.00' && { name: t('down'), value: money(plan.down) },
          plan.fee !== '0.00' && { name: t('fee'), value: money(plan.fee) },
          Number(plan.aprPct) > 0 && { name: t('apr'), value: plan.aprPct },
          { name: t('frequency'), value: t(`frequency_${plan.frequency}`) },
          { name: t('offered_to'), value: plan.offeredTo },
          { name: t('made_by'), value: plan.madeBy },
          { name: t('made_on'), value: figures.day(plan.madeOn) },
          { name: t('grace'), value: figures.number(plan.graceDays) },
          {
            name: t('broken_after'),
            value: t('broken_after_n', { count: plan.defaultAfterMissed }),
          },
          copyBy !== null && { name: t('copy_due'), value: figures.day(copyBy) },
          copySentOn !== null && { name: t('copy_sent'), value: figures.day(copySentOn) },
        ]}
      />
      {!plan.approved && (
        <p className="mt-2 text-sm">{t('waits', { who: roleName(plan.needsRole ?? '') })}</p>
      )}
    </section>
  );
}
