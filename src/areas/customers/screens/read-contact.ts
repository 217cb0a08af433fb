/** The contact form as the route wants it; what was left empty is null, not empty text. */
import { type Contact, contactRoles, type saveContact } from '#areas/customers/contract.ts';
import type { BodyOf } from '#platform/contract/route.ts';

export function readContact(
  form: HTMLFormElement,
  contact: Contact | undefined,
): BodyOf<typeof saveContact> {
  const fields = new FormData(form);
  const text = (name: string): string => {
    const value = fields.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  return {
    ...(contact === undefined ? {} : { contactId: contact.contactId }),
    name: text('name'),
    role: contactRoles.find((role) => role === text('role')) ?? 'other',
    email: text('email') || null,
    phone: text('phone') || null,
    language: text('language') === 'es' ? 'es' : 'en',
    zone: text('zone') || null,
    verified: fields.get('verified') !== null,
  };
}
