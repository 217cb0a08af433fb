/**
 * One account on one page: who at the left, what is owed in the middle, what happened and
 * what comes next at the right. Every figure is of the day in the address.
 */
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Account } from '#areas/customers/contract.ts';
import { useAccount, Who } from '#areas/customers/screens/index.ts';
import { CoverBanner, HeldBy, useLock } from '#areas/worklist/screens/index.ts';
import { paths } from '../paths.ts';
import { AsOfBand } from '../ui/AsOf.tsx';
import { Page } from '../ui/Page.tsx';
import { useWhy } from '../ui/refusal.ts';
import { useWords } from '../ui/say.ts';
import { Failed } from '../ui/states.tsx';
import { AccountActions } from './AccountActions.tsx';
import { AccountBones } from './AccountBones.tsx';
import { type AccountForm, AccountForms } from './AccountForms.tsx';
import { AccountStrip } from './AccountStrip.tsx';
import { Owed } from './Owed.tsx';
import { useAccountSearch } from './account-search.ts';
import { useMarks } from './marks.ts';
import { words } from './words.ts';

export function AccountScreen() {
  const t = useWords(words);
  const why = useWhy();
  const { accountId } = useParams({ from: `/desk${paths.account}` });
  const [search, setSearch] = useAccountSearch();
  const account = useAccount(accountId, search);
  const [form, setForm] = useState<AccountForm | null>(null);
  const marks = useMarks(accountId);
  const otherPerson = useLock(accountId);
  if (account.isError && account.data === undefined) {
    return (
      <Page title={t('account')}>
        <Failed why={why(account.error)} onRetry={() => void account.refetch()} />
      </Page>
    );
  }
  if (account.data === undefined) return <AccountBones />;
  const data = account.data;
  return (
    <Page
      title={data.name}
      sub={<Identity account={data} />}
      actions={<AccountActions search={search} onSearch={setSearch} onForm={setForm} />}
      asideLabel={t('context')}
      folds
      aside={<AccountStrip accountId={accountId} contacts={data.contacts} onForm={setForm} />}
    >
      {otherPerson !== null && <HeldBy accountId={accountId} holder={otherPerson} />}
      <CoverBanner accountId={accountId} name={data.name} />
      <AsOfBand asOf={search.asOf} knownAt={search.knownAt} onPick={setSearch} />
      <div className="grid gap-6 xl:grid-cols-[216px_minmax(0,1fr)]">
        <div className="order-2 min-w-0 xl:order-1">
          <Who account={data} />
        </div>
        <div className="order-1 min-w-0 xl:order-2">
          <Owed account={data} search={search} onSearch={setSearch} marks={marks} />
        </div>
      </div>
      <AccountForms account={data} form={form} marks={marks} onForm={setForm} />
    </Page>
  );
}

function Identity({ account }: { account: Account }) {
  const t = useWords(words);
  const { number, city, state, terms, openedOn } = account;
  const place = [city, state].filter(Boolean).join(' ');
  const since = openedOn === null ? '' : t('with_you', { year: openedOn.slice(0, 4) });
  return <>{[number, place, terms, since].filter(Boolean).join(' · ')}</>;
}
