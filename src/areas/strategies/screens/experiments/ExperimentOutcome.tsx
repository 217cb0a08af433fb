/** What came of an experiment so far: both sides, their difference and how sure it is. */
import type { WireExperiment } from '#areas/strategies/contract/runs.ts';
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import { WideTable } from '#web/ui/WideTable.tsx';
import { words } from './words.ts';

export function ExperimentOutcome({ row }: { row: WireExperiment }) {
  const t = useWords(words);
  const figures = useFigures();
  const { strategy, challenger, champion, challenged, interval, better } = row;
  const percent = (share: number): string => figures.percent(share * 100, 1);
  const sides = [
    { name: t('champion', { strategy }), ...champion },
    { name: t('challenger', { challenger }), ...challenged },
  ];
  return (
    <>
      <WideTable label={t('collected')} framed look="ruled">
        <thead>
          <tr>
            <th scope="col">{t('side')}</th>
            <th scope="col" className="text-right">
              {t('accounts')}
            </th>
            <th scope="col" className="text-right">
              {t('collected')}
            </th>
          </tr>
        </thead>
        <tbody>
          {sides.map(({ name, accounts, share }) => (
            <tr key={name}>
              <td>{name}</td>
              <td className="figures text-right">{figures.number(accounts)}</td>
              <td className="figures text-right">{accounts === 0 ? '–' : percent(share)}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      {interval === null ? (
        <p>{t('no_interval')}</p>
      ) : (
        <p>
          <span className="figures">
            {t('difference', {
              difference: percent(row.difference),
              from: percent(interval.from),
              to: percent(interval.to),
            })}
          </span>{' '}
          <b>{t(`better_${better ?? 'nobody'}`, { strategy, challenger })}</b>
        </p>
      )}
    </>
  );
}
