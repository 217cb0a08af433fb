/** Allowances for credit losses: the table each was computed from, and the second person's word. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import {
  type WireAllowance,
  allowances,
  reviewAllowance,
} from '#areas/metrics/contract/allowance.ts';
import type { AnswerOf, BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { inputLook } from '#web/ui/Field.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Bones, Empty, Failed } from '#web/ui/states.tsx';
import { WideTable } from '#web/ui/WideTable.tsx';
import { AllowanceForm } from './AllowanceForm.tsx';
import { useNames } from './figure-text.ts';
import { MetricTabs } from './MetricTabs.tsx';
import { words } from './words.ts';

export function AllowanceScreen() {
  const t = useWords(words);
  const why = useWhy();
  const forbidden = useMay()('allowance.prepare');
  const [search] = useSearchState(allowances);
  const [preparing, setPreparing] = useState(false);
  const list = useQuery<AnswerOf<typeof allowances>>({
    queryKey: ['aging', 'allowances', search],
    queryFn: ({ signal }) => call(allowances, { query: search, signal }),
  });
  const rows = list.data?.rows;
  return (
    <Page
      title={t('allowance')}
      sub={t('allowance_sub')}
      actions={
        <Button tone="main" because={forbidden} onClick={() => setPreparing(true)}>
          {t('prepare')}
        </Button>
      }
    >
      <MetricTabs />
      {list.isPending && <Bones lines={8} />}
      {list.isError && <Failed why={why(list.error)} onRetry={() => void list.refetch()} />}
      {rows?.length === 0 && <Empty title={t('allowance_none')} why={t('allowance_none_why')} />}
      <div className="grid max-w-[900px] gap-5">
        {rows?.map((row) => (
          <Allowance key={row.allowanceId} row={row} />
        ))}
      </div>
      {preparing && <AllowanceForm company={search.company} onClose={() => setPreparing(false)} />}
    </Page>
  );
}

function Allowance({ row }: { row: WireAllowance }) {
  const t = useWords(words);
  const figures = useFigures();
  const { facts, currency } = row;
  const name = row.reviewedBy ?? t('somebody');
  const title = `${row.company} · ${figures.day(row.asOf)} · ${t(`method_${row.method}`)}`;
  const sums = [
    ['singly', facts.apart],
    ['allowance', facts.allowance],
    ['before', facts.before],
    ['provision', facts.provision],
  ] as const;
  return (
    <section aria-label={title} className="grid gap-1.5">
      <h2 className="font-[650]">{title}</h2>
      <p className="text-sm text-ink-2">
        {t('prepared_by', { name: row.preparedBy ?? t('somebody'), reason: row.reason })} ·{' '}
        {row.verdict === null ? t('state_open') : t(`state_${row.verdict}`, { name })}
        {row.note ? ` · ${row.note}` : ''}
      </p>
      <Buckets row={row} title={title} />
      <dl className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {sums.map(([key, value]) => (
          <div key={key}>
            <dt className="text-ink-2">{t(key)}</dt>
            <dd className="figures font-[600]">{figures.money(value, currency)}</dd>
          </div>
        ))}
      </dl>
      {row.verdict === null && <Review row={row} />}
    </section>
  );
}

function Buckets({ row: { facts, currency }, title }: { row: WireAllowance; title: string }) {
  const t = useWords(words);
  const figures = useFigures();
  const names = useNames();
  return (
    <WideTable label={title} framed look="text-sm">
      <thead className="text-ink-2">
        <tr>
          {(['bucket', 'balance', 'roll', 'loss_rate', 'loss'] as const).map((key, index) => (
            <th
              key={key}
              scope="col"
              className={`px-2.5 py-1.5 ${index === 0 ? 'text-left' : 'text-right'}`}
            >
              {t(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {facts.buckets.map(({ bucket, balance, roll, lossRatePct, loss }) => (
          <tr key={bucket} className="border-t border-line">
            <th scope="row" className="px-2.5 py-1.5 text-left font-[550]">
              {names.variant(bucket)}
            </th>
            {[figures.amount(balance, currency), roll ?? '—', lossRatePct].map((text, index) => (
              <td key={['balance', 'roll', 'rate'][index]} className="figures px-2.5 text-right">
                {text}
              </td>
            ))}
            <td className="figures px-2.5 text-right">{figures.amount(loss, currency)}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

function Review({ row }: { row: WireAllowance }) {
  const t = useWords(words);
  const why = useWhy();
  const noteId = useId();
  const queries = useQueryClient();
  const forbidden = useMay()('allowance.sign') ?? (row.own ? t('own') : undefined);
  const [note, setNote] = useState('');
  const review = useMutation({
    mutationFn: (body: BodyOf<typeof reviewAllowance>) =>
      call(reviewAllowance, { params: { allowanceId: row.allowanceId }, body }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['aging', 'allowances'] });
      say({ text: t('reviewed') });
    },
    onError: (error) => say({ text: why(error), tone: 'refused' }),
  });
  return (
    <div className="flex flex-wrap items-end gap-2">
      <span className="grid min-w-60 flex-1 gap-1">
        <label htmlFor={noteId} className="text-sm text-ink-2">
          {t('note')}
        </label>
        <input
          id={noteId}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          className={inputLook}
        />
      </span>
      <Button
        tone="main"
        because={forbidden}
        busy={review.isPending}
        onClick={() => review.mutate({ verdict: 'signed', note })}
      >
        {t('sign')}
      </Button>
      <Button because={forbidden} onClick={() => review.mutate({ verdict: 'sent_back', note })}>
        {t('send_back')}
      </Button>
    </div>
  );
}
