import { expect, test } from 'vitest';
import { deskOn } from '#test/support/builders.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { ContactWish } from '../rules/contact.ts';
import { contactsOf } from '../store/contacts.ts';
import { findAccount } from '../store/accounts.ts';
import { saveContact } from './save-contact.ts';

const contact: ContactWish = {
  role: 'accounts_payable',
  name: 'J. Example',
  email: 'ap@north.example',
  phone: null,
  language: 'es',
  zone: 'America/Chicago',
};

test('a contact is added, then changed, and the timeline says both', async () => {
  await using desk = await deskOn('2026-11-20');
  const accountId = await desk.account('NORTH');
  const wish = { accountId, contactId: undefined, contact, verified: true };
  const { contactId } = await desk.done((context) => saveContact(context, wish));
  const moved = { ...contact, email: 'new@north.example' };
  await desk.done((context) =>
    saveContact(context, { accountId, contactId, contact: moved, verified: false }),
  );
  const account = await findAccount(desk.db, accountId);
  expect(account && (await contactsOf(desk.db, account.customerId))).toEqual([
    { ...moved, contactId, verifiedOn: null },
  ]);
  const lines = await desk.db.all(sql`
    select phrase from customers.activity order by recorded_at, activity_id`);
  expect(lines).toEqual([
    { phrase: 'activity.contact_added' },
    { phrase: 'activity.contact_changed' },
  ]);
});

test('a contact of another customer is not found', async () => {
  await using desk = await deskOn('2026-11-20');
  const north = await desk.account('NORTH');
  const south = await desk.account('SOUTH');
  const wish = { contact, verified: false };
  const { contactId } = await desk.done((context) =>
    saveContact(context, { ...wish, accountId: north, contactId: undefined }),
  );
  const outcome = await desk.act((context) =>
    saveContact(context, { ...wish, accountId: south, contactId }),
  );
  expect(outcome).toMatchObject({ refusal: 'customers.no_such_contact' });
});
