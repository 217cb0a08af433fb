/** The mailbox by keyboard: the mail that holds most, its evidence, its promise, its answer. */
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { type Id, id } from '#kernel/ids.ts';
import { companies } from '#areas/team/index.ts';
import { paths } from '#web/paths.ts';
import { nothingFound } from '#test/support/axe.ts';
import { boxFor, contactWith, mailComes } from '#test/support/mails.ts';
import { anAccount, settled, useScreens } from '#test/support/screens.ts';

const screens = useScreens({ customers: 5 });
const phone = { viewport: { width: 390, height: 844 } };
let accountId: Id;

beforeAll(async () => {
  const page = await screens.open(paths.worklist, { as: 'collector' });
  const account = await anAccount(page);
  accountId = id(account.id);
  const { desk } = screens.live();
  const [company] = await companies(desk.db, 'all');
  if (!company) throw new Error('no company');
  await contactWith(desk, accountId, 'kim@buyer.example');
  const box = await boxFor(desk, company.companyId);
  await mailComes(desk, box, {
    subject: 'When we pay',
    body: 'Hello,\n\nwe will pay $10.00 tomorrow.\n\nKim',
  });
  await mailComes(desk, box, {
    subject: 'Whose is this',
    from: 'Lee <lee@elsewhere.example>',
    body: 'Please send us your W-9.',
  });
});

async function openFirst(page: Page, subject: string): Promise<void> {
  await page.getByRole('row').filter({ hasText: subject }).click();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: subject }).waitFor();
  await page.getByText('Read as').first().waitFor();
}

test('the day’s list says who waits for an answer; Enter opens the mail', async () => {
  const page = await screens.open(`${paths.worklist}?owner=all&kind=reply_waiting`, {
    as: 'collector',
  });
  const row = page.getByRole('row').filter({ hasText: 'waits for an answer' });
  expect(await row.innerText()).toMatch(/Kim Orr.*When we pay/u);
  await row.click();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'When we pay' }).waitFor();
  await page.getByText('Read as').first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('row').filter({ hasText: 'Whose is this' }).waitFor();
});

test('a promise is taken as it was read, and the mail is answered without the mouse', async () => {
  const page = await screens.open(paths.mailbox, { as: 'collector' });
  await openFirst(page, 'When we pay');
  const sheet = page.getByRole('dialog');
  expect(await sheet.locator('mark').innerText()).toBe('we will pay $10.00 tomorrow.');
  await sheet.getByLabel('Subject').waitFor();
  await page.keyboard.press('Shift+P');
  await page.getByText('Promise recorded.').waitFor();
  await page.keyboard.press('Enter');
  await sheet.getByRole('button', { name: 'Enter again sends it' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('The answer is on its way.').waitFor();
});

test('a stranger’s mail is linked by its number, sorted by a digit and closed', async () => {
  const page = await screens.open(`${paths.mailbox}?view=unlinked`, { as: 'collector' });
  await openFirst(page, 'Whose is this');
  const sheet = page.getByRole('dialog');
  const answer = await page.request.get(`/api/v1/accounts/${accountId}`);
  // Its own tests hold the answer to its contract.
  const { number } = (await answer.json()) as { number: string };
  await sheet.getByLabel('Account number').fill(number);
  await page.keyboard.press('Enter');
  await page.getByText('the sender is known from now on').waitFor();
  await sheet.getByLabel('Subject').waitFor();
  await sheet.getByRole('heading', { name: 'Whose is this' }).click();
  await page.keyboard.press('7');
  await sheet.getByText('a person said so').waitFor();
  await page.keyboard.press('n');
  await page.getByText('Closed: Whose is this').waitFor();
});

test('an open mail is clean for screen readers, also on a phone and in Spanish', async () => {
  for (const look of [{}, phone]) {
    const page = await screens.open(`${paths.mailbox}?state=any`, {
      as: 'collector',
      locale: 'es-MX',
      ...look,
    });
    await page.getByRole('grid').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').locator('q').first().waitFor();
    await settled(page);
    await nothingFound(page);
    const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
    expect(wide).toBe(false);
  }
});
