/** Whom a paper is made out to, by the way it goes: a box, a place, or a portal. */
import type { Id } from '#kernel/ids.ts';

type Known = {
  readonly contact: {
    readonly contactId: Id;
    readonly name: string;
    readonly email: string;
  } | null;
  readonly address: { readonly line1: string; readonly city: string } | null;
  readonly name: string;
  readonly portalName: string | null;
};

export function recipient(
  { contact, address, name, portalName }: Known,
  channel: string | null,
): { contactId: Id | null; toName: string; toAddress: string } {
  if (channel === 'email' && contact) {
    return { contactId: contact.contactId, toName: contact.name, toAddress: contact.email };
  }
  const place = address ? `${address.line1}, ${address.city}` : '';
  return {
    contactId: null,
    toName: name,
    toAddress: channel === 'portal' ? (portalName ?? '') : place,
  };
}
