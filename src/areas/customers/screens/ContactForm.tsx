/** A person one can reach: added, or corrected and marked as checked. */
import { useMutation } from '@tanstack/react-query';
import { type Contact, contactRoles, saveContact } from '#areas/customers/contract.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { CheckField, SelectField, TextField } from '#web/ui/Field.tsx';
import { useLanguage } from '#web/ui/language.tsx';
import { fieldOf } from '#web/ui/refusal.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { useAccountChanged } from './account-data.ts';
import { readContact } from './read-contact.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

type Props = { accountId: string; contact: Contact | undefined; onClose: () => void };

export function ContactForm({ accountId, contact, onClose }: Props) {
  const t = useWords(words);
  const changed = useAccountChanged();
  const save = useMutation({
    mutationFn: (body: BodyOf<typeof saveContact>) =>
      call(saveContact, { params: { accountId }, body }),
    onSuccess: (_, body) => {
      changed(accountId);
      say({ text: t('contact_saved', { name: body.name }) });
      onClose();
    },
  });
  const title =
    contact === undefined ? t('contact_add') : t('contact_edit', { name: contact.name });
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="grid gap-3.5"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(readContact(event.currentTarget, contact));
        }}
      >
        <ContactFields contact={contact} error={save.error} />
        <RefusalNote error={save.error} words={areaWords} />
        <Button type="submit" tone="main" keys="Enter" busy={save.isPending}>
          {t('save')}
        </Button>
      </form>
    </Dialog>
  );
}

function ContactFields({ contact, error }: { contact: Contact | undefined; error: unknown }) {
  const t = useWords(words);
  const language = useLanguage();
  return (
    <>
      <TextField
        label={t('name')}
        name="name"
        required
        autoFocus
        defaultValue={contact?.name}
        error={fieldOf(error, 'name')}
      />
      <SelectField
        label={t('role')}
        name="role"
        defaultValue={contact?.role ?? 'accounts_payable'}
        choices={contactRoles.map((role) => ({ value: role, name: t(`role_${role}`) }))}
      />
      <TextField
        label={t('email')}
        name="email"
        type="email"
        defaultValue={contact?.email ?? ''}
        error={fieldOf(error, 'email')}
      />
      <TextField
        label={t('phone')}
        name="phone"
        type="tel"
        defaultValue={contact?.phone ?? ''}
        error={fieldOf(error, 'phone')}
      />
      <SelectField
        label={t('language')}
        name="language"
        defaultValue={contact?.language ?? language}
        choices={[
          { value: 'en', name: 'English' },
          { value: 'es', name: 'Español' },
        ]}
      />
      <TextField
        label={t('zone')}
        name="zone"
        defaultValue={contact?.zone ?? ''}
        hint={t('zone_hint')}
        error={fieldOf(error, 'zone')}
      />
      <CheckField name="verified" label={t('verified_now')} />
    </>
  );
}
