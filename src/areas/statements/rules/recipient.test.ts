import { expect, test } from 'vitest';
import { newId } from '#platform/ids.ts';
import { recipient } from './recipient.ts';

const contact = { contactId: newId(), name: 'Ann', email: 'ann@north.example' };
const known = {
  contact,
  address: { line1: '12 River Rd', city: 'Hartford' },
  name: 'North Supply',
  portalName: 'Ariba',
};

test('a paper is made out to the contact by e-mail, to the place by letter, to the portal', () => {
  const to = (channel: string | null) => Object.values(recipient(known, channel));
  expect(to('email')).toEqual([contact.contactId, 'Ann', 'ann@north.example']);
  expect(to('letter')).toEqual([null, 'North Supply', '12 River Rd, Hartford']);
  expect(to('portal')).toEqual([null, 'North Supply', 'Ariba']);
  expect(Object.values(recipient({ ...known, address: null }, null))).toEqual([
    null,
    'North Supply',
    '',
  ]);
});
