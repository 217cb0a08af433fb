/** An address that took nothing, and how its contact gets mail again. */
import { expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { accepted } from '#platform/action.ts';
import { sql } from '#platform/postgres/sql.ts';
import { contactsOf, findAccount, saveContact } from '#areas/customers/index.ts';
import { answerOf, deskOwed1000 } from '#test/support/builders.ts';
import { bouncesOf, insertBounce } from '../../store/bounces.ts';
import { queueMessage } from '../messages/queue-message.ts';
import { liftAbandoned, settleBounce } from './settle-bounce.ts';

async function deskWithBounce() {
  const desk = await deskOwed1000();
  const { accountId } = desk;
  const contact = {
    role: 'accounts_payable',
    name: 'Ana',
    email: 'ana@north.example',
    phone: '215-555-0142',
    language: 'en' as const,
    zone: null,
  };
  const saving = (email: string, contactId?: Id) =>
    desk.done((context) =>
      saveContact(context, {
        accountId,
        contactId,
        contact: { ...contact, email },
        verified: false,
      }),
    );
  const { contactId } = await saving(contact.email);
  const { messageId } = await desk.done((context) =>
    queueMessage(context, {
      key: 'one',
      accountId,
      contactId,
      channel: 'email',
      toName: 'Ana',
      toAddress: contact.email,
      language: 'en',
      subject: 'Hello',
      text: 'Hello',
      html: '',
      templateKey: null,
      templateVersion: null,
      purpose: 'answer',
      itemIds: [],
      attachments: [],
      state: 'queued',
    }),
  );
  const bounce = { address: contact.email, kind: 'hard' as const, status: '5.1.1', detail: 'x' };
  await desk.act(async (context) => {
    await insertBounce(context, { accountId, messageId }, bounce);
    return accept(null);
  });
  desk.on('2026-07-21');
  const emails = async () => {
    const account = await findAccount(desk.db, accountId);
    const people = account ? await contactsOf(desk.db, account.customerId) : [];
    return people.map(({ email, verifiedOn }) => `${email} ${verifiedOn}`);
  };
  return { ...desk, contactId, saving, emails };
}

test('a new address goes to the contact, checked today, and lifts the block', async () => {
  await using desk = await deskWithBounce();
  const { accountId } = desk;
  const mend = { accountId, address: 'ANA@north.example', newAddress: 'ana.diaz@north.example' };
  const answer = accepted(await desk.act((context) => settleBounce(context, mend)));
  expect(answer).toEqual({ settled: true, contacts: 1 });
  expect(await desk.emails()).toContain('ana.diaz@north.example 2026-07-21');
  expect(await bouncesOf(desk.db, accountId)).toEqual([]);
});

test('the same address again, or one that is none, is refused and nothing is lifted', async () => {
  await using desk = await deskWithBounce();
  const mend = (newAddress: string) =>
    desk.act((context) =>
      settleBounce(context, {
        accountId: desk.accountId,
        address: 'ana@north.example',
        newAddress,
      }),
    );
  expect(answerOf(await mend('Ana@North.example'))).toContain('correspondence.same_address');
  expect(answerOf(await mend('ana'))).toContain('correspondence.new_address_unfit');
  expect(await bouncesOf(desk.db, desk.accountId)).toHaveLength(1);
});

test('a contact who is changed elsewhere leaves no block behind', async () => {
  await using desk = await deskWithBounce();
  const lift = () =>
    desk.act(async (context) => {
      await liftAbandoned(context, desk.accountId);
      return accept(null);
    });
  await lift();
  expect(await bouncesOf(desk.db, desk.accountId)).toHaveLength(1);
  await desk.saving('other@north.example', desk.contactId);
  await lift();
  expect(await bouncesOf(desk.db, desk.accountId)).toEqual([]);
  const told = await desk.db.all(sql`
    select name from platform.event where name = 'correspondence.address_mended'`);
  expect(told).toHaveLength(1);
});
