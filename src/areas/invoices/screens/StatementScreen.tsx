/** The statement of account as the customer gets it: opening, what happened, closing, ages. */
import { useQuery } from '@tanstack/react-query';
import { useParams, useRouter } from '@tanstack/react-router';
import { statement, statementPdf } from '#areas/invoices/contract.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import { call, hrefOf } from '#web/api.ts';
import { Button, linkLook } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useKeys } from '#web/ui/keys.ts';
import { Page } from '#web/ui/Page.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Bones, Empty, Failed } from '#web/ui/states.tsx';
import { PeriodForm } from './PeriodForm.tsx';
import { StatementAges } from './StatementAges.tsx';
import { StatementTable } from './StatementTable.tsx';
import { words } from './words.ts';

export type Statement = AnswerOf<typeof statement>;

export function StatementScreen() {
  const t = useWords(words);
  const why = useWhy();
  const router = useRouter();
  const { accountId } = useParams({ strict: false });
  const params = { accountId: accountId ?? '' };
  const [period, setPeriod] = useSearchState(statement);
  const asked = useQuery<Statement>({
    queryKey: ['account', params.accountId, 'statement', period],
    queryFn: ({ signal }) => call(statement, { params, query: period, signal }),
  });
  const back = (): void => router.history.back();
  useKeys([{ key: 'Escape', phrase: t('back'), run: back, group: 'go' }]);
  const data = asked.data;
  const pdf = hrefOf(statementPdf, { params, query: period });
  return (
    <Page
      title={data === undefined ? t('statement') : data.name}
      sub={data && <StatementName statement={data} />}
      actions={
        <>
          <Button tone="quiet" keys="Escape" onClick={back}>
            {t('back')}
          </Button>
          <Button onClick={() => window.print()}>{t('print')}</Button>
          <a href={pdf} className={linkLook} download>
            {t('pdf')}
          </a>
        </>
      }
    >
      {data !== undefined && <PeriodForm from={data.from} to={data.to} onPick={setPeriod} />}
      {asked.isPending && <Bones lines={12} gap={14} />}
      {asked.isError && <Failed why={why(asked.error)} onRetry={() => void asked.refetch()} />}
      {data?.currencies.length === 0 && <Empty title={t('nothing')} />}
      {data?.currencies.map((book) => (
        <section key={book.currency} className="mb-6 max-w-[900px]">
          <StatementTable book={book} from={data.from} to={data.to} />
          <StatementAges book={book} labels={data.bucketLabels} />
        </section>
      ))}
    </Page>
  );
}

function StatementName({ statement: { account, from, to } }: { statement: Statement }) {
  const t = useWords(words);
  const figures = useFigures();
  const period = t('period_text', { from: figures.day(from), to: figures.day(to) });
  return <>{[t('statement'), account, period].join(' · ')}</>;
}
