/** Outgoing mail: written by one key, taken back by another, settled in the outbox; templates. */
import { expect, test } from 'vitest';
import { paths } from '#web/paths.ts';
import { anAccount, settled, useScreens } from '#test/support/screens.ts';
import type { Page } from 'playwright-core';

const screens = useScreens({ customers: 5 });

type Contacts = { contacts: { name: string; email: string | null }[] };

/** An account with somebody to write to. */
async function accountWithContact(page: Page): Promise<string> {
  for (let nth = 0; nth < 5; nth += 1) {
    const { id } = await anAccount(page, nth);
    const account = await page.request.get(`/api/v1/accounts/${id}`);
    // Its own tests hold the answer to its contract.
    const { contacts } = (await account.json()) as Contacts;
    if (contacts.some(({ email }) => email !== null)) return id;
  }
  throw new Error('no account has a contact with an e-mail address');
}

test('an e-mail is written by one key, previewed, sent by another and taken back', async () => {
  const page = await screens.open(paths.aging, { as: 'senior' });
  const id = await accountWithContact(page);
  await page.goto(paths.account.replace('$accountId', id));
  await settled(page);
  await page.keyboard.press('e');
  const text = page.getByRole('textbox', { name: 'Text', exact: true });
  await expect.poll(() => text.inputValue()).toContain('Please let us know');
  await page.getByLabel('Language of the e-mail').selectOption('es');
  await expect.poll(() => text.inputValue()).toContain('Le agradeceremos');
  await page.getByRole('button', { name: /^Send/u }).press('Enter');
  await page.getByText('The e-mail goes in five seconds.').waitFor();
  await page.keyboard.press('u');
  await page.getByText('The e-mail was taken back.').waitFor();
  // The account's own column has the same heading.
  await page
    .getByRole('button', { name: /^Open .*vencido/u })
    .first()
    .click();
  const sheet = page.getByRole('dialog');
  await sheet.getByText('What happened').waitFor();
  await sheet.getByText('taken back').first().waitFor();
});

test('without a mail server the outbox says so; who may pauses and resumes', async () => {
  const page = await screens.open(paths.outbox, { as: 'manager' });
  await page.getByText('No mail server is set up').waitFor();
  await page.getByRole('button', { name: 'Pause e-mails' }).click();
  await page.getByText(/^email is paused by/u).waitFor();
  await page.getByRole('button', { name: 'Resume' }).click();
  await page.getByRole('button', { name: 'Pause e-mails' }).waitFor();
});

test('a template is judged while it is written, proposed and approved', async () => {
  const page = await screens.open(paths.templates, { as: 'senior', refused: [422] });
  await page.getByRole('link', { name: 'Change First reminder' }).click();
  await page.waitForURL(paths.template.replace('$key', 'reminder'));
  const english = page.getByLabel('Text in English');
  const before = await english.inputValue();
  await english.fill(`${before}\n{{ contact.nmae }}`);
  await page.getByText(/There is no field contact\.nmae/u).waitFor();
  await english.fill(`${before}\nKind regards`);
  await page.getByText('Nothing is wrong with it.').waitFor();
  await page.getByLabel('Why it changes').fill('kinder');
  await page.getByRole('button', { name: 'Propose' }).click();
  await page.getByText('Proposed. A second person approves it.').waitFor();
  const second = await screens.open(paths.template.replace('$key', 'reminder'), { as: 'manager' });
  await second.getByRole('button', { name: 'Approve' }).click();
  await second.getByText('approved by', { exact: false }).first().waitFor();
  expect(await second.getByRole('button', { name: 'Withdraw' }).count()).toBe(1);
});
