/** One batch: its control, its receipts, and what may still be done with it. */
import { useMutation, useQuery } from '@tanstack/react-query';
import {
  oneBatch,
  postBatch,
  reverseBatch,
  type WireBatch,
  withdrawBatch,
} from '#areas/cash/contract/receipts.ts';
import { call } from '#web/api.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useLanguage } from '#web/ui/language.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { Bones } from '#web/ui/states.tsx';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../../words.ts';
import { useCashChanged } from '../board/board-data.ts';
import { stateWords } from '../board/words.ts';
import { words } from './words.ts';

type Props = { batchId: string; onClose: () => void };

export function BatchSheet({ batchId, onClose }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const language = useLanguage();
  const known = useQuery({
    queryKey: ['cash', 'batch', batchId],
    queryFn: ({ signal }) => call(oneBatch, { params: { batchId }, signal }),
  });
  const batch = known.data?.batch;
  return (
    <Dialog
      title={t('title')}
      sub={batch && figures.day(batch.receivedOn)}
      onClose={onClose}
      shape="wide"
    >
      {known.data === undefined || batch === undefined ? (
        <Bones lines={6} />
      ) : (
        <div className="grid gap-4">
          <p>
            {isAgreed(batch)
              ? t('agrees')
              : t('differs', {
                  count: batch.difference.count,
                  amount: figures.money(batch.difference.amount, batch.currency),
                })}
          </p>
          <ul className="grid gap-1">
            {known.data.receipts.map((row) => (
              <li key={row.receiptId} className="flex justify-between gap-3">
                <span className="truncate">
                  {row.account?.name ?? row.payerName} {row.reference}
                  <span className="pl-2 text-sm text-ink-3">{stateWords[row.state][language]}</span>
                </span>
                <Amount value={row.amount} currency={row.currency} />
              </li>
            ))}
          </ul>
          <Acts batch={batch} onClose={onClose} />
        </div>
      )}
    </Dialog>
  );
}

function isAgreed({ difference }: WireBatch): boolean {
  return difference.count === 0 && /^-?0*(?:\.0*)?$/u.test(difference.amount);
}

function Acts({ batch, onClose }: { batch: WireBatch; onClose: () => void }) {
  const t = useWords(words);
  const forbidden = useMay()('cash.post');
  const changed = useCashChanged();
  const params = { batchId: batch.batchId };
  const act = useMutation({
    mutationFn: async (verb: 'post' | 'withdraw' | 'reverse'): Promise<string> => {
      if (verb === 'post') return t('posted', await call(postBatch, { params, body: {} }));
      const route = verb === 'withdraw' ? withdrawBatch : reverseBatch;
      const reason = t(verb === 'withdraw' ? 'why_withdrawn' : 'why_reversed');
      await call(route, { params, body: { reason } });
      return t('done');
    },
    onSuccess: (text) => {
      changed();
      say({ text });
      onClose();
    },
  });
  return (
    <div className="grid gap-2">
      <RefusalNote error={act.error} words={areaWords} />
      <div className="flex gap-2">
        {batch.state === 'open' && (
          <>
            <Button tone="main" because={forbidden} onClick={() => act.mutate('post')}>
              {t('post')}
            </Button>
            <Button because={forbidden} onClick={() => act.mutate('withdraw')}>
              {t('withdraw')}
            </Button>
          </>
        )}
        {batch.state === 'posted' && (
          <Button tone="danger" because={forbidden} onClick={() => act.mutate('reverse')}>
            {t('reverse')}
          </Button>
        )}
      </div>
    </div>
  );
}
