/** What late debts would be charged today, each with its working; a run freezes it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { BodyOf } from '#platform/contract/route.ts';
import {
  chargeTerms,
  prepareRun,
  quotedCharges,
  type WireChargeRow,
} from '#areas/charges/contract.ts';
import { type Answer, call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { usePlace } from '#web/ui/grid/place.ts';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { ReasonForm } from '#web/ui/ReasonForm.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Empty, Failed } from '#web/ui/states.tsx';
import { words as areaWords } from '../words.ts';
import { ChargeTabs } from './ChargeTabs.tsx';
import { ChargeNarrow, rowColumns, WorkingInFull } from './row-columns.tsx';
import { TermsForm } from './TermsForm.tsx';
import { words } from './words.ts';

const keyOf = (row: WireChargeRow): string => row.itemId;
const narrow = (row: WireChargeRow) => <ChargeNarrow row={row} />;

export function QuoteScreen() {
  const t = useWords(words);
  const why = useWhy();
  const figures = useFigures();
  const may = useMay();
  const [search] = useSearchState(quotedCharges);
  const quote = useQuery({
    queryKey: ['charges', 'quote', search],
    queryFn: ({ signal }) => call(quotedCharges, { query: search, signal }),
  });
  const [at, moveTo] = usePlace('charges');
  const [open, setOpen] = useState<WireChargeRow | 'prepare' | 'terms' | null>(null);
  const columns = useMemo(() => rowColumns(t, figures), [t, figures]);
  const { data } = quote;
  const close = (): void => setOpen(null);
  const lacking = useTermsLacking(data?.company);
  const nothing = data?.count === 0 ? t(lacking ? 'no_terms' : 'none') : undefined;
  return (
    <Page
      title={t('title')}
      sub={data && <Totals quote={data} />}
      actions={
        <>
          <Button because={may('charges.rule')} onClick={() => setOpen('terms')}>
            {t('terms')}
          </Button>
          <Button
            tone="main"
            because={may('ledger.charge') ?? nothing}
            onClick={() => setOpen('prepare')}
          >
            {t('prepare')}
          </Button>
        </>
      }
    >
      <ChargeTabs />
      {quote.isPending && <GridBones rows={8} />}
      {quote.isError && <Failed why={why(quote.error)} onRetry={() => void quote.refetch()} />}
      {data !== undefined && (
        <Grid
          label={t('quote')}
          columns={columns}
          rows={data.rows}
          rowKey={keyOf}
          at={at ?? data.rows[0]?.itemId ?? null}
          onMove={moveTo}
          onOpen={setOpen}
          narrow={narrow}
          active={open === null}
          empty={
            lacking ? (
              <Empty title={t('no_terms')} why={t('no_terms_why')} />
            ) : (
              <Empty title={t('none')} why={t('none_why')} />
            )
          }
        />
      )}
      {open === 'prepare' && data && <PrepareForm company={data.company} onClose={close} />}
      {open === 'terms' && data && <TermsForm company={data.company} onClose={close} />}
      {open !== null && typeof open === 'object' && (
        <Dialog title={open.document} sub={open.name} onClose={close}>
          <WorkingInFull row={open} />
        </Dialog>
      )}
    </Page>
  );
}

/** Whether the company has said nothing yet of what it charges. */
function useTermsLacking(company: string | undefined): boolean {
  const { data } = useQuery({
    queryKey: ['charges', 'terms', company],
    enabled: company !== undefined,
    queryFn: ({ signal }) => call(chargeTerms, { params: { code: company ?? '' }, signal }),
  });
  if (data === undefined) return false;
  return data.interest === null && data.fees.length === 0 && data.statutes.length === 0;
}

function Totals({ quote }: { quote: Answer<typeof quotedCharges> }) {
  const t = useWords(words);
  const figures = useFigures();
  const day = figures.day(quote.asOf);
  const totals = quote.totals.map(({ sum, currency }) => figures.money(sum, currency)).join(', ');
  return <>{t(totals === '' ? 'sub_none' : 'sub', { day, totals })}</>;
}

function PrepareForm({ company, onClose }: { company: string; onClose: () => void }) {
  const t = useWords(words);
  const queries = useQueryClient();
  const prepare = useMutation({
    mutationFn: (body: BodyOf<typeof prepareRun>) =>
      call(prepareRun, { body: { ...body, company } }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['charges'] });
      say({ text: t('prepared') });
      onClose();
    },
  });
  return (
    <ReasonForm
      title={t('prepare')}
      sub={company}
      why={t('prepare_why')}
      label={t('reason')}
      route={prepareRun}
      act={prepare}
      words={areaWords}
      onClose={onClose}
    />
  );
}
