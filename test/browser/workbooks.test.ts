/** A workbook goes out of a screen, is edited, dropped, decided by keys and applied. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { paths } from '#web/paths.ts';
import { settled, useScreens } from '#test/support/screens.ts';
import { edited } from '#test/support/workbook-desk.ts';

const screens = useScreens({ customers: 5 });

/** What a click on a link saves. */
async function saved(page: Page, name: string): Promise<Uint8Array> {
  const link = page.locator('main').getByRole('link', { name });
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
  return new Uint8Array(await readFile(await file.path()));
}

test('an edited workbook is dropped, seen, applied by a key and taken back', async () => {
  const page = await screens.open(paths.workbooks, { as: 'manager' });
  await page.getByRole('button', { name: 'Everybody’s' }).click();
  const bytes = await saved(page, 'Contacts');
  const changed = await edited(bytes, (hand) => {
    const top = hand.rows.findIndex((row) => row.includes('Key (leave as it is)'));
    const first = hand.rows[top + 1] ?? [];
    first[hand.headers.indexOf('Role')] = 'treasurer';
    const second = hand.rows[top + 2] ?? [];
    second[hand.headers.indexOf('Name')] = 'Somebody else';
  });
  await page
    .getByLabel('Choose a file')
    .setInputFiles({ name: 'contacts.xlsx', mimeType: 'x/y', buffer: Buffer.from(changed) });
  await page.waitForURL(/\/workbooks\/[0-9a-f-]+$/u);
  await page.getByText('treasurer').waitFor();
  await page.getByText('This cell is locked', { exact: false }).waitFor();
  await page.keyboard.press('o');
  await page.getByRole('button', { name: 'Apply 0 changes' }).waitFor();
  await page.keyboard.press('t');
  await page.getByRole('button', { name: 'Apply 1 change' }).waitFor();
  await page.keyboard.press('a');
  await page.getByText('Applied: 1.', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Take it all back' }).click();
  await page.getByText('Taken back: 1.', { exact: false }).waitFor();

  await page.goto(page.url());
  await settled(page);
  await page.getByRole('link', { name: 'All workbooks' }).click();
  await page.waitForURL((url) => url.pathname === paths.workbooks);
  await page.getByRole('link', { name: 'contacts.xlsx' }).click();
  const uploadId = page.url().split('/').at(-1) ?? '';
  expect(page.url()).toContain(paths.workbook.replace('$uploadId', uploadId));
});

test('a file that is not ours says so and what to do', async () => {
  const page = await screens.open(paths.workbooks, { as: 'collector', refused: [422] });
  await page
    .getByLabel('Choose a file')
    .setInputFiles({ name: 'x.xlsx', mimeType: 'x/y', buffer: Buffer.from('a,b') });
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('alert').innerText()).toContain('not a workbook of this desk');
});
