/** A new person with roles and a first password. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { addMember } from '#areas/team/contract.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { SelectField, TextField } from '#web/ui/Field.tsx';
import { useLanguage } from '#web/ui/language.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { fieldOf } from '#web/ui/refusal.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { CompanyMarks, RoleMarks } from './RoleMarks.tsx';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

export function AddMemberForm({ onClose }: { onClose: () => void }) {
  const t = useWords(words);
  const language = useLanguage();
  const queries = useQueryClient();
  const add = useMutation({
    mutationFn: (body: BodyOf<typeof addMember>) => call(addMember, { body }),
    onSuccess: (_, { name }) => {
      void queries.invalidateQueries({ queryKey: ['members'] });
      say({ text: t('added', { name }) });
      onClose();
    },
  });
  const form = useForm(addMember, (body) => add.mutate(body));
  const complaint = (field: string): string | undefined =>
    form.errors[field] ?? fieldOf(add.error, field);
  return (
    <Dialog title={t('add')} onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <TextField label={t('name')} name="name" autoFocus error={complaint('name')} />
        <TextField label={t('email')} name="email" type="email" error={complaint('email')} />
        <TextField
          label={t('first_password')}
          name="password"
          type="password"
          autoComplete="new-password"
          hint={t('password_hint')}
          error={complaint('password')}
        />
        <SelectField
          label={t('language')}
          name="language"
          defaultValue={language}
          choices={[
            { value: 'en', name: 'English' },
            { value: 'es', name: 'Español' },
          ]}
        />
        <RoleMarks on={[]} error={form.errors.roles && t('pick_role')} />
        <CompanyMarks />
        <RefusalNote error={add.error} words={areaWords} />
        <Button type="submit" tone="main" busy={add.isPending}>
          {t('add')}
        </Button>
      </form>
    </Dialog>
  );
}
