/** The cash of weeks behind and ahead against what was forecast of them. */
import { Chart } from '#web/ui/Chart.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import type { boardDashboard } from '../contract.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import { exactly } from './exactly.ts';
import { words } from './words.ts';

type Week = AnswerOf<typeof boardDashboard>['weeks'][number];
type Props = { weeks: readonly Week[]; currency: string; height?: number };

export function CashChart({ weeks, currency, height = 210 }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const judged = weeks.filter(({ actual, low }) => actual !== null && low !== null);
  const inside = judged.filter((week) => isInside(week, currency)).length;
  const foretold = weeks.some(({ expected }) => expected !== null);
  const title =
    judged.length > 0
      ? t('cash_chart_said', { inside, count: judged.length })
      : t(foretold ? 'cash_chart' : 'cash_unforecast');
  const forecast = {
    name: t('forecast'),
    tone: 'quiet',
    dashed: true,
    values: weeks.map(({ expected }) => expected),
  } as const;
  const band = {
    name: t('likely'),
    low: weeks.map(({ low }) => low),
    high: weeks.map(({ high }) => high),
  };
  return (
    <Chart
      title={title}
      height={height}
      chart={{
        kind: 'line',
        head: t('week'),
        points: weeks.map(({ weekStart }) => figures.day(weekStart)),
        series: [
          { name: t('cash'), tone: 'accent', values: weeks.map(({ actual }) => actual) },
          ...(foretold ? [forecast] : []),
        ],
        ...(foretold ? { band } : {}),
        unit: 'money',
        currency,
      }}
    />
  );
}

function isInside({ actual, low, high }: Week, currency: string): boolean {
  const came = exactly(actual, currency);
  return came >= exactly(low, currency) && came <= exactly(high, currency);
}
