/**
 * A customer writes that an invoice is paid: from that moment nobody asks for it again, until a
 * person has looked and closed the mail.
 */
import { expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { askPermit } from '#areas/compliance/index.ts';
import { settleMail } from '#areas/correspondence/actions/mailbox/settle-mail.ts';
import { type Story, deskOn } from '#test/support/builders.ts';
import { boxFor, contactWith, mailComes } from '#test/support/mails.ts';

async function asked(desk: Story, accountId: Id, contactId: Id, itemId: Id) {
  return desk.done(async (context) => {
    const permit = await askPermit(context, {
      accountId,
      contactId,
      channel: 'email',
      address: 'kim@buyer.example',
      purpose: 'collect',
      technology: 'manual',
      itemIds: [itemId],
    });
    return accept(permit.reasons.map(({ id }) => id));
  });
}

test('a mail that says it is paid stops dunning at once; closing it lets it go on', async () => {
  await using desk = await deskOn('2026-11-20');
  const accountId = await desk.account('NORTH');
  const told = { amount: '1000', issued: '2026-09-01', number: 'INV-4471' };
  const itemId = await desk.invoice(accountId, told);
  const contactId = await contactWith(desk, accountId, 'kim@buyer.example');
  const box = await boxFor(desk, desk.companyId);
  const before = await asked(desk, accountId, contactId, itemId);

  const body = 'We already paid INV-4471 by check 40121.';
  const { mailId } = await mailComes(desk, box, { body });
  const after = await asked(desk, accountId, contactId, itemId);
  const added = after.filter((reason) => !before.includes(reason));
  expect(added).toHaveLength(1);

  await desk.done((context) => settleMail(context, { mailId, to: 'done' }));
  expect(await asked(desk, accountId, contactId, itemId)).toEqual(before);
});
