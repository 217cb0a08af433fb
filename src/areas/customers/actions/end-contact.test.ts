import { expect, test } from 'vitest';
import { deskOn } from '#test/support/builders.ts';
import { sql } from '#platform/postgres/sql.ts';
import { contactsOf } from '../store/contacts.ts';
import { findAccount } from '../store/accounts.ts';
import { endContact } from './end-contact.ts';
import { saveContact } from './save-contact.ts';

test('an ended contact is gone from the page and stays on record', async () => {
  await using desk = await deskOn('2026-11-20');
  const accountId = await desk.account('NORTH');
  const contact = {
    role: 'other',
    name: 'Left Last',
    email: null,
    phone: null,
    language: 'en',
    zone: null,
  } as const;
  const { contactId } = await desk.done((context) =>
    saveContact(context, { accountId, contactId: undefined, contact, verified: false }),
  );
  await desk.done((context) => endContact(context, { accountId, contactId }));
  const account = await findAccount(desk.db, accountId);
  expect(account && (await contactsOf(desk.db, account.customerId))).toEqual([]);
  expect(await desk.db.all(sql`select name from customers.contact`)).toEqual([
    { name: 'Left Last' },
  ]);
  const again = await desk.act((context) => endContact(context, { accountId, contactId }));
  expect(again).toMatchObject({ refusal: 'customers.no_such_contact' });
});
