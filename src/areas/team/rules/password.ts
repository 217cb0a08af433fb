/**
 * Which passwords are good enough: long, and not one that everybody tries first.
 *
 * Length is what protects, so nothing else is demanded: no marks, no digits, no change after
 * some months (OWASP ASVS 5.0, V6.2).
 */
import { accept, type Outcome, refuse } from '#kernel/outcome.ts';

export type PasswordRefusal = 'team.password_too_easy';

const fewestDifferent = 5;

/** Long passwords that lists of leaked ones begin with, in lower case. */
const leaked: readonly string[] = [
  '123456789012',
  '1234567890123',
  '12345678901234567890',
  'administrator',
  'correcthorsebatterystaple',
  'iloveyou1234',
  'letmein123456',
  'password1234',
  'password12345',
  'password123456',
  'passwordpassword',
  'qwertyqwerty',
  'qwertyuiop12',
  'qwertyuiop123',
  'qwertyuiopasdfghjkl',
  'welcome12345',
];

/** Refuses what is leaked, made of few characters, or says its owner's name or address. */
export function acceptPassword(
  password: string,
  owner: { readonly name: string; readonly email: string },
): Outcome<true, PasswordRefusal> {
  const lower = password.toLowerCase();
  const [mailbox = ''] = owner.email.toLowerCase().split('@');
  const said = [owner.email.toLowerCase(), mailbox, owner.name.toLowerCase()];
  const rest = said
    .filter((text) => text.length >= 4)
    .reduce((text, part) => text.replaceAll(part, ''), lower);
  const easy = leaked.includes(lower) || new Set(rest).size < fewestDifferent;
  return easy ? refuse('team.password_too_easy') : accept(true);
}
