/** A line a collector: accounts, what waits, what is late, what was promised, and their day. */
import type { WirePortfolio } from '#areas/portfolios/contract.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import { WideTable } from '#web/ui/WideTable.tsx';
import { AgingLink } from './AgingLink.tsx';
import { CapacityField } from './CapacityField.tsx';
import { DayBar } from './DayBar.tsx';
import { type Totals, totalsOf } from './load-totals.ts';
import { words } from './words.ts';

type Line = WirePortfolio['people'][number];
type Props = { portfolio: WirePortfolio };

const heads = [
  'accounts',
  'due',
  'promises_due',
  'overdue_accounts',
  'overdue',
  'balance',
  'pinned',
] as const;

export function PeopleTable({ portfolio }: Props) {
  const t = useWords(words);
  const { people, currency } = portfolio;
  return (
    <WideTable label={t('who_has_what')} framed>
      <thead>
        <tr className="bg-sunk text-sm text-ink-2">
          <th scope="col" className="px-3 py-2 text-left font-[550]">
            {t('collector')}
          </th>
          {heads.map((head) => (
            <th key={head} scope="col" className="px-3 py-2 text-right font-[550]">
              {head === 'balance' || head === 'overdue' ? t(`${head}_in`, { currency }) : t(head)}
            </th>
          ))}
          <th scope="col" className="px-3 py-2 text-left font-[550]">
            {t('day_load')}
          </th>
          <th scope="col" className="px-3 py-2 text-left font-[550]">
            {t('hours_a_day')}
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map((line) => (
          <PersonLine key={line.memberId ?? ''} line={line} currency={currency} />
        ))}
      </tbody>
      <tfoot>
        <TotalLine totals={totalsOf(portfolio)} currency={currency} />
      </tfoot>
    </WideTable>
  );
}

function PersonLine({ line, currency }: { line: Line; currency: string }) {
  const t = useWords(words);
  return (
    <tr className="border-t border-line">
      <th scope="row" className="px-3 py-1.5 text-left font-[600] whitespace-nowrap">
        <AgingLink memberId={line.memberId}>{line.name ?? t('nobody')}</AgingLink>
      </th>
      <Figures line={line} currency={currency} />
      <td className="min-w-32 px-3 py-1.5">
        <DayBar minutes={line.minutes} capacity={line.capacity} />
      </td>
      <td className="px-3 py-1.5">
        <CapacityField person={line} />
      </td>
    </tr>
  );
}

function TotalLine({ totals, currency }: { totals: Totals; currency: string }) {
  const t = useWords(words);
  return (
    <tr className="border-t border-line-strong font-[600]">
      <th scope="row" className="px-3 py-2 text-left">
        {t('total')}
      </th>
      <Figures line={totals} currency={currency} />
      <td className="px-3 py-2 text-sm font-[450] text-ink-2" colSpan={2}>
        {t('minutes', { count: totals.minutes })}
      </td>
    </tr>
  );
}

function Figures({ line, currency }: { line: Totals; currency: string }) {
  const figures = useFigures();
  const look = 'px-3 py-1.5 text-right figures';
  const count = (value: number) => (
    <td className={`${look} ${value === 0 ? 'text-ink-3' : ''}`}>{figures.number(value)}</td>
  );
  return (
    <>
      {count(line.accounts)}
      {count(line.due)}
      {count(line.promisesDue)}
      {count(line.overdueAccounts)}
      <td className={look}>
        <Amount value={line.overdue} currency={currency} />
      </td>
      <td className={look}>
        <Amount value={line.balance} currency={currency} strong />
      </td>
      {count(line.pinned)}
    </>
  );
}
