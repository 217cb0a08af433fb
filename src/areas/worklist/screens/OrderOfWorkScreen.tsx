/** What a minute is worth today beside the minutes there are, and what the work adds. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type OrderOfWork, orderOfWork } from '#areas/worklist/contract/uplift.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Bones, Failed } from '#web/ui/states.tsx';
import { ExperimentForm } from './ExperimentForm.tsx';
import { PricedList } from './PricedList.tsx';
import { Uplift } from './Uplift.tsx';
import { words } from './uplift-words.ts';

export function OrderOfWorkScreen() {
  const t = useWords(words);
  const why = useWhy();
  const [{ company }] = useSearchState(orderOfWork);
  const told = useQuery({
    queryKey: ['worklist', 'order-of-work', company ?? ''],
    queryFn: ({ signal }) => call(orderOfWork, { query: { company }, signal }),
  });
  return (
    <Page title={t('title')} sub={told.data?.company}>
      {told.isPending && <Bones lines={10} gap={14} />}
      {told.isError && <Failed why={why(told.error)} onRetry={() => void told.refetch()} />}
      {told.data !== undefined && (
        <div className="grid max-w-[860px] grid-cols-[minmax(0,1fr)] gap-6">
          <Plan order={told.data} />
          <Control order={told.data} />
          <Uplift order={told.data} />
          <PricedList company={told.data.company} />
        </div>
      )}
    </Page>
  );
}

function Plan({ order: { plan, currency } }: { order: OrderOfWork }) {
  const t = useWords(words);
  const figures = useFigures();
  if (plan === null) return <p className="text-ink-2">{t('no_plan')}</p>;
  const lines = [
    [t('capacity'), figures.number(plan.capacity)],
    [t('minutes'), figures.number(plan.minutes)],
    [t('planned'), figures.number(plan.planned)],
    [t('worth_it'), figures.number(plan.worthIt)],
    [t('last_hour'), figures.money(plan.pricePerHour, currency)],
  ] as const;
  return (
    <section aria-labelledby="plan">
      <h2 id="plan" className="mb-2 font-[600]">
        {t('plan')} · {figures.day(plan.on)}
      </h2>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-2 sm:grid-cols-5">
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt className="text-sm text-ink-3">{name}</dt>
            <dd className="font-[550] tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Control({ order }: { order: OrderOfWork }) {
  const t = useWords(words);
  const figures = useFigures();
  const denied = useMay()('worklist.measure');
  const [asked, setAsked] = useState(false);
  const { experiment, running, currency } = order;
  const isOn = experiment?.isOn === true;
  const facts = experiment && {
    share: experiment.sharePct,
    most: figures.money(experiment.most, currency),
    ...running,
  };
  return (
    <section aria-labelledby="control">
      <h2 id="control" className="mb-2 font-[600]">
        {t('control')}
      </h2>
      <p className="mb-2 text-ink-2">
        {isOn && facts ? t('control_on', facts) : t('control_off')}{' '}
        {isOn && experiment.warmUpUntil !== null && experiment.warmUpUntil > order.asOf
          ? t('warm_up', { day: figures.day(experiment.warmUpUntil) })
          : ''}
      </p>
      <Button onClick={() => setAsked(true)} because={denied}>
        {t(isOn ? 'switch_off' : 'switch_on')}
      </Button>
      {asked && <ExperimentForm order={order} isOn={!isOn} onClose={() => setAsked(false)} />}
    </section>
  );
}
