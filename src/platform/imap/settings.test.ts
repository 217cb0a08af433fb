import { describe, expect, test } from 'vitest';
import { readMailboxes } from './settings.ts';

describe('boxes of the settings', () => {
  test('are addresses with commas between them', () => {
    const [ar, billing] = readMailboxes(
      'imaps://ar%40acme.example:s3cret%2C@imap.host/INBOX?company=ACME, ' +
        'imap://b:x@localhost:1143/AR?name=billing&address=Billing@acme.example&minutes=60',
    );
    expect(ar).toMatchObject({
      name: 'ar@acme.example',
      company: 'ACME',
      address: 'ar@acme.example',
      server: { port: 993, secure: true, signIn: { kind: 'password', password: 's3cret,' } },
    });
    expect(billing).toMatchObject({
      name: 'billing',
      address: 'billing@acme.example',
      answerMinutes: 60,
      server: { port: 1143, secure: false, folder: 'AR' },
    });
  });

  test('sign in with a token where they name one', () => {
    const [box] = readMailboxes(
      'imaps://a%40b.example@outlook.office365.com/INBOX?client_id=c&refresh_token=r&token_url=' +
        encodeURIComponent('https://login.example/token'),
    );
    expect(box?.server.signIn).toEqual({
      kind: 'oauth2',
      tokenUrl: 'https://login.example/token',
      clientId: 'c',
      refreshToken: 'r',
    });
  });
});

test.each([
  ['https://a:hidden@b', 'is no box'],
  ['imaps://:hidden@b/INBOX', 'names no user'],
  ['imaps://a@b/INBOX', 'has no password'],
  ['imaps://a@b/INBOX?token_url=https://t/', 'client_id'],
  ['imaps://a@b/INBOX?token_url=http://far/&client_id=c&refresh_token=r', 'not https'],
  ['imaps://a:hidden@b/INBOX?minutes=soon', 'minutes'],
])('%s is a problem that repeats no secret', (text, words) => {
  expect(() => readMailboxes(text)).toThrow(words);
  expect(() => readMailboxes(text)).toThrow('number 1');
  expect(() => readMailboxes(text)).toThrow(/^(?:(?!hidden).)*$/su);
});
