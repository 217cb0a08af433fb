/** Files to the bank: what is released waits here, and what was made stands with its totals. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { makePayout, payoutChecks, payoutFile, payouts } from '#areas/refunds/contract/payouts.ts';
import { type Answer, call, hrefOf } from '#web/api.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Empty, Failed } from '#web/ui/states.tsx';
import { words as areaWords } from '../words.ts';
import { PositivePay } from './PositivePay.tsx';
import { RefundTabs } from './RefundTabs.tsx';
import { SettingButton } from './SettingForm.tsx';
import { words } from './words.ts';

type Files = Answer<typeof payouts>;

export function FilesScreen() {
  const t = useWords(words);
  const why = useWhy();
  const list = useQuery({
    queryKey: ['refunds', 'files'],
    queryFn: ({ signal }) => call(payouts, { query: {}, signal }),
  });
  return (
    <Page title={t('refunds')}>
      <RefundTabs />
      {list.isPending && <Bones lines={6} />}
      {list.isError && <Failed why={why(list.error)} onRetry={() => void list.refetch()} />}
      {list.data !== undefined && (
        <div className="grid gap-6">
          <ReadyList ready={list.data.ready} />
          <Made rows={list.data.rows} />
          <PositivePay rows={list.data.rows} />
        </div>
      )}
    </Page>
  );
}

function ReadyList({ ready }: { ready: Files['ready'] }) {
  const t = useWords(words);
  const figures = useFigures();
  const forbidden = useMay()('refunds.release');
  const make = useMaking();
  if (ready.length === 0) return <Empty title={t('none_ready')} why={t('none_ready_why')} />;
  return (
    <section aria-label={t('ready')} className="grid gap-2">
      <h2 className="font-[600]">{t('ready')}</h2>
      <RefusalNote error={make.error} words={areaWords} />
      <ul className="grid gap-2">
        {ready.map((each) => {
          const { company, method, currency, count, total, hasSetting } = each;
          return (
            <li
              key={`${company} ${method} ${currency}`}
              className="flex flex-wrap items-center gap-3"
            >
              <span>
                {company} ·{' '}
                {t('ready_line', {
                  count,
                  method: t(`method_${method}`),
                  total: figures.money(total, currency),
                })}
              </span>
              <Button
                tone="main"
                because={forbidden ?? (hasSetting ? undefined : t('no_setting'))}
                busy={make.isPending}
                onClick={() => make.mutate({ company, method, currency })}
              >
                {t('make_file')}
              </Button>
              <SettingButton company={company} method={method} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function useMaking() {
  const t = useWords(words);
  const figures = useFigures();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (which: Pick<Files['ready'][number], 'company' | 'method' | 'currency'>) =>
      call(makePayout, { body: { ...which, reason: t('make_file') } }),
    onSuccess: ({ fileName, total, currency, payments }) => {
      void queries.invalidateQueries({ queryKey: ['refunds'] });
      const text = { name: fileName, total: figures.money(total, currency), count: payments };
      say({ text: t('file_made', text) });
    },
  });
}

function Made({ rows }: { rows: Files['rows'] }) {
  const t = useWords(words);
  const figures = useFigures();
  const forbidden = useMay()('refunds.release');
  if (rows.length === 0) return null;
  return (
    <section aria-label={t('made')} className="grid gap-2">
      <h2 className="font-[600]">{t('made')}</h2>
      <ul className="grid gap-2">
        {rows.map(({ payoutId, method, fileName, madeOn, payments, total, currency, by }) => (
          <li key={payoutId} className="flex flex-wrap items-baseline gap-x-3">
            {forbidden === undefined ? (
              <a className="link" href={hrefOf(payoutFile, { params: { payoutId } })} download>
                {fileName}
              </a>
            ) : (
              <span>{fileName}</span>
            )}
            <span className="text-sm text-ink-2">
              {figures.day(madeOn)} · {by} · {t('payments_count')} {payments}
            </span>
            <Amount value={total} currency={currency} named strong />
            {method === 'check' && forbidden === undefined && (
              <a className="link" href={hrefOf(payoutChecks, { params: { payoutId } })} download>
                {t('print_checks')}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
