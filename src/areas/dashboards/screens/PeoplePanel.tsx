/** The people of the desk: what each did and what came of it, beside each other, never alone. */
import { useNavigate } from '@tanstack/react-router';
import { paths } from '#web/paths.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Chart } from '#web/ui/Chart.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useKeys } from '#web/ui/keys.ts';
import { useQuantities } from '#web/ui/quantity.ts';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { WideTable } from '#web/ui/WideTable.tsx';
import type { WirePerson } from '../contract.ts';
import { Panel } from './Panel.tsx';
import { words } from './words.ts';

type Props = { people: readonly WirePerson[]; currency: string; monthFrom: string };

export function PeoplePanel({ people, currency, monthFrom }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const navigate = useNavigate();
  const rebalance = (): void => void navigate({ to: paths.rebalance });
  useKeys([{ key: 'b', phrase: t('rebalance'), run: rebalance }]);
  return (
    <Panel
      title={t('people')}
      sub={t('month_since', { day: figures.day(monthFrom) })}
      actions={
        <Button keys="b" onClick={rebalance}>
          {t('rebalance')}
        </Button>
      }
    >
      {people.length === 0 ? (
        <p className="text-sm text-ink-3">{t('people_none')}</p>
      ) : (
        <div className="grid gap-6 xl:grid-cols-[minmax(0,2.6fr)_minmax(0,1fr)]">
          <PeopleTable people={people} currency={currency} />
          {people.every(({ attempts }) => attempts === 0) ? (
            <p className="text-sm text-ink-3">{t('no_effort')}</p>
          ) : (
            <Chart
              title={t('effort')}
              height={230}
              chart={{
                kind: 'scatter',
                head: t('name'),
                dots: people.map(({ name, attempts, cash }) => ({ name, x: attempts, y: cash })),
                x: { name: t('attempts'), unit: 'count' },
                y: { name: t('cash_in', { currency }), unit: 'money', currency },
              }}
            />
          )}
        </div>
      )}
    </Panel>
  );
}

function PeopleTable({ people, currency }: Omit<Props, 'monthFrom'>) {
  const t = useWords(words);
  const heads = [
    t('due'),
    t('done'),
    t('attempts'),
    t('conversations'),
    t('promises'),
    t('kept'),
    t('cash_in', { currency }),
    t('goal'),
    t('hours'),
  ];
  return (
    <WideTable label={t('people')} look="text-sm">
      <thead>
        <tr className="text-left text-ink-3">
          <th scope="col" className="py-1.5 pr-3 font-[500]">
            {t('name')}
          </th>
          {heads.map((head) => (
            <th key={head} scope="col" className="num py-1.5 pl-2.5 font-[500]">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <PersonRow key={person.memberId} person={person} currency={currency} />
        ))}
      </tbody>
    </WideTable>
  );
}

function PersonRow({ person, currency }: { person: WirePerson; currency: string }) {
  const t = useWords(words);
  const figures = useFigures();
  const quantities = useQuantities();
  const { goal, minutesADay, away } = person;
  const cell = (value: number) => (
    <td className={`num py-1.5 pl-2.5 ${value === 0 ? 'text-ink-3' : ''}`}>
      {figures.number(value)}
    </td>
  );
  return (
    <tr className="border-t border-line">
      <th scope="row" className="py-1.5 pr-3 text-left font-[550] whitespace-nowrap">
        {person.name}
        {away !== null && (
          <span className="pl-2 font-[400]">
            <Tag tone="warn">
              {t('away')} {t('away_until', { day: figures.day(away.until) })}
            </Tag>
          </span>
        )}
      </th>
      {cell(person.due)}
      {cell(person.done)}
      {cell(person.attempts)}
      {cell(person.conversations)}
      {cell(person.made)}
      <td className="num py-1.5 pl-2.5">
        {t('kept_of', { kept: person.kept, ended: person.ended })}
      </td>
      <td className="num py-1.5 pl-2.5">
        <Amount value={person.cash} currency={currency} strong />
      </td>
      <td className="num py-1.5 pl-2.5 text-ink-2">
        {goal === null ? '–' : <Amount value={goal} currency={currency} />}
      </td>
      <td className="num py-1.5 pl-2.5 text-ink-2">
        {minutesADay === null ? '–' : quantities.whole(String(minutesADay / 60), 'count')}
      </td>
    </tr>
  );
}
