/** Letters: what waits to be printed, what was printed together, and what became of each. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  letterQueue,
  printLetters,
  type WireBatch,
} from '#areas/correspondence/contract/letters.ts';
import * as contract from '#areas/correspondence/contract/letters.ts';
import { LetterheadForm, useReaderCompanies } from '#areas/team/screens/index.ts';
import { call, hrefOf } from '#web/api.ts';
import { Button, linkLook } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Bones, Empty, Failed } from '#web/ui/states.tsx';
import { WideTable } from '#web/ui/WideTable.tsx';
import { words as areaWords } from '../../words.ts';
import { HandButton } from './HandButton.tsx';
import { MailedButton } from './MailedButton.tsx';
import { MailLog } from './MailLog.tsx';
import { PaperTabs } from './PaperTabs.tsx';
import { words } from './words.ts';

export const lettersKey = ['letters'] as const;

export function LettersScreen() {
  const t = useWords(words);
  const why = useWhy();
  const [search] = useSearchState(letterQueue);
  const read = useQuery({
    queryKey: [...lettersKey, 'queue', search],
    queryFn: ({ signal }) => call(letterQueue, { query: search, signal }),
  });
  const { data } = read;
  return (
    <Page
      title={t('letters')}
      sub={data && t('waiting', { queued: data.queued, held: data.held })}
      actions={
        <>
          <HeadButton />
          <PrintButton waits={(data?.queued ?? 0) + (data?.held ?? 0) > 0} />
        </>
      }
    >
      <PaperTabs />
      {read.isPending && <Bones lines={8} />}
      {read.isError && <Failed why={why(read.error)} onRetry={() => void read.refetch()} />}
      {data && <Batches batches={data.batches} printer={data.printer} />}
      {data && <MailLog />}
    </Page>
  );
}

function HeadButton() {
  const t = useWords(words);
  const forbidden = useMay()('statements.approve');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button because={forbidden} onClick={() => setOpen(true)}>
        {t('letterhead')}
      </Button>
      {open && <LetterheadForm onClose={() => setOpen(false)} />}
    </>
  );
}

/** Prints for the company that is shown; for several, the first one that has letters. */
function PrintButton({ waits }: { waits: boolean }) {
  const t = useWords(words);
  const queries = useQueryClient();
  const forbidden = useMay()('letters.print');
  const print = useMutation({
    mutationFn: (company: string) =>
      call(printLetters, { body: { company, mailClass: 'first_class', most: 5000 } }),
    onSuccess: ({ letters, held }) => {
      say({ text: t('printed_now', { letters, held }) });
      void queries.invalidateQueries({ queryKey: lettersKey });
    },
  });
  const companies = useReaderCompanies();
  const [{ company = companies[0]?.code }] = useSearchState(letterQueue);
  const because = forbidden ?? (waits ? undefined : t('nothing_waits'));
  return (
    <>
      <RefusalNote error={print.error} words={areaWords} />
      <Button
        tone="main"
        because={because}
        busy={print.isPending}
        onClick={() => company !== undefined && print.mutate(company)}
      >
        {t('print')}
      </Button>
    </>
  );
}

type BatchesProps = { batches: readonly WireBatch[]; printer: string | null };

function Batches({ batches, printer }: BatchesProps) {
  const t = useWords(words);
  if (batches.length === 0) return <Empty title={t('no_batches')} why={t('no_batches_why')} />;
  return (
    <section className="mb-6">
      <h2 className="mb-1.5">{t('batches')}</h2>
      <WideTable label={t('batches')} framed look="ruled">
        <thead>
          <tr>
            <th>{t('printed')}</th>
            <th>{t('company')}</th>
            <th>{t('mail_class')}</th>
            <th className="text-right">{t('count')}</th>
            <th className="text-right">{t('pages')}</th>
            <th className="text-right">{t('mailed')}</th>
            <th className="text-right">{t('returned')}</th>
            <th>{t('files')}</th>
          </tr>
        </thead>
        <tbody>
          {batches.map((batch) => (
            <BatchRow key={batch.batchId} batch={batch} printer={printer} />
          ))}
        </tbody>
      </WideTable>
    </section>
  );
}

function BatchRow({ batch, printer }: { batch: WireBatch; printer: string | null }) {
  const t = useWords(words);
  const figures = useFigures();
  const params = { batchId: batch.batchId };
  return (
    <tr>
      <td>{figures.day(batch.printedOn)}</td>
      <td>{batch.company}</td>
      <td>{t(`class_${batch.mailClass}`)}</td>
      <td className="figures text-right">
        {figures.number(batch.letters)}
        {batch.withdrawn > 0 && (
          <span className="text-ink-2"> · {t('withdrawn', { letters: batch.withdrawn })}</span>
        )}
      </td>
      <td className="figures text-right">{figures.number(batch.pages)}</td>
      <td className="figures text-right">{figures.number(batch.mailed)}</td>
      <td className="figures text-right">{figures.number(batch.returned)}</td>
      <td>
        <div className="flex min-w-60 flex-wrap gap-2">
          <a className={linkLook} href={hrefOf(contract.printFile, { params })}>
            {t('print_file')}
          </a>
          <a
            className={linkLook}
            href={hrefOf(contract.manifest, { params, query: { format: 'csv' } })}
          >
            {t('list_csv')}
          </a>
          <a
            className={linkLook}
            href={hrefOf(contract.manifest, { params, query: { format: 'pdf' } })}
          >
            {t('list_pdf')}
          </a>
          {printer !== null && <HandButton batch={batch} printer={printer} />}
          <MailedButton batch={batch} />
        </div>
      </td>
    </tr>
  );
}
