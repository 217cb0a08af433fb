/** Putting a credit where it belongs: onto an open item of the same account and currency. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { applyCredit, type Item, items } from '#areas/ledger/contract.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { signOf } from '#web/ui/Amount.tsx';
import { Button } from '#web/ui/Button.tsx';
import { SelectField, TextField } from '#web/ui/Field.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { MoneyField } from '#web/ui/MoneyField.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { useMay } from '#web/ui/reader.tsx';
import { fieldOf } from '#web/ui/refusal.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

type Props = { credit: Item; accountId: string; onChanged: (accountId: string) => void };

export function ApplyCredit(props: Props) {
  const t = useWords(words);
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (signOf(props.credit.open) >= 0) return null;
  if (open) return <ApplyForm {...props} onDone={() => setOpen(false)} />;
  return (
    <div>
      <Button because={may('cash.apply')} onClick={() => setOpen(true)}>
        {t('apply')}
      </Button>
    </div>
  );
}

function ApplyForm({ credit, accountId, onChanged, onDone }: Props & { onDone: () => void }) {
  const t = useWords(words);
  const figures = useFigures();
  const { itemId, currency } = credit;
  const debits = useDebits(accountId, currency);
  const apply = useMutation({
    mutationFn: (body: BodyOf<typeof applyCredit>) =>
      call(applyCredit, { params: { accountId }, body }),
    onSuccess: (_, body) => {
      const document = debits.find((debit) => debit.itemId === body.debitItemId)?.document ?? '';
      onChanged(accountId);
      say({ text: t('applied', { amount: figures.money(body.amount, currency), document }) });
      onDone();
    },
  });
  const form = useForm(applyCredit, (body) => apply.mutate(body));
  return (
    <form noValidate onSubmit={form.onSubmit} className="grid max-w-96 gap-3">
      <input type="hidden" name="creditItemId" value={itemId} />
      <SelectField
        label={t('apply_to')}
        name="debitItemId"
        autoFocus
        error={form.errors.debitItemId}
        choices={debits.map((debit) => ({
          value: debit.itemId,
          name: `${debit.document} · ${figures.amount(debit.open, currency)}`,
        }))}
      />
      <MoneyField
        label={t('amount')}
        name="amount"
        currency={currency}
        defaultValue={credit.open.replace('-', '')}
        error={form.errors.amount ?? fieldOf(apply.error, 'amount')}
      />
      <TextField
        label={t('reason')}
        name="reason"
        defaultValue={t('reason_apply')}
        error={form.errors.reason}
      />
      <RefusalNote error={apply.error} words={areaWords} />
      <Button type="submit" tone="main" busy={apply.isPending}>
        {t('apply_save')}
      </Button>
    </form>
  );
}

/** The open debits that the credit may pay, oldest first. */
function useDebits(accountId: string, currency: string): readonly Item[] {
  const open = useQuery({
    queryKey: ['account', accountId, 'items', 'debits'],
    queryFn: ({ signal }) =>
      call(items, { params: { accountId }, query: { limit: 500, sort: 'due' }, signal }),
  });
  return open.data?.rows.filter((row) => row.side === 'debit' && row.currency === currency) ?? [];
}
