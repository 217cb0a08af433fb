/** Entering what the general ledger says of the receivables account. */
import { useState } from 'react';
import { enterBalance, type MonthEnd, typedBalance } from '#areas/reports/contract/month-end.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { CheckField, TextField } from '#web/ui/Field.tsx';
import { MoneyField } from '#web/ui/MoneyField.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { useMonthWrite } from './month-mutation.ts';
import { words } from './month-words.ts';

type Props = { line: MonthEnd['lines'][number]; month: MonthEnd; onClose: () => void };

export function BalanceForm({ line, month, onClose }: Props) {
  const t = useWords(words);
  const { currency, inBase, entered } = line;
  const { company, period } = month;
  const [withoutCredits, setWithout] = useState(entered?.withoutCredits ?? false);
  const [withRevaluation, setWith] = useState(entered?.withRevaluation ?? false);
  const enter = useMonthWrite((fields: { amount: string; note: string }) => {
    const body = { company, currency, inBase, withoutCredits, withRevaluation, ...fields };
    return call(enterBalance, { params: { period: period.name }, body });
  }, onClose);
  const form = useForm(typedBalance, (fields) => enter.mutate(fields));
  return (
    <Dialog title={t('gl')} sub={period.name} onClose={onClose} shape="middle">
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <MoneyField
          label={t('gl_balance')}
          name="amount"
          currency={currency}
          defaultValue={entered?.amount ?? ''}
          error={form.errors.amount}
          autoFocus
        />
        <CheckField
          label={t('without_credits')}
          checked={withoutCredits}
          onChange={(event) => setWithout(event.target.checked)}
        />
        {inBase && (
          <CheckField
            label={t('with_revaluation')}
            checked={withRevaluation}
            onChange={(event) => setWith(event.target.checked)}
          />
        )}
        <TextField label={t('note')} name="note" error={form.errors.note} />
        <RefusalNote error={enter.error} words={areaWords} />
        <Button type="submit" tone="main" busy={enter.isPending}>
          {t('save')}
        </Button>
      </form>
    </Dialog>
  );
}
