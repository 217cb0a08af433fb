/** What changed since Friday on screen: the bridge, the buckets, a figure down to its account. */
import { expect, test } from 'vitest';
import { paths } from '#web/paths.ts';
import { answered, settled, useScreens } from '#test/support/screens.ts';

const screens = useScreens();

test('since month end the bridge adds up, and a figure opens to its account', async () => {
  const page = await screens.open(paths.compare, { as: 'manager' });
  await page.getByRole('button', { name: /Since/u }).click();
  await answered(page, /compare\?.*from=/u, () =>
    page.getByRole('menuitemradio', { name: 'Month end' }).click(),
  );
  await settled(page);
  const bridge = page.getByRole('table', { name: /From opening to closing/u });
  const amounts = await bridge.getByRole('row').evaluateAll((rows) =>
    rows.flatMap((row) => {
      const figure = row.querySelector('td .figures')?.textContent ?? '';
      const cents = figure.replace('−', '-').replaceAll(/[^\d-]/gu, '');
      return figure === '' ? [] : [Number(cents)];
    }),
  );
  const closing = amounts.at(-2);
  const parts = amounts.slice(0, -2);
  expect(parts.length).toBe(7);
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(closing);

  await answered(page, /compare\/rows\?/u, () =>
    bridge.getByRole('button', { name: /^Open Cash/u }).click(),
  );
  const panel = page.getByRole('dialog');
  await panel.getByText('payment', { exact: false }).first().waitFor();
  await panel.getByRole('link').first().click();
  await page.waitForURL(/\/accounts\//u);
});

test('Enter opens a line with its own buckets, and Esc leads back to the same line', async () => {
  const page = await screens.open(`${paths.compare}?from=2026-10-31`, { as: 'manager' });
  await page.keyboard.press('j');
  await answered(page, /compare\/buckets\?.*account=/u, () => page.keyboard.press('Enter'));
  const panel = page.getByRole('dialog');
  await panel.getByRole('table', { name: 'How the buckets moved' }).waitFor();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  expect(await page.locator('[role=row][aria-selected=true]').count()).toBe(1);
});

test('both moments are chosen with d, and the file carries the same view', async () => {
  const page = await screens.open(paths.compare, { as: 'manager' });
  await page.keyboard.press('d');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Opening', { exact: true }).fill('2026-09-30');
  await answered(page, /compare\?.*from=2026-09-30/u, () =>
    dialog.getByRole('button', { name: /^Compare/u }).click(),
  );
  await settled(page);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Workbook', exact: true }).click();
  expect((await download).suggestedFilename()).toMatch(/^compare-2026-09-30-.*\.xlsx$/u);
});

test('the aging leads to what changed up to its own day', async () => {
  const page = await screens.open(`${paths.aging}?asOf=2026-10-31`, { as: 'manager' });
  await page.getByRole('link', { name: /What changed since/u }).click();
  await page.waitForURL(/compare\?.*to=2026-10-31/u);
  await page.getByRole('table', { name: /From opening to closing/u }).waitFor();
});
