/** What every promise says beside its amount: by which day, who said it, how, and what else. */
import { paymentMethods } from '#areas/promises/contract.ts';
import { DayField } from '#web/ui/DayField.tsx';
import { AreaField, SelectField, TextField } from '#web/ui/Field.tsx';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

type Props = { saidBy: string | undefined; complaint: (field: string) => string | undefined };

export function PromiseFields({ saidBy, complaint }: Props) {
  const t = useWords(words);
  return (
    <>
      <DayField label={t('due_on')} name="dueOn" error={complaint('dueOn')} />
      <TextField
        label={t('said_by')}
        name="saidBy"
        defaultValue={saidBy ?? t('accounts_payable')}
        autoComplete="off"
        error={complaint('saidBy')}
      />
      <SelectField
        label={t('method')}
        name="method"
        none={t('method_any')}
        choices={paymentMethods.map((value) => ({ value, name: t(`method_${value}`) }))}
      />
      <AreaField label={t('note')} name="note" rows={2} />
    </>
  );
}
