import { expect, test } from 'vitest';
import { headEnd, mailIdentity } from './identity.ts';

const mail = { messageId: 'a@b', from: 'k@b', subject: 's', sentAt: null, said: 'h' };

test('the same words under one Message-ID are one mail, other words another', () => {
  expect(mailIdentity({ ...mail })).toBe(mailIdentity(mail));
  expect(mailIdentity({ ...mail, said: 'other' })).not.toBe(mailIdentity(mail));
  expect(mailIdentity({ ...mail, messageId: '' })).not.toBe(mailIdentity(mail));
});

test.each([
  ['a: b\r\n\r\nbody', 8],
  ['a: b\n\nbody', 6],
  ['a: b', 4],
])('the head of %j ends at %i', (text, at) => {
  expect(headEnd(new TextEncoder().encode(text))).toBe(at);
});
