/**
 * A contact: somebody behind a customer, by role, with how to reach them.
 *
 * A contact is verified on a day, for the address it had then: a new e-mail address or
 * telephone number is unverified until somebody checks it again.
 */
import type { Day } from '#kernel/day.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Language } from '#kernel/words.ts';

export type ContactWish = {
  readonly role: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: Language;
  readonly zone: string | null;
};

export type ContactState = ContactWish & { readonly verifiedOn: Day | null };

export type ContactRefusal =
  | 'customers.contact_without_name'
  | 'customers.contact_bad_email'
  | 'customers.contact_bad_phone'
  | 'customers.contact_bad_zone';

/** One @ with something on both sides and a dot behind it; the mail server knows the rest. */
const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u;

/** The contact after somebody saved it; `verified` says that they checked it today. */
export function saveContact(
  wish: ContactWish,
  verified: boolean,
  today: Day,
  before?: ContactState,
): Outcome<ContactState, ContactRefusal> {
  const name = wish.name.trim();
  const email = blankIsNone(wish.email);
  const phone = blankIsNone(wish.phone);
  const zone = blankIsNone(wish.zone);
  if (name === '') return refuse('customers.contact_without_name');
  if (email !== null && !address.test(email)) {
    return refuse('customers.contact_bad_email', { email });
  }
  if (phone !== null && phone.replaceAll(/\D/gu, '').length < 7) {
    return refuse('customers.contact_bad_phone', { phone });
  }
  if (zone !== null && !isZone(zone)) return refuse('customers.contact_bad_zone', { zone });
  const same = before !== undefined && before.email === email && before.phone === phone;
  const verifiedOn = verified ? today : same ? before.verifiedOn : null;
  return accept({ ...wish, name, email, phone, zone, verifiedOn });
}

function blankIsNone(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text.trim();
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** What a change of a contact is called on the timeline. */
export function contactPhrase(after: ContactState, before: ContactState | undefined): string {
  if (before === undefined) return 'activity.contact_added';
  const same = told.every((part) => before[part] === after[part]);
  return same && after.verifiedOn !== before.verifiedOn
    ? 'activity.contact_verified'
    : 'activity.contact_changed';
}

const told = ['role', 'name', 'email', 'phone', 'language', 'zone'] as const;
