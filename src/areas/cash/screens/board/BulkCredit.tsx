/** A credit of many payments: until when its details are awaited, and what it was split into. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { awaitDetails, creditParts, takeAsOne } from '#areas/cash/contract/bulk.ts';
import { call } from '#web/api.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { Button } from '#web/ui/Button.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../../words.ts';
import { type Board, useCashChanged } from './board-data.ts';
import { NamePayments } from './NamePayments.tsx';
import { words } from './standing-words.ts';

export function BulkCredit({ data: { receipt } }: { data: Board }) {
  if (receipt.state === 'split') return <Parts receipt={receipt} />;
  if (receipt.state === 'awaiting') return <Awaited receipt={receipt} />;
  const credited = receipt.source === 'bank' || receipt.source === 'lockbox';
  const waits = receipt.state === 'unposted' && credited && !receipt.amount.startsWith('-');
  return waits ? <SayBulk receipt={receipt} /> : null;
}

type Props = { receipt: Board['receipt'] };

function Awaited({ receipt }: Props) {
  const t = useWords(words);
  const { receiptId } = receipt;
  const act = useBulkAct((reason) => call(takeAsOne, { params: { receiptId }, body: { reason } }));
  return (
    <section aria-label={t('bulk')} className="grid gap-3">
      <p className="text-pretty text-ink-2">{t('bulk_why')}</p>
      <NamePayments receipt={receipt} />
      <BulkButton act={act} name={t('as_one')} why={t('as_one_why')} />
    </section>
  );
}

function SayBulk({ receipt }: Props) {
  const t = useWords(words);
  const { receiptId } = receipt;
  const act = useBulkAct((reason) =>
    call(awaitDetails, { params: { receiptId }, body: { reason } }),
  );
  return (
    <div className="mt-3 grid gap-2">
      <BulkButton act={act} name={t('say_bulk')} why={t('say_bulk_why')} />
      <NamePayments receipt={receipt} />
    </div>
  );
}

function useBulkAct(run: (reason: string) => Promise<unknown>) {
  const t = useWords(words);
  const changed = useCashChanged();
  return useMutation({
    mutationFn: run,
    onSuccess: () => {
      changed();
      say({ text: t('bulk_done') });
    },
  });
}

type ButtonProps = { act: ReturnType<typeof useBulkAct>; name: string; why: string };

function BulkButton({ act, name, why }: ButtonProps) {
  const forbidden = useMay()('cash.post');
  return (
    <>
      <RefusalNote error={act.error} words={areaWords} />
      <div>
        <Button because={forbidden} busy={act.isPending} onClick={() => act.mutate(why)}>
          {name}
        </Button>
      </div>
    </>
  );
}

function Parts({ receipt: { receiptId, currency } }: Props) {
  const t = useWords(words);
  const read = useQuery({
    queryKey: ['cash', 'parts', receiptId],
    queryFn: ({ signal }) => call(creditParts, { params: { receiptId }, signal }),
  });
  return (
    <section aria-label={t('bulk_parts')} className="grid gap-2">
      <h3 className="font-[600]">{t('bulk_parts')}</h3>
      <ul className="grid gap-0.5">
        {(read.data?.parts ?? []).map((part) => (
          <li key={part.receiptId} className="flex justify-between gap-3">
            <span>{part.payerName}</span>
            <Amount value={part.amount} currency={currency} named />
          </li>
        ))}
      </ul>
    </section>
  );
}
