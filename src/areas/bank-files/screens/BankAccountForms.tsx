/** Registering and changing one of our bank accounts. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  accountEdits,
  editBankAccount,
  registerBankAccount,
  type WireBankAccount,
} from '#areas/bank-files/contract/accounts.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { CheckField, TextField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

type NewProps = { company: string | undefined; onClose: () => void };

export function BankAccountForm({ company, onClose }: NewProps) {
  const t = useWords(words);
  const onSuccess = useSaved(onClose);
  const register = useMutation({
    mutationFn: (body: BodyOf<typeof registerBankAccount>) =>
      call(registerBankAccount, { query: { company }, body }),
    onSuccess,
  });
  const form = useForm(registerBankAccount, (body) => register.mutate(body));
  return (
    <Dialog title={t('register')} onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <TextField label={t('name')} name="name" autoFocus error={form.errors['name']} />
        <TextField
          label={t('number')}
          name="number"
          hint={t('number_hint')}
          autoComplete="off"
          error={form.errors['number']}
        />
        <TextField
          label={t('currency')}
          name="currency"
          defaultValue="USD"
          error={form.errors['currency']}
        />
        <TextField
          label={t('cash_account')}
          name="cashAccount"
          error={form.errors['cashAccount']}
        />
        <RefusalNote error={register.error} words={areaWords} />
        <Button type="submit" tone="main" busy={register.isPending}>
          {t('register')}
        </Button>
      </form>
    </Dialog>
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
  const form = useForm({ body: accountEdits }, (body) => edit.mutate({ ...body, active }));
  return (
    <Dialog title={t('edit_account')} sub={account.number} onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <TextField
          label={t('name')}
          name="name"
          defaultValue={account.name}
          error={form.errors['name']}
        />
        <TextField
          label={t('cash_account')}
          name="cashAccount"
          defaultValue={account.cashAccount}
          error={form.errors['cashAccount']}
        />
        <CheckField
          label={t('active')}
          checked={active}
          onChange={(event) => setActive(event.target.checked)}
        />
        <TextField label={t('reason')} name="reason" error={form.errors['reason']} />
        <RefusalNote error={edit.error} words={areaWords} />
        <Button type="submit" tone="main" busy={edit.isPending}>
          {t('save')}
        </Button>
      </form>
    </Dialog>
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
