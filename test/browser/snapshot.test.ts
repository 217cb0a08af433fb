/** Tomorrow's file on the screen: declared complete, asked about, taken in, and confirmed. */
import { expect, test } from 'vitest';
import { paths } from '#web/paths.ts';
import { settled, useScreens } from '#test/support/screens.ts';
import type { Page } from 'playwright-core';

const screens = useScreens({ customers: 5 });

const header = 'Invoice No,Customer No,Customer Name,Invoice Date,Due Date,Currency,Open Amount';
const rows = ['S-1', 'S-2', 'S-3'].map(
  (number) => `${number},Z-950,Harbor Tools,2026-03-15,2026-04-14,USD,400.00`,
);

test('what vanished is closed, asked about, and nobody is chased for it', async () => {
  const page = await screens.open(paths.imports, { as: 'manager' });
  await drop(page, 'monday.csv', [header, ...rows].join('\n'));
  await page.waitForURL(/\/imports\/uploads\//u);
  await settled(page);
  await page.getByLabel('This file lists everything that is open at its source').click();
  await page.getByLabel('Source', { exact: true }).fill('harbor-erp');
  await page.getByLabel('Source', { exact: true }).blur();
  await settled(page);
  await takeIn(page);

  await drop(page, 'tuesday.csv', [header, ...rows.slice(1)].join('\n'));
  await page.waitForURL(/\/imports\/uploads\//u);
  await settled(page);
  await page.getByRole('button', { name: 'Dry run' }).click();
  await page.getByText('Closed at source, to confirm').waitFor();
  await page.getByLabel('Yes, close this item').check();
  await page.getByRole('button', { name: 'Take it in' }).click();
  await page.waitForURL((url) => url.pathname === paths.imports);

  await page.goto(paths.closings);
  await page.getByLabel('S-1').check();
  await page.getByRole('button', { name: 'Paid there' }).click();
  await page.getByText('Nothing waits to be confirmed').waitFor();

  await page.goto(`${paths.aging}?q=harbor`);
  await settled(page);
  await page.getByRole('note').getByText('harbor-erp').waitFor();
  expect(await page.getByRole('grid').innerText()).toContain('800.00');
});

async function takeIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Dry run' }).click();
  await page.getByText('From our book to the file').first().waitFor();
  await page.getByRole('button', { name: 'Take it in' }).click();
  await page.waitForURL((url) => url.pathname === paths.imports);
  await settled(page);
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
