/** The figures of a simulation: the version beside what is in force, and whom it asked wrongly. */
import type { oneSimulation } from '#areas/strategies/contract/simulations.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import { Chart } from '#web/ui/Chart.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import { WideTable } from '#web/ui/WideTable.tsx';
import { words } from './words.ts';

type Side = AnswerOf<typeof oneSimulation>['candidate'];
type Props = { candidate: Side; inForce: Side };

export function SimulationFigures({ candidate, inForce }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const days = [
    ...new Set([...candidate.byDay, ...inForce.byDay].map(({ key }) => key)),
  ].toSorted();
  const onDays = ({ byDay }: Side) =>
    days.map((day) => byDay.find(({ key }) => key === day)?.count ?? 0);
  return (
    <div className="grid min-w-0 gap-5">
      <Counts
        title={t('notices')}
        candidate={[
          { key: t('accounts'), count: candidate.accounts },
          { key: t('notices'), count: candidate.notices },
          { key: t('wrong'), count: candidate.wrong },
          { key: t('blocked'), count: candidate.blocked },
        ]}
        inForce={[
          { key: t('accounts'), count: inForce.accounts },
          { key: t('notices'), count: inForce.notices },
          { key: t('wrong'), count: inForce.wrong },
          { key: t('blocked'), count: inForce.blocked },
        ]}
      />
      <Chart
        title={t('chart', { candidate: candidate.notices, inForce: inForce.notices })}
        chart={{
          kind: 'bars',
          head: t('by_day'),
          points: days.map(figures.day),
          series: [
            { name: t('candidate'), tone: 'accent', values: onDays(candidate) },
            { name: t('in_force'), tone: 'quiet', values: onDays(inForce) },
          ],
          unit: 'count',
        }}
      />
      <Counts title={t('by_channel')} candidate={candidate.byChannel} inForce={inForce.byChannel} />
      <Counts title={t('blocked_by')} candidate={candidate.blockedBy} inForce={inForce.blockedBy} />
      <Counts title={t('by_step')} candidate={candidate.byStep} inForce={inForce.byStep} />
      <Counts title={t('left')} candidate={candidate.left} inForce={inForce.left} />
      {candidate.wrongs.length > 0 && (
        <section aria-label={t('wrong')}>
          <h2 className="text-md font-[650]">{t('wrong')}</h2>
          <ul className="text-sm">
            {candidate.wrongs.map((each) => (
              <li key={`${each.account} ${each.on} ${each.step}`}>
                {each.account} · {each.on} · {each.step} · {t(`why_wrong_${each.why}`)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

type Counted = readonly { key: string; count: number }[];

function Counts(props: { title: string; candidate: Counted; inForce: Counted }) {
  const { title, candidate, inForce } = props;
  const t = useWords(words);
  const figures = useFigures();
  const keys = [...new Set([...candidate, ...inForce].map(({ key }) => key))];
  if (keys.length === 0) return null;
  const of = (side: Counted, key: string): string =>
    figures.number(side.find((each) => each.key === key)?.count ?? 0);
  return (
    <WideTable label={title}>
      <thead>
        <tr>
          <th scope="col" className="px-2 py-1 text-left text-sm text-ink-2">
            {title}
          </th>
          <th scope="col" className="px-2 py-1 text-right text-sm text-ink-2">
            {t('candidate')}
          </th>
          <th scope="col" className="px-2 py-1 text-right text-sm text-ink-2">
            {t('in_force')}
          </th>
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => (
          <tr key={key} className="border-t border-line">
            <td className="px-2 py-1">{key}</td>
            <td className="figures px-2 py-1 text-right">{of(candidate, key)}</td>
            <td className="figures px-2 py-1 text-right">{of(inForce, key)}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}
