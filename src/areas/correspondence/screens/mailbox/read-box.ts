/** What the form of a box says, as the routes want it; what is empty is left out. */
import type { registerMailbox } from '#areas/correspondence/contract/mailboxes.ts';
import type { BodyOf } from '#platform/contract/route.ts';

export function readBox(form: FormData): BodyOf<typeof registerMailbox> {
  const text = (name: string): string => {
    const value = form.get(name);
    // A secret may begin or end with a blank; nothing else does.
    if (typeof value !== 'string') return '';
    return secrets.has(name) ? value : value.trim();
  };
  const given = (name: string): Record<string, string> => {
    const value = text(name);
    return value === '' ? {} : { [name]: value };
  };
  return {
    ...given('company'),
    name: text('name'),
    address: text('address'),
    host: text('host'),
    port: Number(text('port')) || 993,
    secure: form.get('secure') !== null,
    user: text('user') || text('address'),
    folder: text('folder') || 'INBOX',
    answerMinutes: Number(text('answerMinutes')) || 240,
    ...given('password'),
    ...given('tokenUrl'),
    ...given('clientId'),
    ...given('refreshToken'),
    ...given('clientSecret'),
  };
}

const secrets: ReadonlySet<string> = new Set(['password', 'refreshToken', 'clientSecret']);
