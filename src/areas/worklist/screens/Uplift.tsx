/** What is measured: the difference with its interval, by segment, and down the list. */
import type { OrderOfWork } from '#areas/worklist/contract/uplift.ts';
import { Chart } from '#web/ui/Chart.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import { FiguresHead, WideTable } from '#web/ui/WideTable.tsx';
import { words } from './uplift-words.ts';

type Measured = OrderOfWork['uplift'];

export function Uplift({ order }: { order: OrderOfWork }) {
  const t = useWords(words);
  const { uplift, segments, qini } = order;
  const { claim, open, leftAlone } = uplift;
  return (
    <section aria-labelledby="measured" className="grid gap-4">
      <div>
        <h2 id="measured" className="mb-2 font-[600]">
          {t('measured')}
        </h2>
        <p className="font-[550]">{t(`claim_${claim}`)}</p>
        <p className="text-sm text-ink-3">{t('episodes', { open, leftAlone })}</p>
      </div>
      {uplift.share !== null && <Figures measured={uplift} currency={order.currency} />}
      {qini !== null && <Curve qini={qini} currency={order.currency} />}
      {segments.length > 1 && <Segments segments={segments} />}
    </section>
  );
}

function Figures({ measured, currency }: { measured: Measured; currency: string }) {
  const t = useWords(words);
  const figures = useFigures();
  const { share, cash, perHour } = measured;
  const amount = (text: string): string => figures.money(text, currency);
  const rows = [
    share && { name: t('share_added'), ...inPoints(share) },
    cash && { name: t('cash_added'), ...written(cash, amount) },
    perHour && { name: t('hour_added'), ...written(perHour, amount) },
  ].filter((row) => row !== null);
  return (
    <WideTable label={t('measured')} look="text-sm">
      <FiguresHead text={[t('figure')]} figures={[t('found'), t('low'), t('high')]} />
      <tbody>
        {rows.map(({ name, at, low, high }) => (
          <tr key={name} className="border-t border-line">
            <th scope="row" className="py-1 pr-3 text-left font-[500]">
              {name}
            </th>
            <td className="num">{at}</td>
            <td className="num">{low}</td>
            <td className="num">{high}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

function Curve({ qini, currency }: { qini: NonNullable<OrderOfWork['qini']>; currency: string }) {
  const t = useWords(words);
  const { coefficient, points } = qini;
  return (
    <Chart
      title={t('qini', inPoints(coefficient))}
      chart={{
        kind: 'line',
        head: t('part'),
        points: points.map(({ part }) => `${Math.round(part * 100)} %`),
        unit: 'money',
        currency,
        series: [
          { name: t('by_order'), tone: 'accent', values: points.map(({ cash }) => cash) },
          {
            name: t('by_chance'),
            tone: 'quiet',
            dashed: true,
            values: points.map(({ byChance }) => byChance),
          },
        ],
      }}
    />
  );
}

function Segments({ segments }: { segments: OrderOfWork['segments'] }) {
  const t = useWords(words);
  return (
    <WideTable label={t('segment')} look="text-sm">
      <thead>
        <tr className="text-left text-ink-3">
          <th scope="col">{t('segment')}</th>
          <th scope="col" className="num">
            {t('open')}
          </th>
          <th scope="col" className="num">
            {t('left_alone')}
          </th>
          <th scope="col">{t('says')}</th>
        </tr>
      </thead>
      <tbody>
        {segments.map(({ segment, open, leftAlone, claim }) => (
          <tr key={segment} className="border-t border-line">
            <th scope="row" className="py-1 pr-3 text-left font-[500]">
              {segment || t('no_segment')}
            </th>
            <td className="num">{open}</td>
            <td className="num">{leftAlone}</td>
            <td className="pl-3">{t(`claim_${claim}`)}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

type Range<T> = { at: T; low: T; high: T };

function inPoints({ at, low, high }: Range<number>): Range<string> {
  const points = (part: number): string => String(Math.round(part * 1000) / 10);
  return { at: points(at), low: points(low), high: points(high) };
}

function written({ at, low, high }: Range<string>, write: (text: string) => string): Range<string> {
  return { at: write(at), low: write(low), high: write(high) };
}
