/** The person to talk to: name, role, how to reach them, what time it is there. */
import type { Contact } from '#areas/customers/contract.ts';
import { writtenPhone } from '#kernel/phone.ts';
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import { words } from './words.ts';

export function ContactCard({ contact }: { contact: Contact }) {
  const t = useWords(words);
  const figures = useFigures();
  const verified =
    contact.verifiedOn === null
      ? t('never_verified')
      : t('verified', { day: figures.day(contact.verifiedOn) });
  const clock = timeIn(contact.zone);
  return (
    <div className="text-sm text-ink-2">
      <div className="text-base strong text-ink">{contact.name}</div>
      <div>{t(`role_${contact.role}`)}</div>
      {contact.phone !== null && (
        <a
          href={`tel:${contact.phone.replace(/[^\d+]/gu, '')}`}
          className="figures block hover:underline"
        >
          {writtenPhone(contact.phone)}
        </a>
      )}
      {contact.email !== null && (
        <a
          href={`mailto:${contact.email}`}
          className="block truncate hover:underline"
          title={contact.email}
        >
          {contact.email}
        </a>
      )}
      <div className="text-ink-3">
        {[verified, clock && t('there', { time: clock }), t(`speaks_${contact.language}`)]
          .filter(Boolean)
          .join(' · ')}
      </div>
    </div>
  );
}

/** The contact one calls first: who pays the bills, else the first of the list. */
export function firstContact(contacts: readonly Contact[]): Contact | undefined {
  return contacts.find((contact) => contact.role === 'accounts_payable') ?? contacts[0];
}

/** `13:05` where the contact is; undefined for an unknown zone. */
function timeIn(zone: string | null): string | undefined {
  if (zone === null) return undefined;
  try {
    const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone } as const;
    return new Intl.DateTimeFormat('en-US', clock).format(new Date());
  } catch {
    return undefined;
  }
}
