/** A new deposit: which bank, how many checks, and what they come to, counted beforehand. */
import { type Deposits, openDeposit } from '#areas/cash/contract/deposits.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { SelectField, TextField } from '#web/ui/Field.tsx';
import { MoneyField } from '#web/ui/MoneyField.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../../words.ts';
import { useCashWrite } from '../closing/cash-write.ts';
import { words } from './words.ts';

type Props = { list: Deposits; onDone: (depositId: string) => void; onClose: () => void };
type Typed = {
  bankAccountId: string;
  currency: string;
  count: number;
  amount: string;
  note: string;
};

export function OpenDepositForm({ list, onDone, onClose }: Props) {
  const t = useWords(words);
  const currency = list.banks[0]?.currency ?? 'USD';
  const open = useCashWrite(
    async (body: Typed) => {
      const bank = list.banks.find((each) => each.bankAccountId === body.bankAccountId);
      const wish = { ...body, company: list.company, currency: bank?.currency ?? currency };
      const { depositId } = await call(openDeposit, { body: wish });
      onDone(depositId);
    },
    () => undefined,
  );
  const form = useForm(openDeposit, (body) => open.mutate(body));
  return (
    <Dialog title={t('new')} onClose={onClose} shape="middle">
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <SelectField
          label={t('bank')}
          name="bankAccountId"
          choices={list.banks.map((bank) => ({ value: bank.bankAccountId, name: bank.name }))}
        />
        <input type="hidden" name="currency" value={currency} />
        <TextField
          label={t('count')}
          name="count"
          inputMode="numeric"
          autoFocus
          error={form.errors.count}
        />
        <MoneyField
          label={t('amount')}
          name="amount"
          currency={currency}
          error={form.errors.amount}
        />
        <TextField label={t('note')} name="note" error={form.errors.note} />
        <RefusalNote error={open.error} words={areaWords} />
        <Button type="submit" tone="main" busy={open.isPending}>
          {t('open')}
        </Button>
      </form>
    </Dialog>
  );
}
