/** A stranger's file: dropped, asked about, tried, taken in, seen in the aging, taken back. */
import { expect, test } from 'vitest';
import { paths } from '#web/paths.ts';
import { settled, useScreens } from '#test/support/screens.ts';
import type { Page } from 'playwright-core';

const screens = useScreens({ customers: 5 });

/** Every day of it can be read in two orders. */
const ambiguous = [
  'Customer No,Customer Name,Invoice No,Invoice Date,Due Date,Open Amount',
  'Z-900,Lantern Supply,L-1,03/04/2026,04/05/2026,"1,250.10"',
  'Z-900,Lantern Supply,L-2,05/06/2026,06/07/2026,600.00',
  'Z-901,Ferry Bakery,L-3,02/03/2026,03/04/2026,99.90',
].join('\n');

test('a dropped file is asked about, tried, taken in, and stands in the aging', async () => {
  const page = await screens.open(paths.imports, { as: 'manager' });
  await drop(page, 'lantern.csv', ambiguous);
  await page.waitForURL(/\/imports\/uploads\//u);
  await settled(page);
  await answer(page, 'month, day, year');
  await page.getByRole('button', { name: 'Dry run' }).click();
  await page.getByText('Would be taken in').waitFor();
  await page.getByText('1,950.00').first().waitFor();
  await page.getByRole('button', { name: 'Take it in' }).click();
  await page.waitForURL((url) => url.pathname === paths.imports);
  await page.getByText('lantern.csv: 3 rows are in the book.').waitFor();

  await page.goto(`${paths.aging}?q=lantern`);
  await settled(page);
  expect(await page.getByRole('grid').innerText()).toContain('1,850.10');

  await page.goto(paths.imports);
  await settled(page);
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await page.getByLabel('Reason').fill('It was last year’s file');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.goto(`${paths.aging}?q=lantern`);
  await settled(page);
  expect(await page.locator('main').innerText()).toContain('Nothing fits this filter');
});

test('an upload can be opened again by its address until it is taken in', async () => {
  const page = await screens.open(paths.imports, { as: 'manager' });
  await drop(page, 'again.csv', ambiguous);
  await page.waitForURL(/\/imports\/uploads\//u);
  await settled(page);
  const uploadId = page.url().split('/').at(-1) ?? '';
  await page.goto(paths.upload.replace('$uploadId', uploadId));
  await page.getByRole('heading', { level: 1, name: 'again.csv' }).waitFor();
});

test('a column that holds something else is named by what the page calls its field', async () => {
  const page = await screens.open(paths.imports, { as: 'manager' });
  await drop(page, 'no-days.csv', 'Invoice No,Customer,Amount,Due\nX-1,Z-902,5.00,2026-13-01');
  await page.waitForURL(/\/imports\/uploads\//u);
  await page
    .getByText('“Due” is called like the field “Due date”, but holds “2026-13-01”')
    .waitFor();
  await page.getByText('Correct its values, or map the right column to the field.').waitFor();
});

test('a file that cannot be read says why and what to do', async () => {
  const page = await screens.open(paths.imports, { as: 'manager', refused: [400, 415, 422] });
  await drop(page, 'broken.xlsx', 'PK\u0003\u0004 and then nothing');
  await page.getByRole('alert').waitFor();
  expect((await page.getByRole('alert').innerText()).length).toBeGreaterThan(20);
});

test('an import leads to what is doubtful in the book', async () => {
  const page = await screens.open(paths.imports, { as: 'manager' });
  await page.getByRole('link', { name: 'See what is doubtful in the book' }).click();
  await page.getByRole('heading', { level: 1, name: 'Verification' }).waitFor();
});

test('who may not import is shown what was imported, and no place to drop a file', async () => {
  const page = await screens.open(paths.imports, { as: 'auditor' });
  expect(await page.locator('input[type=file]').count()).toBe(0);
});

/** Answers the same to every question that offers the choice, one after the other. */
async function answer(page: Page, choice: string): Promise<void> {
  const button = page.getByRole('button', { name: choice });
  await button.first().waitFor();
  for (let left = await button.count(); left > 0; left = await button.count()) {
    await button.first().click();
    await button.nth(left - 1).waitFor({ state: 'detached' });
  }
}

async function drop(page: Page, name: string, text: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([file, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], file, { type: 'text/csv' }));
      return transfer;
    },
    [name, text] as const,
  );
  await page.getByText('Choose').first().waitFor();
  await page.locator('div:has(> input[type=file])').dispatchEvent('drop', { dataTransfer });
}
