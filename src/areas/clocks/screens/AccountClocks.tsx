/** The deadlines of an account, the next one first; late ones say by how much. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { accountClocks } from '#areas/clocks/contract.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import { StandingTag } from './StandingTag.tsx';
import { words } from './words.ts';

const mostShown = 5;

export function AccountClocks({ accountId }: { accountId: string }) {
  const t = useWords(words);
  const figures = useFigures();
  const known = useQuery({
    queryKey: ['account', accountId, 'clocks'],
    queryFn: ({ signal }) => call(accountClocks, { params: { accountId }, signal }),
  });
  const rows = known.data?.rows ?? [];
  // An account without deadlines needs no heading that says so.
  if (rows.length === 0) return null;
  return (
    <section>
      <h2 className="mb-1.5">{t('deadlines')}</h2>
      <ul className="grid gap-1.5">
        {rows.slice(0, mostShown).map((row) => (
          <li key={row.clockId} className="text-sm" title={row.source}>
            <span className="block truncate">
              {row.title}
              {row.detail !== null && <span className="text-ink-2"> {row.detail}</span>}
            </span>
            <span className="flex flex-wrap items-baseline gap-x-2 text-ink-2">
              <span className="min-w-0 flex-1">{figures.day(row.dueOn)}</span>
              <StandingTag clock={row} />
            </span>
          </li>
        ))}
      </ul>
      {known.data !== undefined && known.data.count > mostShown && (
        <Link to={paths.clocks} search={{ accountId }} className="link no-print mt-1 text-sm">
          {t('account_more', { count: known.data.count })}
        </Link>
      )}
    </section>
  );
}
