import { expect, test } from 'vitest';
import { readBox } from './read-box.ts';

function form(fields: Readonly<Record<string, string>>): FormData {
  const said = new FormData();
  for (const [name, value] of Object.entries(fields)) said.set(name, value);
  return said;
}

test('a box with a password: the user is the address unless another is named', () => {
  const fields = { name: ' AR ', address: 'ar@acme.example', host: 'imap.acme.example' };
  expect(readBox(form({ ...fields, password: ' pass word ', secure: 'on', port: '143' }))).toEqual({
    name: 'AR',
    address: 'ar@acme.example',
    host: 'imap.acme.example',
    port: 143,
    secure: true,
    user: 'ar@acme.example',
    folder: 'INBOX',
    answerMinutes: 240,
    password: ' pass word ',
  });
});

test('a hosted box has a token and no password; the mark for TLS may be off', () => {
  const read = readBox(
    form({ tokenUrl: 'https://x.example/t', clientId: 'desk', refreshToken: 'r' }),
  );
  expect(read).toMatchObject({ clientId: 'desk', refreshToken: 'r', secure: false });
  expect(read).not.toHaveProperty('password');
});
