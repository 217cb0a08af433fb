/** The goals of a month: each week's share beside what came of it, and who set what when. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type WireGoal, goals } from '#areas/metrics/contract/goals.ts';
import { useReaderCompanies } from '#areas/team/screens/index.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { inputLook } from '#web/ui/Field.tsx';
import { type Figures, useFigures } from '#web/ui/figures.ts';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Bones, Empty, Failed } from '#web/ui/states.tsx';
import { WideTable } from '#web/ui/WideTable.tsx';
import { useNames } from './figure-text.ts';
import { GoalForm } from './GoalForm.tsx';
import { GoalGrid } from './GoalGrid.tsx';
import { MetricTabs } from './MetricTabs.tsx';
import { words } from './words.ts';

export function GoalsScreen() {
  const t = useWords(words);
  const why = useWhy();
  const figures = useFigures();
  const forbidden = useMay()('goals.set');
  const [search, setSearch] = useSearchState(goals);
  const [setting, setSetting] = useState(false);
  const [many, setMany] = useState(false);
  const companies = useReaderCompanies();
  const company = search.company ?? companies[0]?.code;
  const list = useQuery<AnswerOf<typeof goals>>({
    queryKey: ['aging', 'goals', search],
    queryFn: ({ signal }) => call(goals, { query: search, signal }),
  });
  const { month, rows } = list.data ?? {};
  return (
    <Page
      title={t('goals')}
      sub={month && t('goals_sub', { month: figures.month(`${month}-01`) })}
      actions={
        <>
          <input
            type="month"
            aria-label={t('month')}
            value={search.month ?? month ?? ''}
            onChange={(event) => setSearch({ month: event.target.value || undefined })}
            className={`${inputLook} !w-40`}
          />
          <Button because={forbidden} onClick={() => setMany(!many)}>
            {t('many_goals')}
          </Button>
          <Button tone="main" because={forbidden} onClick={() => setSetting(true)}>
            {t('set_goal')}
          </Button>
        </>
      }
    >
      <MetricTabs />
      {many && company !== undefined && (
        <GoalGrid company={company} from={search.month} onClose={() => setMany(false)} />
      )}
      {list.isPending && <Bones lines={8} />}
      {list.isError && <Failed why={why(list.error)} onRetry={() => void list.refetch()} />}
      {rows?.length === 0 && <Empty title={t('goals_none')} why={t('goals_none_why')} />}
      <div className="grid gap-4">
        {rows?.map((goal) => (
          <Goal key={goal.goalId} goal={goal} />
        ))}
      </div>
      {setting && (
        <GoalForm company={search.company} month={month} onClose={() => setSetting(false)} />
      )}
    </Page>
  );
}

type Reached = Pick<WireGoal, 'target' | 'actual' | 'attainmentPct'>;

function Goal({ goal }: { goal: WireGoal }) {
  const t = useWords(words);
  const figures = useFigures();
  const names = useNames();
  const title = `${names.metric(goal.metric)} · ${goal.name ?? t('the_company')}`;
  const written = (value: string | null) => writtenGoal(figures, goal, value);
  const cells = (reached: Reached) => [
    written(reached.target),
    written(reached.actual),
    reached.attainmentPct === null ? '—' : `${figures.amount(reached.attainmentPct, 'USD')} %`,
  ];
  const columns = [goal, ...goal.weeks];
  return (
    <section aria-label={title} className="grid gap-1.5">
      <h2 className="font-[650]">
        {title}{' '}
        <span className="text-sm font-normal text-ink-3">
          {goal.company} · {names.variant(goal.variant)}
        </span>
      </h2>
      <WideTable label={title} framed look="text-sm">
        <thead>
          <tr className="text-ink-2">
            <td className="px-2.5 py-1.5">
              <span className="sr-only">{t('corner')}</span>
            </td>
            {['month', ...goal.weeks.map((week) => week.from)].map((from, index) => (
              <th key={from} scope="col" className="px-2.5 py-1.5 text-right whitespace-nowrap">
                {index === 0 ? t('month') : weekName(t, figures, goal.weeks[index - 1])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(['target', 'actual', 'attainment'] as const).map((name, line) => (
            <tr key={name} className="border-t border-line">
              <th scope="row" className="px-2.5 py-1.5 text-left font-[550]">
                {t(name)}
              </th>
              {columns.map((reached, index) => (
                <td
                  key={index === 0 ? 'month' : goal.weeks[index - 1]?.from}
                  className="figures px-2.5 py-1.5 text-right whitespace-nowrap"
                >
                  {cells(reached)[line]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </WideTable>
      <History goal={goal} written={written} />
    </section>
  );
}

function weekName(
  t: ReturnType<typeof useWords<typeof words>>,
  figures: Figures,
  week: WireGoal['weeks'][number] | undefined,
) {
  return week ? t('week', { from: figures.day(week.from), to: figures.day(week.to) }) : '';
}

type HistoryProps = { goal: WireGoal; written: (value: string | null) => string };

function History({ goal, written }: HistoryProps) {
  const t = useWords(words);
  return (
    <details className="text-sm text-ink-2">
      <summary>{t('history', { count: goal.history.length })}</summary>
      <ul className="pt-1">
        {goal.history.map(({ target, setAt, setBy, reason }) => (
          <li key={setAt}>
            {t('said_by', {
              target: target === null ? t('taken_back') : written(target),
              name: setBy ?? t('somebody'),
              reason,
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}

function writtenGoal(figures: Figures, goal: WireGoal, value: string | null): string {
  if (value === null) return '—';
  return goal.unit === 'money'
    ? figures.amount(value, goal.currency)
    : figures.amount(value, 'USD');
}
