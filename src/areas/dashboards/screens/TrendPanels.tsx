/** What a person would draw: cash against forecast, the book's age over time, causes, promises. */
import { useState } from 'react';
import { formatMoney, money } from '#kernel/money.ts';
import { useBucketName } from '#web/ui/buckets.ts';
import { Chart } from '#web/ui/Chart.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useQuantities } from '#web/ui/quantity.ts';
import { useWords } from '#web/ui/say.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import type { teamDashboard } from '../contract.ts';
import { CashChart } from './CashChart.tsx';
import { exactly } from './exactly.ts';
import { FigureDialog } from './FigureDialog.tsx';
import { names, usePhrase } from './names.ts';
import { Panel } from './Panel.tsx';
import type { Looked } from './useDashboard.ts';
import { words } from './words.ts';

type Answer = AnswerOf<typeof teamDashboard>;
type Props = { answer: Answer };
type Opening = Props & { looked: Looked };

const ages = ['not_due', '1-30', '31-60', '61-90', '91-120', '121+'] as const;
const tones = ['b0', 'b1', 'b2', 'b3', 'b4', 'b5'] as const;

export function TrendPanels({ answer, looked }: Opening) {
  const t = useWords(words);
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <Panel title={t('cash_chart')}>
        <CashChart weeks={answer.weeks} currency={answer.currency} />
      </Panel>
      <Panel title={t('aging_chart')}>
        <AgingChart answer={answer} />
      </Panel>
      <Panel title={t('causes')}>
        <CausesChart answer={answer} />
      </Panel>
      <Panel title={t('funnel')} sub={t('three_months')}>
        <FunnelChart answer={answer} looked={looked} />
      </Panel>
    </div>
  );
}

function AgingChart({ answer: { aging, currency } }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const bucket = useBucketName();
  if (aging === null) return <p className="text-sm text-ink-3">{t('aging_coming')}</p>;
  return (
    <Chart
      title={t('aging_said', { current: shareOf(aging, [0]), late: shareOf(aging, [3, 4, 5]) })}
      height={210}
      chart={{
        kind: 'area',
        head: t('month'),
        points: aging.map(({ asOf }) => figures.day(asOf)),
        series: ages.map((age, no) => ({
          name: bucket(age),
          tone: tones[no] ?? 'b5',
          values: aging.map(({ buckets }) => buckets[no] ?? null),
        })),
        unit: 'money',
        currency,
      }}
    />
  );
}

/** The share of the last day's buckets, as a whole percent: a title, not a figure. */
function shareOf(aging: NonNullable<Answer['aging']>, which: readonly number[]): string {
  const buckets = (aging.at(-1)?.buckets ?? []).map(Number);
  const whole = buckets.reduce((sum, amount) => sum + amount, 0);
  const part = which.reduce((sum, no) => sum + (buckets[no] ?? 0), 0);
  return `${whole === 0 ? 0 : Math.round((part * 100) / whole)}\u00a0%`;
}

/** More causes than these say nothing in a picture; the table of disputes has them all. */
const mostCauses = 7;

function CausesChart({ answer: { causes, currency } }: Props) {
  const t = useWords(words);
  const phrase = usePhrase();
  const quantities = useQuantities();
  if (causes.length === 0) return <p className="text-sm text-ink-3">{t('causes_none')}</p>;
  const shown = causes.slice(0, mostCauses);
  const amounts = causes.map(({ amount }) => exactly(amount, currency));
  const whole = added(amounts);
  const most = amounts.findIndex((_, no) => added(amounts.slice(0, no + 1)) * 5n >= whole * 4n);
  const count = most + 1;
  const total = `${quantities.short(formatMoney(money(whole, currency)), 'money')} ${currency}`;
  return (
    <Chart
      title={t('causes_chart', { count, total })}
      height={210}
      chart={{
        kind: 'pareto',
        head: t('cause'),
        points: shown.map(({ cause }) => phrase(names.cause[cause])),
        values: shown.map(({ amount }) => amount),
        measured: { name: t('amount'), unit: 'money', currency },
        cumulative: t('reached'),
      }}
    />
  );
}

function added(amounts: readonly bigint[]): bigint {
  return amounts.reduce((sum, amount) => sum + amount, 0n);
}

function FunnelChart({ answer: { funnel }, looked }: Opening) {
  const t = useWords(words);
  const phrase = usePhrase();
  const [at, setAt] = useState<number | null>(null);
  const [made, kept] = [funnel.find(isMade), funnel.find(isKept)];
  // Promises also come by mail and from outside: a funnel begins where it narrows.
  const steps = funnel.filter((step) => Number(countOf(step)) >= Number(made && countOf(made)));
  const shown = kept === undefined ? steps : [...steps, kept];
  const open = at === null ? undefined : shown[at];
  return (
    <>
      <Chart
        title={t('funnel_said', {
          kept: (kept && countOf(kept)) ?? '0',
          made: (made && countOf(made)) ?? '0',
        })}
        height={190}
        chart={{
          kind: 'funnel',
          head: t('step'),
          points: shown.map(({ name }) => phrase(names.figure[name])),
          values: shown.map((figure) => countOf(figure)),
          measured: { name: t('count'), unit: 'count' },
          share: t('of_first'),
        }}
        onPick={setAt}
      />
      {open !== undefined && (
        <FigureDialog
          title={t('funnel')}
          figures={[open]}
          looked={looked}
          onClose={() => setAt(null)}
        />
      )}
    </>
  );
}

type Step = Answer['funnel'][number];
const isMade = ({ name }: Step): boolean => name === 'promises_made';
const isKept = ({ name }: Step): boolean => name === 'promises_kept';

/** How many: of a rate, its numerator. */
function countOf({ unit, value, parts }: Answer['funnel'][number]): string | null {
  if (unit === 'count') return value;
  return parts.find(({ role }) => role === 'numerator')?.value ?? null;
}
