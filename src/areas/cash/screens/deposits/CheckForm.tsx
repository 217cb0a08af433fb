/** One more check: the receipt it is, and its magnetic line as keyed or scanned. */
import { useRef } from 'react';
import { addCheck, type Deposits, type WireDeposit } from '#areas/cash/contract/deposits.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { CheckField, SelectField, TextField } from '#web/ui/Field.tsx';
import { MoneyField } from '#web/ui/MoneyField.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useForm } from '#web/ui/read-form.ts';
import { Refused } from '#web/ui/refusal.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../../words.ts';
import { useCashWrite } from '../closing/cash-write.ts';
import { words } from './words.ts';

type Typed = {
  micr: string;
  amount?: string | undefined;
  receiptId?: string | undefined;
  lookedAt: boolean;
};

export function CheckForm({ row, list }: { row: WireDeposit; list: Deposits }) {
  const t = useWords(words);
  const figures = useFigures();
  const box = useRef<HTMLFormElement>(null);
  const { currency, depositId } = row;
  const add = useCashWrite(
    (body: Typed) =>
      call(addCheck, { params: { depositId }, body: { ...body, company: list.company } }),
    () => box.current?.reset(),
  );
  const form = useForm(addCheck, (body) => add.mutate(body));
  const inHand = list.inHand.filter((check) => check.currency === currency);
  const alike = add.error instanceof Refused && add.error.code === 'cash.check_like_another';
  return (
    <form
      ref={box}
      noValidate
      onSubmit={form.onSubmit}
      aria-label={t('check')}
      className="grid gap-3 rounded-lg border border-line p-3"
    >
      <SelectField
        label={t('from_hand')}
        name="receiptId"
        none={t('other_check')}
        choices={inHand.map((check) => ({
          value: check.receiptId,
          name: t('hand_name', {
            who: check.who,
            serial: check.serial,
            amount: figures.money(check.amount, check.currency),
          }),
        }))}
      />
      <TextField label={t('micr')} name="micr" hint={t('micr_hint')} error={form.errors.micr} />
      <MoneyField
        label={t('amount')}
        name="amount"
        currency={currency}
        error={form.errors.amount}
      />
      {alike && <CheckField label={t('looked_at')} name="lookedAt" value="true" />}
      <RefusalNote error={add.error} words={areaWords} />
      <Button type="submit" tone="main" busy={add.isPending}>
        {t('add')}
      </Button>
    </form>
  );
}
