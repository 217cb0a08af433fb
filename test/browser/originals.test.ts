/** Original papers: dropped, linked by their name or by hand, opened on the account's page. */
import { expect, test } from 'vitest';
import { paths } from '#web/paths.ts';
import { samplePdf } from '#test/support/papers.ts';
import { anAccount, settled, useScreens } from '#test/support/screens.ts';
import type { Page } from 'playwright-core';

const screens = useScreens({ customers: 5 });

type Items = { rows: { document: string }[] };
type Account = { number: string };

/** An account of the desk with one of its invoices. */
async function anInvoice(page: Page) {
  const { id } = await anAccount(page);
  const account = await page.request.get(`/api/v1/accounts/${id}`);
  const items = await page.request.get(`/api/v1/accounts/${id}/items?state=open`);
  // Their own tests hold the answers to their contracts.
  const { rows } = (await items.json()) as Items;
  const { number } = (await account.json()) as Account;
  return { id, account: number, invoice: rows[0]?.document ?? '' };
}

async function choose(page: Page, files: Readonly<Record<string, Uint8Array>>): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(
    Object.entries(files).map(([name, bytes]) => ({
      name,
      mimeType: 'application/pdf',
      buffer: Buffer.from(bytes),
    })),
  );
}

test('dropped papers are linked, waited for, linked by hand and put aside', async () => {
  const page = await screens.open(paths.originals, { as: 'manager' });
  const { id, account, invoice } = await anInvoice(page);
  await choose(page, {
    [`${account}_${invoice.replaceAll('/', '-')}.pdf`]: samplePdf('a'),
    'delivered by hand.pdf': samplePdf('b'),
    'a menu.pdf': samplePdf('c'),
    'virus.pdf': new TextEncoder().encode('MZ'),
  });
  await page.getByText('1 file was linked.').waitFor();
  await page.getByText('virus.pdf is a program, whatever its name says.').waitFor();

  await page.getByRole('button', { name: 'Link delivered by hand.pdf' }).click();
  await page.getByLabel('Account number').fill(account);
  await page.getByLabel('Invoice number').fill(invoice);
  await page.keyboard.press('Enter');
  await page.getByText('delivered by hand.pdf is linked.').waitFor();
  await page.getByRole('button', { name: 'Put a menu.pdf aside' }).click();
  await page.getByLabel('Reason').fill('Not ours');
  await page.keyboard.press('Enter');
  await page.getByText('Nothing waits: every file found its invoice.').waitFor();

  await page.goto(paths.account.replace('$accountId', id));
  await settled(page);
  const open = page.getByRole('link', { name: `Open Invoice ${invoice}` });
  await open.waitFor();
  const file = await page.request.get((await open.getAttribute('href')) ?? '');
  expect(Buffer.from(samplePdf('a')).equals(await file.body())).toBe(true);
  await page.getByRole('link', { name: `Open Proof of delivery ${invoice}` }).waitFor();
});

test('who may not add originals is told so', async () => {
  const page = await screens.open(paths.originals, { as: 'auditor' });
  expect(await page.locator('input[type=file]').count()).toBe(0);
});
