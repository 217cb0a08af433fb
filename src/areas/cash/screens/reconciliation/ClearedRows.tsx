/** What was cleared on this statement, and the way to take one clearing back, with its reason. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  clearedRows,
  type StatementProof,
  unclearLine,
} from '#areas/cash/contract/reconciliation.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useForm } from '#web/ui/read-form.ts';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../../words.ts';
import { useCashWrite } from '../closing/cash-write.ts';
import { words } from './words.ts';

type Row = AnswerOf<typeof clearedRows>['rows'][number];
type Props = { proof: StatementProof; company: string };

export function ClearedRows({ proof, company }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const forbidden = useMay()('cash.reconcile');
  const { bankAccountId, statementId } = proof;
  const [asking, setAsking] = useState<Row | null>(null);
  const read = useQuery({
    queryKey: ['cash-statement', 'cleared', bankAccountId, statementId],
    queryFn: ({ signal }) =>
      call(clearedRows, { params: { bankAccountId, statementId }, query: { company }, signal }),
  });
  const rows = read.data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <details>
      <summary className="cursor-pointer font-[600]">
        {t('cleared_rows', { count: rows.length })}
      </summary>
      <ul aria-label={t('cleared_list')} className="mt-2 grid gap-1">
        {rows.map((row) => (
          <li key={row.lineId} className="flex flex-wrap items-center justify-between gap-x-3">
            <span className="min-w-0 flex-1">
              {figures.day(row.on)} <b className="font-[600]">{row.who || row.said}</b>{' '}
              <span className="text-sm text-ink-2">
                {t(`how_${row.how}`)} · {row.by}
              </span>
            </span>
            <Amount value={row.amount} currency={proof.currency} />
            <Button because={forbidden} onClick={() => setAsking(row)}>
              {t('unclear')}
            </Button>
          </li>
        ))}
      </ul>
      {asking && (
        <UnclearForm
          row={asking}
          company={company}
          bankAccountId={bankAccountId}
          onClose={() => setAsking(null)}
        />
      )}
    </details>
  );
}

type FormProps = { row: Row; company: string; bankAccountId: string; onClose: () => void };

function UnclearForm({ row, company, bankAccountId, onClose }: FormProps) {
  const t = useWords(words);
  const back = useCashWrite(
    ({ reason }: { reason: string }) =>
      call(unclearLine, {
        params: { bankAccountId, lineId: row.lineId },
        body: { company, reason },
      }),
    () => {
      say({ text: t('uncleared') });
      onClose();
    },
  );
  const form = useForm(unclearLine, (body) => back.mutate(body));
  return (
    <Dialog title={t('unclear')} sub={row.who || row.said} onClose={onClose} shape="middle">
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <p className="text-ink-2 text-pretty">{t('unclear_why')}</p>
        <TextField label={t('reason')} name="reason" autoFocus error={form.errors.reason} />
        <RefusalNote error={back.error} words={areaWords} />
        <Button type="submit" tone="main" busy={back.isPending}>
          {t('unclear')}
        </Button>
      </form>
    </Dialog>
  );
}
