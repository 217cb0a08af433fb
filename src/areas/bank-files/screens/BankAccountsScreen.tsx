/** Our accounts at banks: which files they take, which clearing account their cash goes to. */
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { bankAccounts, type WireBankAccount } from '#areas/bank-files/contract/accounts.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import type { Column } from '#web/ui/grid/columns.ts';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { usePlace } from '#web/ui/grid/place.ts';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Empty, Failed } from '#web/ui/states.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { BankAccountForm, EditAccountForm } from './BankAccountForms.tsx';
import { BankFileTabs } from './BankFileTabs.tsx';
import { words } from './words.ts';

const keyOf = (row: WireBankAccount): string => row.bankAccountId;
const unused = ({ active }: WireBankAccount): boolean => !active;
const narrow = (row: WireBankAccount) => (
  <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
    <span className="truncate font-[600]">{row.name}</span>
    <span className="text-right">{row.currency}</span>
    <span className="truncate text-sm text-ink-2">{row.number}</span>
    <span className="text-right text-sm text-ink-2">{row.cashAccount}</span>
  </span>
);

export function BankAccountsScreen() {
  const t = useWords(words);
  const why = useWhy();
  const because = useMay()('bank_files.accounts');
  const [search] = useSearchState(bankAccounts);
  const asked = useQuery({
    queryKey: ['bank-accounts', search],
    queryFn: ({ signal }) => call(bankAccounts, { query: search, signal }),
  });
  const [at, moveTo] = usePlace('bank-accounts');
  const [form, setForm] = useState<WireBankAccount | 'new' | null>(null);
  const columns = useAccountColumns();
  const rows = asked.data?.rows ?? [];
  return (
    <Page
      title={t('accounts')}
      actions={
        <Button tone="main" because={because} onClick={() => setForm('new')}>
          {t('register')}
        </Button>
      }
    >
      <BankFileTabs />
      {asked.isError ? (
        <Failed why={why(asked.error)} onRetry={() => void asked.refetch()} />
      ) : asked.isPending ? (
        <GridBones rows={4} />
      ) : (
        <Grid
          label={t('accounts')}
          columns={columns}
          rows={rows}
          rowKey={keyOf}
          at={(rows.find((row) => row.bankAccountId === at) ?? rows[0])?.bankAccountId ?? null}
          onMove={moveTo}
          onOpen={(row) => because === undefined && setForm(row)}
          narrow={narrow}
          quiet={unused}
          active={form === null}
          empty={<Empty title={t('no_accounts')} why={t('no_accounts_why')} />}
        />
      )}
      {form === 'new' && (
        <BankAccountForm
          company={search.company}
          taken={rows.map(({ cashAccount }) => cashAccount)}
          onClose={() => setForm(null)}
        />
      )}
      {form !== null && form !== 'new' && (
        <EditAccountForm account={form} onClose={() => setForm(null)} />
      )}
    </Page>
  );
}

function useAccountColumns(): readonly Column<WireBankAccount>[] {
  const t = useWords(words);
  const figures = useFigures();
  return useMemo(
    (): readonly Column<WireBankAccount>[] => [
      {
        id: 'name',
        header: t('name'),
        width: 180,
        grow: 2,
        cell: (row) => <span className="block truncate font-[600]">{row.name}</span>,
      },
      { id: 'number', header: t('number'), width: 100, cell: (row) => row.number },
      { id: 'currency', header: t('currency'), width: 90, cell: (row) => row.currency },
      {
        id: 'cash',
        header: t('cash_account'),
        width: 220,
        grow: 1,
        cell: (row) => <span className="block truncate">{row.cashAccount}</span>,
      },
      { id: 'company', header: t('company'), width: 100, drop: 2, cell: (row) => row.company },
      {
        id: 'last',
        header: t('last_statement'),
        width: 140,
        drop: 1,
        cell: (row) =>
          row.lastStatementTo === null ? t('never') : figures.day(row.lastStatementTo),
      },
      {
        id: 'active',
        header: t('state'),
        width: 130,
        cell: (row) => (
          <Tag tone={row.active ? 'good' : 'stop'}>{t(row.active ? 'active' : 'inactive')}</Tag>
        ),
      },
    ],
    [t, figures],
  );
}
