/** Registering and changing one of our bank accounts. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  accountEdits,
  editBankAccount,
  registerBankAccount,
  type WireBankAccount,
} from '#areas/bank-files/contract/accounts.ts';
import { nextClearingAccount } from '#areas/bank-files/rules/clearing-account.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { DialogForm } from '#web/ui/DialogForm.tsx';
import { CheckField, TextField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

type NewProps = {
  company: string | undefined;
  /** Clearing accounts that others have. */
  taken: readonly string[];
  onClose: () => void;
};

export function BankAccountForm({ company, taken, onClose }: NewProps) {
  const t = useWords(words);
  const onSuccess = useSaved(onClose);
  const register = useMutation({
    mutationFn: (body: BodyOf<typeof registerBankAccount>) =>
      call(registerBankAccount, { query: { company }, body }),
    onSuccess,
  });
  const { errors, onSubmit } = useForm(registerBankAccount, (body) => register.mutate(body));
  const over = { act: register, words: areaWords, onSubmit, onClose };
  return (
    <DialogForm title={t('register')} {...over}>
      <TextField label={t('name')} name="name" autoFocus error={errors['name']} />
      <TextField
        label={t('number')}
        name="number"
        hint={t('number_hint')}
        autoComplete="off"
        error={errors['number']}
      />
      <TextField
        label={t('currency')}
        name="currency"
        defaultValue="USD"
        error={errors['currency']}
      />
      <TextField
        label={t('cash_account')}
        name="cashAccount"
        hint={t('cash_account_hint')}
        defaultValue={nextClearingAccount(taken)}
        error={errors['cashAccount']}
      />
    </DialogForm>
  );
}

type EditProps = { account: WireBankAccount; onClose: () => void };

export function EditAccountForm({ account, onClose }: EditProps) {
  const t = useWords(words);
  const { bankAccountId } = account;
  const [active, setActive] = useState(account.active);
  const onSuccess = useSaved(onClose);
  const edit = useMutation({
    mutationFn: (body: BodyOf<typeof editBankAccount>) =>
      call(editBankAccount, { params: { bankAccountId }, body }),
    onSuccess,
  });
  // A box that is not ticked is no field of a form, so it is said beside the form's own.
  const sent = { body: accountEdits };
  const { errors, onSubmit } = useForm(sent, (body) => edit.mutate({ ...body, active }));
  const over = { sub: account.number, act: edit, words: areaWords, onSubmit, onClose };
  return (
    <DialogForm title={t('edit_account')} verb={t('save')} {...over}>
      <TextField label={t('name')} name="name" defaultValue={account.name} error={errors['name']} />
      <TextField
        label={t('cash_account')}
        name="cashAccount"
        defaultValue={account.cashAccount}
        error={errors['cashAccount']}
      />
      <CheckField
        label={t('active')}
        checked={active}
        onChange={(event) => setActive(event.target.checked)}
      />
      <TextField label={t('reason')} name="reason" error={errors['reason']} />
    </DialogForm>
  );
}

function useSaved(onClose: () => void) {
  const t = useWords(words);
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: ['bank-accounts'] });
    say({ text: t('saved') });
    onClose();
  };
}
