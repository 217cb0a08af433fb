/** The accounts of the day by what a minute on them is worth, and how each stands in the plan. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type PricedRow, pricedAccounts } from '#areas/worklist/contract/uplift.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { useFigures } from '#web/ui/figures.ts';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Failed } from '#web/ui/states.tsx';
import { WideTable } from '#web/ui/WideTable.tsx';
import { words } from './uplift-words.ts';

/** As many as a person goes through; the command line prints all. */
const most = 50;

export function PricedList({ company }: { company: string }) {
  const t = useWords(words);
  const why = useWhy();
  const found = useQuery({
    queryKey: ['worklist', 'priced', company],
    queryFn: ({ signal }) => call(pricedAccounts, { query: { company, limit: most }, signal }),
  });
  if (found.isPending) return <Bones lines={8} />;
  if (found.isError) return <Failed why={why(found.error)} onRetry={() => void found.refetch()} />;
  const { rows } = found.data;
  if (rows.length === 0) return null;
  return (
    <div>
      <h2 className="mb-2 font-[600]">{t('accounts')}</h2>
      <WideTable label={t('accounts')} framed>
        <thead>
          <tr className="text-left text-sm text-ink-3">
            <th className="p-2">{t('account')}</th>
            <th className="p-2 text-right">{t('overdue')}</th>
            <th className="p-2">{t('way')}</th>
            <th className="p-2 text-right">{t('adds')}</th>
            <th className="p-2">{t('standing')}</th>
            <th className="p-2">{t('owner')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <PricedLine key={row.accountId} row={row} />
          ))}
        </tbody>
      </WideTable>
      {rows.length === most && (
        <p className="mt-1 text-sm text-ink-3">{t('first_ones', { count: most })}</p>
      )}
    </div>
  );
}

function PricedLine({ row }: { row: PricedRow }) {
  const t = useWords(words);
  const figures = useFigures();
  const { accountId, name, overdue, currency, way, adds, addsCurrency, owner } = row;
  return (
    <tr className="border-t border-line">
      <td className="p-2">
        <Link to={paths.account} params={{ accountId }} className="link">
          {name}
        </Link>
      </td>
      <td className="digits p-2 text-right whitespace-nowrap">
        {figures.money(overdue, currency)}
      </td>
      <td className="p-2">{t(`way_${way}`)}</td>
      <td className="digits p-2 text-right whitespace-nowrap">
        {figures.whole(adds, addsCurrency)}
      </td>
      <td className="p-2">{useStanding(row)}</td>
      <td className="p-2">{owner ?? t('nobody')}</td>
    </tr>
  );
}

function useStanding({ planned, calledFor, leftAloneUntil: until }: PricedRow): string {
  const t = useWords(words);
  const figures = useFigures();
  if (until !== null) return t('left_alone_until', { day: figures.day(until) });
  if (planned) return t('is_planned');
  return t(calledFor ? 'called_for' : 'no_room');
}
