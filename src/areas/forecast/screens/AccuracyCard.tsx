/** How good the forecast was, beside the forecast: nobody reads a date without its error. */
import { useQuery } from '@tanstack/react-query';
import { type AccuracyFigures, forecastAccuracy } from '#areas/forecast/contract.ts';
import { call } from '#web/api.ts';
import { useFigures } from '#web/ui/figures.ts';
import { KeyValue } from '#web/ui/KeyValue.tsx';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

export function AccuracyCard() {
  const t = useWords(words);
  const figures = useFigures();
  const accuracy = useQuery({
    queryKey: ['forecast', 'accuracy'],
    queryFn: ({ signal }) => call(forecastAccuracy, { query: {}, signal }),
  });
  const { data } = accuracy;
  if (data === undefined) return null;
  const near = data.wape.filter(
    ({ ahead, how }) => ahead <= 4 && how === (data.live.judged > 0 ? 'live' : 'back_test'),
  );
  const shown = near.length > 0 ? near : data.wape.filter(({ ahead }) => ahead <= 4);
  return (
    <section aria-labelledby="forecast-accuracy" className="mt-6">
      <h2 id="forecast-accuracy" className="mb-1.5">
        {t('accuracy')}
      </h2>
      <p className="mb-3 text-sm text-ink-2">{t(`calibration_${data.calibration}`)}</p>
      <div className="grid gap-6 sm:grid-cols-2 xl:grid-cols-3">
        <Card title={t('judged_live')} of={data.live} />
        <Card title={t('judged_past')} of={data.backTest} />
        <KeyValue
          facts={shown.map(({ currency, ahead, how, wape }) => ({
            name: `${t('wape', { currency, ahead })}${how === 'live' ? '' : ' *'}`,
            value: figures.percent(wape * 100),
          }))}
        />
      </div>
    </section>
  );
}

function Card({ title, of }: { title: string; of: AccuracyFigures }) {
  const t = useWords(words);
  const figures = useFigures();
  const two = (value: number | null): string =>
    value === null ? '–' : String(Math.round(value * 100) / 100);
  return (
    <div>
      <h3 className="mb-1 text-sm text-ink-2">{title}</h3>
      <KeyValue
        facts={[
          { name: t('judged'), value: figures.number(of.judged) },
          { name: t('mae'), value: two(of.maeDays) },
          { name: t('pinball'), value: two(of.pinballDays) },
          {
            name: t('coverage'),
            value: of.coverage === null ? '–' : figures.percent(of.coverage * 100),
          },
          { name: t('brier'), value: two(of.lateBrier) },
        ]}
      />
    </div>
  );
}
