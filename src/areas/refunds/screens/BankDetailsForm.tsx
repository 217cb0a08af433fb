/** Writes down where a customer wants money sent; the number is typed once and never shown. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { BodyOf } from '#platform/contract/route.ts';
import { enterBankDetails } from '#areas/refunds/contract/bank-details.ts';
import { call } from '#web/api.ts';
import { DialogForm } from '#web/ui/DialogForm.tsx';
import { AreaField, SelectField, TextField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words/payback.ts';

type Props = { accountId: string; onClose: () => void };
const kinds = ['ach', 'iban'] as const;
const types = ['checking', 'savings'] as const;

export function BankDetailsForm({ accountId, onClose }: Props) {
  const t = useWords(words);
  const queries = useQueryClient();
  const enter = useMutation({
    mutationFn: (body: BodyOf<typeof enterBankDetails>) =>
      call(enterBankDetails, { params: { accountId }, body }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['refunds'] });
      void queries.invalidateQueries({ queryKey: ['approvals'] });
      say({ text: t('changed') });
      onClose();
    },
  });
  const { errors, onSubmit } = useForm(enterBankDetails, (body) => enter.mutate(body));
  const over = { act: enter, words: areaWords, onSubmit, onClose };
  const text = (name: 'holder' | 'bank' | 'source' | 'reason') => ({
    name,
    autoComplete: 'off',
    error: errors[name],
  });
  return (
    <DialogForm title={t('change')} shape="middle" {...over}>
      <p className="text-ink-2 text-pretty">{t('change_why')}</p>
      <SelectField
        label={t('kind')}
        name="kind"
        autoFocus
        choices={kinds.map((value) => ({ value, name: t(`kind_${value}`) }))}
      />
      <TextField label={t('holder')} {...text('holder')} />
      <TextField label={t('routing')} {...text('bank')} />
      <TextField
        label={t('number')}
        name="accountNumber"
        autoComplete="off"
        hint={t('number_hint')}
        error={errors['accountNumber']}
      />
      <SelectField
        label={t('account_type')}
        name="accountType"
        choices={types.map((value) => ({ value, name: t(`type_${value}`) }))}
      />
      <TextField label={t('source')} {...text('source')} />
      <AreaField label={t('note')} name="evidence" rows={2} error={errors['evidence']} />
      <TextField label={t('reason')} {...text('reason')} />
    </DialogForm>
  );
}
