/** The cash of thirteen weeks with its band, in a scenario or as predicted; a week opens. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type CashCurrency, cashForecast, exportCash } from '#areas/forecast/contract.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import { call, hrefOf } from '#web/api.ts';
import { linkLook } from '#web/ui/Button.tsx';
import { Chart } from '#web/ui/Chart.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { Page } from '#web/ui/Page.tsx';
import { Picker } from '#web/ui/Picker.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Bones, Empty, Failed } from '#web/ui/states.tsx';
import { AccuracyCard } from './AccuracyCard.tsx';
import { CashTable } from './CashTable.tsx';
import { ForecastTabs } from './ForecastTabs.tsx';
import { WeekItems } from './WeekItems.tsx';
import { useWeekName } from './week-name.ts';
import { words } from './words.ts';

type Answer = AnswerOf<typeof cashForecast>;
type Opened = { weekStart: string; currency: string };

export function CashScreen() {
  const t = useWords(words);
  const why = useWhy();
  const figures = useFigures();
  const [search, setSearch] = useSearchState(cashForecast);
  const [opened, setOpened] = useState<Opened | null>(null);
  const cash = useQuery<Answer>({
    queryKey: ['forecast', 'cash', search],
    placeholderData: (before) => before,
    queryFn: ({ signal }) => call(cashForecast, { query: search, signal }),
  });
  const { data } = cash;
  return (
    <Page
      title={t('forecast')}
      sub={data?.madeOn ? t('made_on', { day: figures.day(data.madeOn) }) : undefined}
      actions={
        <>
          <Scenario search={search} onSearch={setSearch} />
          <a download href={hrefOf(exportCash, { query: search })} className={linkLook}>
            {t('export')}
          </a>
        </>
      }
    >
      <ForecastTabs />
      {cash.isPending && <Bones lines={10} gap={14} />}
      {cash.isError && <Failed why={why(cash.error)} onRetry={() => void cash.refetch()} />}
      {data?.currencies.length === 0 && (
        <Empty title={t('nothing_yet')} why={t('nothing_yet_why')} />
      )}
      {data?.currencies.map((each) => (
        <section key={each.currency} className="mb-6 grid gap-3" aria-label={each.currency}>
          <CashChart cash={each} asOf={data.asOf} onOpen={setOpened} />
          <CashTable cash={each} asOf={data.asOf} onOpen={setOpened} />
        </section>
      ))}
      <AccuracyCard />
      {opened !== null && (
        <WeekItems {...opened} company={search.company} onClose={() => setOpened(null)} />
      )}
    </Page>
  );
}

type Search = ReturnType<typeof useSearchState<NonNullable<typeof cashForecast.query>>>;

const lates = [0, 5, 10, 20, 30];
const shares = [100, 80, 60, 40, 0];

function Scenario({ search, onSearch }: { search: Search[0]; onSearch: Search[1] }) {
  const t = useWords(words);
  return (
    <>
      <Picker
        label={t('late_days')}
        on={String(search.lateDays)}
        choices={lates.map((count) => ({
          value: String(count),
          name: count === 0 ? t('late_0') : t('late_n', { count }),
        }))}
        onPick={(value) => onSearch({ lateDays: value === '0' ? undefined : Number(value) })}
      />
      <Picker
        label={t('promises')}
        on={search.promises === undefined ? 'own' : String(search.promises)}
        choices={[
          { value: 'own', name: t('promises_own') },
          ...shares.map((percent) => ({
            value: String(percent),
            name: t('promises_n', { percent }),
          })),
        ]}
        onPick={(value) => onSearch({ promises: value === 'own' ? undefined : Number(value) })}
      />
    </>
  );
}

type ChartProps = { cash: CashCurrency; asOf: string | null; onOpen: (week: Opened) => void };

function CashChart({ cash: { currency, weeks, expected }, asOf, onOpen }: ChartProps) {
  const weekName = useWeekName(asOf);
  const t = useWords(words);
  const figures = useFigures();
  const changed = weeks.some((week) => week.planned !== week.expected);
  const title = t('chart_title', {
    currency,
    expected: figures.amount(expected, currency),
    weeks: weeks.length,
  });
  const planned = {
    name: t('planned'),
    tone: 'quiet' as const,
    values: weeks.map((week) => week.planned),
    dashed: true,
  };
  return (
    <Chart
      title={title}
      chart={{
        kind: 'line',
        head: t('week'),
        points: weeks.map(({ weekStart }) => weekName(weekStart)),
        series: [
          { name: t('expected'), tone: 'accent', values: weeks.map((week) => week.expected) },
          ...(changed ? [planned] : []),
        ],
        unit: 'money',
        currency,
        band: {
          name: t('band'),
          low: weeks.map(({ p10 }) => p10),
          high: weeks.map(({ p90 }) => p90),
        },
      }}
      onPick={(at) => {
        const week = weeks[at];
        if (week) onOpen({ weekStart: week.weekStart, currency });
      }}
    />
  );
}
