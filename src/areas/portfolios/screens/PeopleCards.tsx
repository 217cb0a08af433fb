/** The portfolio on a phone: a card a collector. */
import type { WirePortfolio } from '#areas/portfolios/contract.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { KeyValue } from '#web/ui/KeyValue.tsx';
import { useWords } from '#web/ui/say.ts';
import { AgingLink } from './AgingLink.tsx';
import { CapacityField } from './CapacityField.tsx';
import { DayBar } from './DayBar.tsx';
import { type Totals, totalsOf } from './load-totals.ts';
import { words } from './words.ts';

type Props = { portfolio: WirePortfolio };
const card = 'grid gap-2 rounded-lg border border-line bg-surface p-3';

export function PeopleCards({ portfolio }: Props) {
  const t = useWords(words);
  const { people, currency } = portfolio;
  return (
    <ul aria-label={t('who_has_what')} className="grid gap-2.5">
      {people.map((line) => (
        <li key={line.memberId ?? ''} className={card}>
          <b className="font-[600]">
            <AgingLink memberId={line.memberId}>{line.name ?? t('nobody')}</AgingLink>
          </b>
          <DayBar minutes={line.minutes} capacity={line.capacity} />
          <Facts line={line} currency={currency} />
          <CapacityField person={line} />
        </li>
      ))}
      <li className={card}>
        <b className="font-[600]">{t('total')}</b>
        <Facts line={totalsOf(portfolio)} currency={currency} />
      </li>
    </ul>
  );
}

function Facts({ line, currency }: { line: Totals; currency: string }) {
  const t = useWords(words);
  const figures = useFigures();
  return (
    <KeyValue
      facts={[
        { name: t('accounts'), value: figures.number(line.accounts) },
        { name: t('due'), value: figures.number(line.due) },
        { name: t('promises_due'), value: figures.number(line.promisesDue) },
        {
          name: t('overdue_in', { currency }),
          value: <Amount value={line.overdue} currency={currency} />,
        },
        {
          name: t('balance_in', { currency }),
          value: <Amount value={line.balance} currency={currency} strong />,
        },
        line.pinned > 0 && { name: t('pinned'), value: figures.number(line.pinned) },
      ]}
    />
  );
}
