/** A bank statement against our books: the proof, the open rows, the signature. */
import { useQuery } from '@tanstack/react-query';
import {
  bankAccounts,
  bankSearch,
  statementProof,
  type StatementProof,
} from '#areas/cash/contract/reconciliation.ts';
import { call } from '#web/api.ts';
import { useFigures } from '#web/ui/figures.ts';
import { Page } from '#web/ui/Page.tsx';
import { Picker } from '#web/ui/Picker.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Bones, Empty, Failed } from '#web/ui/states.tsx';
import { CashTabs } from '../CashTabs.tsx';
import { ClearedRows } from './ClearedRows.tsx';
import { OpenRows } from './OpenRows.tsx';
import { StatementFigures } from './StatementFigures.tsx';
import { words } from './words.ts';

export function BankRecScreen() {
  const t = useWords(words);
  const why = useWhy();
  const figures = useFigures();
  const [search, setSearch] = useSearchState(bankSearch);
  const { company } = search;
  const banks = useQuery({
    queryKey: ['cash-bank', company],
    queryFn: ({ signal }) => call(bankAccounts, { query: { company }, signal }),
  });
  const bank =
    banks.data?.rows.find(({ bankAccountId }) => bankAccountId === search.account) ??
    banks.data?.rows[0];
  const statement =
    bank?.statements.find(({ statementId }) => statementId === search.statement) ??
    bank?.statements[0];
  const which = bank && statement && { bank: bank.bankAccountId, statement: statement.statementId };
  const proof = useProof(which, company);
  return (
    <Page
      title={t('title')}
      actions={
        <>
          {banks.data && bank && (
            <Picker
              label={t('account')}
              on={bank.bankAccountId}
              choices={banks.data.rows.map((each) => ({
                value: each.bankAccountId,
                name: `${each.name} …${each.numberEnd}`,
              }))}
              onPick={(account) => setSearch({ account, statement: undefined })}
            />
          )}
          {bank && statement && (
            <Picker
              label={t('statement')}
              on={statement.statementId}
              choices={bank.statements.map((each) => ({
                value: each.statementId,
                name: t('days', { from: figures.day(each.from), to: figures.day(each.to) }),
              }))}
              onPick={(picked) => setSearch({ account: bank.bankAccountId, statement: picked })}
            />
          )}
        </>
      }
    >
      <CashTabs />
      {(banks.isPending || (which !== undefined && proof.isPending)) && <Bones lines={10} />}
      {banks.isError && <Failed why={why(banks.error)} onRetry={() => void banks.refetch()} />}
      {proof.isError && <Failed why={why(proof.error)} onRetry={() => void proof.refetch()} />}
      {banks.data && !bank && <Empty title={t('no_account')} why={t('no_statement_why')} />}
      {bank && !statement && <Empty title={t('no_statement')} why={t('no_statement_why')} />}
      {proof.data && banks.data && (
        <div className="grid grid-cols-1 gap-5 pb-10">
          <StatementFigures proof={proof.data} company={banks.data.company} />
          <OpenRows key={proof.data.statementId} proof={proof.data} company={banks.data.company} />
          <ClearedRows proof={proof.data} company={banks.data.company} />
        </div>
      )}
    </Page>
  );
}

function useProof(
  which: { readonly bank: string; readonly statement: string } | undefined,
  company: string | undefined,
) {
  return useQuery<StatementProof>({
    queryKey: ['cash-statement', which, company],
    enabled: which !== undefined,
    queryFn: ({ signal }) => {
      const params = { bankAccountId: which?.bank ?? '', statementId: which?.statement ?? '' };
      return call(statementProof, { params, query: { company }, signal });
    },
  });
}
