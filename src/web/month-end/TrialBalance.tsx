/**
 * The trial balance of a period: the journal's accounts by posting day, debits equal to
 * credits. It is read when somebody opens it.
 */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Phrase } from '#kernel/words.ts';
import { chartWords } from '#areas/ledger/screens/index.ts';
import { type MonthEnd, trialBalance } from '#areas/reports/contract/month-end.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import { call } from '../api.ts';
import { Amount } from '../ui/Amount.tsx';
import { useLanguage } from '../ui/language.tsx';
import { useWhy } from '../ui/refusal.ts';
import { useWords } from '../ui/say.ts';
import { Bones, Failed } from '../ui/states.tsx';
import { WideTable } from '../ui/WideTable.tsx';
import { words } from './words.ts';

type Row = AnswerOf<typeof trialBalance>['rows'][number];
const figures = ['opening', 'debit', 'credit', 'closing'] as const;

export function TrialBalance({ month }: { month: MonthEnd }) {
  const t = useWords(words);
  const why = useWhy();
  const [open, setOpen] = useState(false);
  const { company, period } = month;
  const query = { company, from: period.firstOn, to: period.lastOn };
  const read = useQuery({
    queryKey: ['month-end', 'trial-balance', query],
    queryFn: ({ signal }) => call(trialBalance, { query, signal }),
    enabled: open,
  });
  return (
    <details
      className="rounded-lg border border-line bg-surface p-4"
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="cursor-pointer font-[600]">{t('trial_balance')}</summary>
      {open && read.isPending && <Bones lines={6} />}
      {read.isError && <Failed why={why(read.error)} onRetry={() => void read.refetch()} />}
      {read.data && <Accounts rows={read.data.rows} />}
    </details>
  );
}

function Accounts({ rows }: { rows: readonly Row[] }) {
  const t = useWords(words);
  if (rows.length === 0) return <p className="pt-2 text-ink-3">{t('nothing_posted')}</p>;
  return (
    <WideTable label={t('trial_balance')} look="min-w-[40rem]">
      <thead>
        <tr className="text-left text-sm text-ink-3">
          <th scope="col" className="py-1 pr-3 font-normal">
            {t('account')}
          </th>
          {figures.map((figure) => (
            <th key={figure} scope="col" className="py-1 pl-3 text-right font-normal">
              {t(figure)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.account} ${row.currency}`} className="border-t border-line">
            <th scope="row" className="py-1.5 pr-3 text-left font-normal">
              <AccountName row={row} />
            </th>
            {figures.map((figure) => (
              <td key={figure} className="py-1.5 pl-3 text-right">
                <Amount value={row[figure]} currency={row.currency} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

function AccountName({ row: { account, number, currency } }: { row: Row }) {
  const language = useLanguage();
  // The journal may hold an account of a newer program; its code then speaks for itself.
  const name = new Map<string, Phrase>(Object.entries(chartWords)).get(account)?.[language];
  return (
    <span title={account}>
      {name ?? account}{' '}
      <span className="text-sm text-ink-3">
        {[number, currency].filter((each) => each !== null).join(' · ')}
      </span>
    </span>
  );
}
