/** What waits for the next report to a state, and the reports that were made. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { because } from '#areas/refunds/contract/shapes.ts';
import {
  makeUnclaimedReport,
  type unclaimed,
  unclaimedFile,
} from '#areas/refunds/contract/unclaimed.ts';
import { type Answer, call, hrefOf } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useMay } from '#web/ui/reader.tsx';
import { ReasonForm } from '#web/ui/ReasonForm.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words/unclaimed.ts';

type Unclaimed = Answer<typeof unclaimed>;
type Waiting = Unclaimed['released'][number];

export function UnclaimedReports({ answer }: { answer: Unclaimed }) {
  return (
    <div className="mt-6 grid gap-6">
      <WaitingList rows={answer.released} />
      <MadeList rows={answer.reports} />
    </div>
  );
}

function WaitingList({ rows }: { rows: readonly Waiting[] }) {
  const t = useWords(words);
  const figures = useFigures();
  const forbidden = useMay()(makeUnclaimedReport.permission);
  const [making, setMaking] = useState<Waiting | null>(null);
  if (rows.length === 0) return null;
  return (
    <section aria-label={t('released')} className="grid gap-2">
      <h2>{t('released')}</h2>
      <ul className="grid gap-2">
        {rows.map((row) => (
          <li key={`${row.company} ${row.currency}`} className="flex flex-wrap items-center gap-3">
            <span>
              {t('released_line', { ...row, total: figures.money(row.total, row.currency) })}
            </span>
            <Button tone="main" because={forbidden} onClick={() => setMaking(row)}>
              {t('make')}
            </Button>
          </li>
        ))}
      </ul>
      {making && <MakeForm waiting={making} onClose={() => setMaking(null)} />}
    </section>
  );
}

function MakeForm({ waiting, onClose }: { waiting: Waiting; onClose: () => void }) {
  const t = useWords(words);
  const queries = useQueryClient();
  const { company, state } = waiting;
  const make = useMutation({
    mutationFn: ({ reason }: { reason: string }) =>
      call(makeUnclaimedReport, { body: { company, state, reason } }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['refunds'] });
      say({ text: t('made_now') });
      onClose();
    },
  });
  return (
    <ReasonForm
      title={t('make')}
      why={t('make_why')}
      label={t('reason')}
      route={{ body: because }}
      act={make}
      words={areaWords}
      onClose={onClose}
    />
  );
}

function MadeList({ rows }: { rows: Unclaimed['reports'] }) {
  const t = useWords(words);
  const figures = useFigures();
  if (rows.length === 0) return null;
  return (
    <section aria-label={t('reports')} className="grid gap-2">
      <h2>{t('reports')}</h2>
      <ul className="grid gap-2">
        {rows.map(({ reportId, fileName, madeOn, lines, total, currency }) => (
          <li key={reportId} className="flex flex-wrap items-baseline gap-x-3">
            <a className="link" href={hrefOf(unclaimedFile, { params: { reportId } })} download>
              {fileName}
            </a>
            <span className="text-sm text-ink-2">
              {t('report_line', {
                day: figures.day(madeOn),
                count: lines,
                total: figures.money(total, currency),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
