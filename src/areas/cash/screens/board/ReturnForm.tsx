/** The bank took a payment back: the day, the fees, and what will be open again, before it is. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { returnPayment, type WireAftermath } from '#areas/cash/contract/credits.ts';
import { fundsWereMissing } from '#areas/cash/rules/receipts/return-fee.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call, rehearse } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { MoneyField } from '#web/ui/MoneyField.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../../words.ts';
import { type Board, useCashChanged } from './board-data.ts';
import { words } from './words.ts';

type Props = {
  receipt: Pick<Board['receipt'], 'receiptId' | 'currency' | 'state' | 'payerName'>;
  /** The day on which it went back, as it is told; else today. */
  on?: string;
  because?: string;
  onClose: () => void;
};

export function ReturnForm({ receipt, on, because, onClose }: Props) {
  const t = useWords(words);
  const forbidden = useMay()('cash.post');
  const changed = useCashChanged();
  const figures = useFigures();
  const { receiptId, currency, state } = receipt;
  const params = { receiptId };
  const [reason, setReason] = useState(because ?? 'NSF');
  const preview = useQuery({
    queryKey: ['cash', 'return', receiptId],
    enabled: state === 'posted' && forbidden === undefined,
    queryFn: () => rehearse(returnPayment, { params, body: { reason: 'NSF' } }),
  });
  const asked = fundsWereMissing({ reason, said: '' }) ? preview.data?.policyFee : undefined;
  const fee = asked?.amount ?? '';
  function gone(text: string): void {
    say({ text });
    onClose();
  }
  const back = useMutation({
    mutationFn: (body: BodyOf<typeof returnPayment>) => call(returnPayment, { params, body }),
    onSuccess: ({ feeLowered: low }) => {
      changed();
      if (low === null) return gone(t('returned'));
      const most = figures.money(low.most, low.currency);
      return gone(t('returned_lowered', { most, state: low.state }));
    },
  });
  const form = useForm(returnPayment, (body) => back.mutate(body));
  return (
    <Dialog title={t('return_title')} sub={receipt.payerName} onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3">
        <DayField
          label={t('return_on')}
          name="returnedOn"
          {...(on === undefined ? {} : { defaultValue: on })}
          error={form.errors.returnedOn}
        />
        <MoneyField label={t('bank_fee')} name="bankFee" currency={currency} />
        <TextField
          label={t('reason')}
          name="reason"
          defaultValue={reason}
          onChange={({ target }) => setReason(target.value)}
          error={form.errors.reason}
        />
        <MoneyField
          // Another reason puts what the policy asks for it in place of what stood there.
          key={fee}
          label={t('customer_fee')}
          name="customerFee"
          currency={currency}
          defaultValue={fee}
        />
        {preview.data !== undefined && <Preview after={preview.data} />}
        <RefusalNote error={back.error ?? preview.error} words={areaWords} />
        <div>
          <Button type="submit" tone="main" because={forbidden} busy={back.isPending}>
            {t('return_do')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

export function Preview({ after }: { after: WireAftermath }) {
  const t = useWords(words);
  const figures = useFigures();
  if (after.opened.length + after.promises.length + after.told.length === 0) return null;
  return (
    <section aria-label={t('preview')} className="rounded-lg bg-sunk p-3 text-sm">
      <h3 className="font-[600]">{t('preview')}</h3>
      <ul>
        {after.opened.map((item) => (
          <li key={item.itemId}>
            {item.document} {figures.money(item.open, item.currency)} ·{' '}
            {t('days_late', { count: item.daysLate })}
          </li>
        ))}
        {after.promises.map((promise) => (
          <li key={promise.promiseId}>
            {t('promise_becomes', {
              amount: figures.money(promise.amount, promise.currency),
              day: figures.day(promise.dueOn),
            })}
          </li>
        ))}
      </ul>
      {after.told.length > 0 && <h3 className="mt-2 font-[600]">{t('told')}</h3>}
      <ul>
        {after.told.slice(0, 12).map((line, at) => (
          <li key={at}>
            {t(`told_${line.kind}`)} {line.document === '' ? line.account : line.document}{' '}
            {figures.money(line.amount, line.currency)}
          </li>
        ))}
      </ul>
    </section>
  );
}
