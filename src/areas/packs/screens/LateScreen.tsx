/** What the over-60 report asks: why each account is late, what is done, by whom, until when. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type WireLate, lateAccounts } from '#areas/packs/contract/late.ts';
import { call } from '#web/api.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useLanguage } from '#web/ui/language.tsx';
import { MoreRows } from '#web/ui/MoreRows.tsx';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Empty, Failed } from '#web/ui/states.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { WideTable } from '#web/ui/WideTable.tsx';
import { causeNames } from '../words/causes.ts';
import { LateForm } from './LateForm.tsx';
import { PackTabs } from './PackTabs.tsx';
import { words } from './words.ts';

const columns = [
  'account',
  'days',
  'balance',
  'disputed',
  'planned',
  'collect',
  'cause',
  'plan',
  'owner',
  'until',
] as const;

/** What lacks something stands first; so many lines are drawn, and as many more when asked. */
const atOnce = 100;

export function LateScreen() {
  const t = useWords(words);
  const why = useWhy();
  const [open, setOpen] = useState<WireLate | null>(null);
  const [shown, setShown] = useState(atOnce);
  const list = useQuery({
    queryKey: ['packs', 'late'],
    queryFn: ({ signal }) => call(lateAccounts, { query: {}, signal }),
  });
  const count = list.data?.rows.length ?? 0;
  const paging = {
    count,
    hasMore: shown < count,
    loading: false,
    loadMore: () => setShown(shown + atOnce),
  };
  return (
    <Page title={t('over60')} sub={list.data && t('lacking', { count: list.data.lacking })}>
      <PackTabs />
      {list.isPending && <Bones lines={10} />}
      {list.isError && <Failed why={why(list.error)} onRetry={() => void list.refetch()} />}
      {list.data?.rows.length === 0 && (
        <Empty title={t('nothing_late')} why={t('nothing_late_why')} />
      )}
      {list.data !== undefined && list.data.rows.length > 0 && (
        <WideTable
          label={t('over60')}
          framed
          look="text-sm [&_td]:px-2 [&_td]:py-1.5 [&_th]:px-2 [&_th]:py-1.5 [&_th]:text-left"
        >
          <thead>
            <tr>
              {columns.map((name) => (
                <th key={name} scope="col">
                  {t(name)}
                </th>
              ))}
              <th scope="col">{t('say_why')}</th>
            </tr>
          </thead>
          <tbody>
            {list.data.rows.slice(0, shown).map((row) => (
              <Line key={`${row.accountId} ${row.currency}`} row={row} onOpen={setOpen} />
            ))}
          </tbody>
        </WideTable>
      )}
      <MoreRows paging={paging} />
      {open && (
        <LateForm row={open} people={list.data?.people ?? []} onClose={() => setOpen(null)} />
      )}
    </Page>
  );
}

function Line({ row, onOpen }: { row: WireLate; onOpen: (row: WireLate) => void }) {
  const t = useWords(words);
  const language = useLanguage();
  const figures = useFigures();
  const forbidden = useMay()('accounts.note');
  const { currency, gaps } = row;
  const amount = (value: string) => (
    <td className="text-right">
      <Amount value={value} currency={currency} />
    </td>
  );
  const missing = <Tag tone="late">{t('missing')}</Tag>;
  return (
    <tr className="border-t border-line align-baseline">
      <td>
        {row.account} · {row.name}
      </td>
      <td className="figures text-right">{row.days}</td>
      {amount(row.balance)}
      {amount(row.disputed)}
      {amount(row.planned)}
      {amount(row.toCollect)}
      <td>{gaps.includes('cause') ? missing : row.cause && causeNames[row.cause][language]}</td>
      <td>{gaps.includes('plan') ? missing : row.plan}</td>
      <td>{gaps.includes('owner') ? missing : (row.planOwner ?? row.collector)}</td>
      <td>{row.planDueOn && figures.day(row.planDueOn)}</td>
      <td>
        <Button
          because={forbidden}
          aria-label={`${t('say_why')} · ${row.name} ${currency}`}
          onClick={() => onOpen(row)}
        >
          {t('say_why')}
        </Button>
      </td>
    </tr>
  );
}
