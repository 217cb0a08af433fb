/** The people of an account, each open to correction. */
import { useState } from 'react';
import type { Account, Contact } from '#areas/customers/contract.ts';
import { Button } from '#web/ui/Button.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWords } from '#web/ui/say.ts';
import { ContactCard } from './ContactCard.tsx';
import { ContactForm } from './ContactForm.tsx';
import { words } from './words.ts';

export function ContactList({ account }: { account: Account }) {
  const t = useWords(words);
  const may = useMay();
  const [editing, setEditing] = useState<Contact | 'new' | null>(null);
  const forbidden = may('accounts.edit');
  return (
    <section>
      <h2 className="mb-1.5">{t('contacts')}</h2>
      {account.contacts.length === 0 && (
        <p className="mb-2 text-sm text-ink-2">
          <span className="block font-[550] text-warn">{t('contact_none')}</span>
          {t('contact_none_why')}
        </p>
      )}
      <ul className="mb-2 grid gap-3">
        {account.contacts.map((contact) => (
          <li key={contact.contactId} className="group relative">
            <ContactCard contact={contact} />
            {forbidden === undefined && (
              <button
                type="button"
                className="link text-sm"
                aria-label={t('contact_edit', { name: contact.name })}
                onClick={() => setEditing(contact)}
              >
                {t('change')}
              </button>
            )}
          </li>
        ))}
      </ul>
      <Button because={forbidden} onClick={() => setEditing('new')}>
        {t('contact_add')}
      </Button>
      {editing !== null && (
        <ContactForm
          accountId={account.accountId}
          contact={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </section>
  );
}
