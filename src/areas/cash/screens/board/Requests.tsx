/** Money above the limit that somebody wants elsewhere; who asked never approves it. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { decideElsewhere, elsewhereRequests } from '#areas/cash/contract/elsewhere.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { Button } from '#web/ui/Button.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { useCashChanged } from './board-data.ts';
import { words } from './standing-words.ts';

type Asked = AnswerOf<typeof elsewhereRequests>['rows'][number];
type Wish = { requestId: string; outcome: 'approved' | 'rejected' };

export function Requests({ company }: { company: string | undefined }) {
  const t = useWords(words);
  const why = useWhy();
  const changed = useCashChanged();
  const read = useQuery({
    queryKey: ['cash', 'requests', company],
    queryFn: ({ signal }) => call(elsewhereRequests, { query: { company }, signal }),
  });
  const decide = useMutation({
    mutationFn: ({ requestId, outcome }: Wish) =>
      call(decideElsewhere, {
        params: { requestId },
        body: { outcome, reason: t(`why_${outcome}`) },
      }),
    onSuccess: (_, { outcome }) => {
      changed();
      say({ text: t(outcome) });
    },
    onError: (error) => say({ text: why(error), tone: 'refused' }),
  });
  const rows = read.data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <section aria-label={t('requests', { count: rows.length })} className="mt-3">
      <h2 className="mb-1.5">{t('requests', { count: rows.length })}</h2>
      <ul className="grid gap-1.5">
        {rows.map((row) => (
          <RequestRow
            key={row.requestId}
            row={row}
            busy={decide.isPending}
            onDecide={(outcome) => decide.mutate({ requestId: row.requestId, outcome })}
          />
        ))}
      </ul>
    </section>
  );
}

type RowProps = { row: Asked; busy: boolean; onDecide: (outcome: Wish['outcome']) => void };

function RequestRow({ row, busy, onDecide }: RowProps) {
  const t = useWords(words);
  const forbidden = useMay()('cash.approve');
  const because = forbidden ?? (row.mine ? t('your_own') : undefined);
  const where =
    row.sister === null
      ? t('request_to', { account: row.ledgerAccount ?? '' })
      : t('request_sister', { company: row.sister });
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 rounded-lg border border-line p-2.5">
      <span className="min-w-0">
        <b className="font-[600]">{row.payerName}</b>{' '}
        <Amount value={row.amount} currency={row.currency} named /> {where}
        <span className="block text-sm text-ink-2">
          {t('request_by', { name: row.askedBy, reason: row.reason })}
        </span>
      </span>
      <span className="flex flex-wrap gap-2">
        <Button because={because} busy={busy} onClick={() => onDecide('approved')}>
          {t('approve')}
        </Button>
        <Button tone="quiet" because={because} busy={busy} onClick={() => onDecide('rejected')}>
          {t('reject')}
        </Button>
      </span>
    </li>
  );
}
