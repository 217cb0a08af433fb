/** The firm's own hours and counts for business customers. */
import { expect, test } from 'vitest';
import { type Told, blockedBy, tried } from '#test/support/contacts.ts';

test.each<[says: string, told: Told, ids: readonly string[]]>([
  ['at seven in the morning', { at: '20 07:59' }, ['B2B.HOURS']],
  ['at six in the evening', { at: '20 18:00', channel: 'email' }, ['B2B.HOURS']],
  ['on a Saturday', { at: '21 10:00' }, ['B2B.HOURS']],
  ['on a Friday at ten', {}, []],
  [
    'a second dunning e-mail in five business days',
    { channel: 'email', history: [tried('16 10:00', 'email', 'sent')] },
    ['B2B.EMAIL1IN5'],
  ],
  ['a week later', { channel: 'email', history: [tried('13 10:00', 'email', 'sent')] }, []],
  [
    'an answer to a question is no dunning',
    { channel: 'email', purpose: 'answer', history: [tried('16 10:00', 'email', 'sent')] },
    [],
  ],
])('%s', (_, told, ids) => {
  expect(blockedBy(['POLICY-B2B'], told)).toEqual(ids);
});
