/** The small forms beside the account, the outbox, the letters and the mailbox, by keyboard. */
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { accepted, perform } from '#platform/action.ts';
import { paths } from '#web/paths.ts';
import { insertBounce } from '#areas/correspondence/store/bounces.ts';
import { queueMessage } from '#areas/correspondence/actions/messages/queue-message.ts';
import { nothingFound } from '#test/support/axe.ts';
import { imapPassword, imapServer, imapUser } from '#test/support/imap-server.ts';
import { anAccount, settled, useScreens } from '#test/support/screens.ts';

const screens = useScreens({
  customers: 8,
  env: { DUNLIN_SECRET_KEY: 'a key of the test, long enough for one' },
});

type Person = { contactId: string; name: string; phone: string | null; email: string | null };

/** An account with a person who has both a phone and an e-mail address. */
async function reachable(page: Page): Promise<{ accountId: string; person: Person }> {
  for (let nth = 0; nth < 6; nth += 1) {
    const { id: accountId } = await anAccount(page, nth);
    const answer = await page.request.get(`/api/v1/accounts/${accountId}`);
    // Its own tests hold the answer to its contract.
    const { contacts } = (await answer.json()) as { contacts: Person[] };
    const person = contacts.find(({ phone, email }) => phone !== null && email !== null);
    if (person) return { accountId, person };
  }
  throw new Error('nobody has both a phone and an address');
}

test('a text is written by one key: its parts are counted, and w says why it waits', async () => {
  const page = await screens.open(paths.aging, { as: 'senior' });
  const { accountId } = await reachable(page);
  await page.goto(paths.account.replace('$accountId', accountId));
  await settled(page);
  await page.keyboard.press('s');
  const form = page.getByRole('dialog');
  await form.getByText('No provider of texts is set up').waitFor();
  await form.getByText('They have not agreed to it.').waitFor();
  await form.getByLabel('Text').fill('ñandú');
  await form.getByText('Goes out as: ñandú Reply STOP to end.').waitFor();
  await form.getByText('24 characters, one part, 46 left').waitFor();
  await form.getByText('A character such as “ú” halves').waitFor();
  await form.getByRole('button', { name: 'Why' }).focus();
  await page.keyboard.press('w');
  await form.getByText(/^Asked: /u).waitFor();
  await nothingFound(page);
  const send = form.getByRole('button', { name: /^Send/u });
  expect(await send.getAttribute('aria-disabled')).toBe('true');
});

test('what sales tells of is written down, and what it broke is said', async () => {
  const page = await screens.open(paths.aging, { as: 'senior' });
  const { accountId } = await reachable(page);
  await page.goto(paths.account.replace('$accountId', accountId));
  await page.getByRole('button', { name: 'Report a contact' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Channel').selectOption('visit');
  await form.getByLabel('What was said, and who tells it').fill('Joe met them at the fair');
  await nothingFound(page);
  await form.getByRole('button', { name: 'Write it down' }).press('Enter');
  await page.getByText(/^(?:The contact was written down|Written down\. It broke)/u).waitFor();
  const log = await page.request.get(`/api/v1/accounts/${accountId}/contact-log`);
  expect(await log.text()).toContain('"permitKind":"reported"');
});

test('an address that comes back is given a new one, and the block goes', async () => {
  const page = await screens.open(paths.aging, { as: 'senior' });
  const { accountId, person } = await reachable(page);
  await cameBack(accountId, person);
  await page.goto(paths.account.replace('$accountId', accountId));
  await page.getByText(`Mail to ${person.email?.toLowerCase()} comes back`).waitFor();
  await page.getByRole('button', { name: 'Mend the address' }).click();
  await page.getByLabel('New e-mail address').fill('new.person@north.example');
  await nothingFound(page);
  await page.keyboard.press('Enter');
  await page.getByText('The address gets mail from now on.').waitFor();
  await page.getByRole('link', { name: 'new.person@north.example' }).waitFor();
  await page.getByRole('button', { name: 'Mend the address' }).waitFor({ state: 'detached' });
});

async function cameBack(accountId: string, { contactId, name, email }: Person): Promise<void> {
  const { desk } = screens.live();
  const actor = { ref: 'job:test', memberId: null };
  const doing = { action: 'test.bounce', actor, reason: 'for the test', input: null };
  const work = perform(desk, doing, async (context) => {
    const told = { accountId: id(accountId), contactId: id(contactId), toName: name };
    const queued = await queueMessage(context, {
      ...told,
      key: 'bounced',
      channel: 'email',
      toAddress: email ?? '',
      language: 'en',
      subject: 'Hello',
      text: 'Hello',
      html: '',
      templateKey: null,
      templateVersion: null,
      purpose: 'answer',
      itemIds: [],
      attachments: [],
      state: 'draft',
    });
    if (!queued.ok) return queued;
    const ref = { accountId: id(accountId), messageId: queued.value.messageId };
    const bounce = { address: email ?? '', kind: 'hard' as const, status: '5.1.1' };
    await insertBounce(context, ref, { ...bounce, detail: 'no such user' });
    return accept(ref);
  });
  accepted(await work);
}

test('a box is tried, registered, looked at and closed', async () => {
  await using imap = await imapServer();
  const page = await screens.open(paths.mailbox, { as: 'manager' });
  await page.getByRole('button', { name: 'Mailboxes' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: 'Register a box' }).press('Enter');
  await sheet.getByLabel('Name of the box').fill('AR');
  await sheet.getByLabel('Its address').fill(imapUser);
  await sheet.getByLabel('Server (IMAP)').fill('127.0.0.1');
  await sheet.getByLabel('Port').fill(String(imap.port));
  await sheet.getByLabel('TLS from the first byte').uncheck();
  await sheet.getByLabel('Password', { exact: true }).fill('wrong');
  await sheet.getByRole('button', { name: 'Test the connection' }).click();
  await sheet.getByText('The mail server refused the sign-in').waitFor();
  await sheet.getByLabel('Password', { exact: true }).fill(imapPassword);
  await sheet.getByRole('button', { name: 'Test the connection' }).click();
  await sheet.getByText('It works: 0 mails in the folder.').waitFor();
  await nothingFound(page);
  await sheet.getByRole('button', { name: 'Register', exact: true }).click();
  await sheet.getByRole('button', { name: 'Look at AR now' }).click();
  await page.getByText('Nothing new.').waitFor();
  await sheet.getByRole('button', { name: 'Close the box AR' }).click();
  await sheet.getByLabel('Why it is closed').fill('moved');
  await page.keyboard.press('Enter');
  await sheet.getByText('No box yet.').waitFor();
});

test('the sender of the mails and the letterhead are said once and shown again', async () => {
  const page = await screens.open(paths.outbox, { as: 'manager' });
  await page.getByRole('button', { name: 'Sender' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Name').fill('Acme Receivables');
  await sheet.getByLabel('Address').fill('ar@acme.example');
  await nothingFound(page);
  await sheet.getByRole('button', { name: 'Save' }).press('Enter');
  await page.getByText('The sender was saved.').waitFor();
  await page.goto(paths.letters);
  await page.getByRole('button', { name: 'Letterhead' }).click();
  await sheet.getByLabel('Legal name').fill('Acme Inc.');
  await sheet.getByLabel('Street').fill('1 Main St');
  await sheet.getByLabel('City').fill('Akron');
  await sheet.getByLabel('Postal code').fill('44301');
  await sheet.getByLabel('Country').fill('US');
  await sheet.getByLabel('Why it changes').fill('first paper');
  await nothingFound(page);
  await page.keyboard.press('Enter');
  await page.getByText('The letterhead was saved.').waitFor();
  await page.getByRole('button', { name: 'Letterhead' }).click();
  await expect.poll(() => sheet.getByLabel('Legal name').inputValue()).toBe('Acme Inc.');
});
