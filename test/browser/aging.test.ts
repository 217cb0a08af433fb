/** The aging on screen: another day, another basis, down to the entries, and the review. */
import { expect, test } from 'vitest';
import { plusDays } from '#kernel/day.ts';
import { paths } from '#web/paths.ts';
import { anAccount, answered, settled, useScreens } from '#test/support/screens.ts';
import type { Page } from 'playwright-core';

const screens = useScreens();

test('the aging of another day says so, and a reload shows the same view', async () => {
  const page = await screens.open(paths.aging, { as: 'manager' });
  const today = await totals(page);
  await page.keyboard.press('d');
  await answered(page, /aging\?.*asOf=/u, () =>
    page.getByRole('button', { name: 'A year ago' }).click(),
  );
  await expect.poll(() => totals(page)).not.toContain(today[0]);
  const before = await totals(page);
  await page.reload();
  await settled(page);
  await expect.poll(() => totals(page)).toEqual(before);
  await page.getByRole('button', { name: 'Back to today' }).click();
  await expect.poll(() => totals(page)).toEqual(today);
});

test('counted from the invoice date everything is older, and nothing is lost', async () => {
  const page = await screens.open(paths.aging, { as: 'manager' });
  const byDue = await totals(page);
  await page.getByRole('button', { name: /Counted from/u }).click();
  await answered(page, /basis=invoice/u, () =>
    page.getByRole('menuitemradio', { name: 'Invoice date' }).click(),
  );
  await expect.poll(() => totals(page)).not.toEqual(byDue);
  const byInvoice = await totals(page);
  expect(byInvoice.at(-1)).toBe(byDue.at(-1));
  expect(byInvoice[0]).not.toBe(byDue[0]);
});

test('a word in the filter leaves the accounts that carry it', async () => {
  const page = await screens.open(paths.aging, { as: 'manager' });
  const accounts = page.getByRole('row').filter({ hasText: 'C-1' });
  await accounts.first().waitFor();
  const before = await accounts.count();
  await page.keyboard.press('f');
  await answered(page, /q=harbor/u, () => page.keyboard.type('harbor'));
  await expect.poll(() => accounts.count()).toBeLessThan(before);
  const rows = await accounts.allInnerTexts();
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(row).toMatch(/harbor/iu);
});

test('a row opens its account, an item its entries, and Esc leads back the same way', async () => {
  const page = await screens.open(paths.aging, { as: 'manager' });
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const chosen = page.locator('[role=row][aria-selected=true]');
  const name = (await chosen.innerText()).split(/\s+C-/u)[0] ?? '';
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await settled(page);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Journal entries' }).waitFor();
  expect(await page.getByRole('dialog').innerText()).toMatch(/Debit/u);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await page.waitForURL((url) => url.pathname === paths.aging);
  await settled(page);
  expect(await chosen.innerText()).toContain(name);
});

test('the same view leaves as a workbook and as a text file', async () => {
  const page = await screens.open(`${paths.aging}?basis=invoice`, { as: 'manager' });
  const files = [];
  for (const name of ['CSV', 'Workbook']) {
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name }).click();
    files.push((await download).suggestedFilename().split('.').at(-1));
  }
  expect(files).toEqual(['csv', 'xlsx']);
});

test('each crossing of the review is answered with y, and the coverage grows', async () => {
  const page = await screens.open(paths.review, { as: 'controller', locale: 'es-US' });
  const open = page.getByText(/0 de \d+/u);
  await open.waitFor();
  await page.keyboard.press('y');
  await page.getByText(/1 de \d+/u).waitFor();
});

test('what is over sixty days stands on a page of its own', async () => {
  const page = await screens.open(paths.over60, { as: 'manager' });
  const days = await page.getByRole('row').locator('[role=gridcell]:nth-child(4)').allInnerTexts();
  expect(days.length).toBeGreaterThan(5);
  for (const count of days.filter(Boolean)) expect(Number(count)).toBeGreaterThan(60);
});

test('an account as of last month shows last month’s items, also after a reload', async () => {
  const page = await screens.open(paths.aging, { as: 'manager' });
  const { id, name } = await anAccount(page, 1);
  const asOf = plusDays(screens.live().today, -31);
  await page.goto(`${paths.account.replace('$accountId', id)}?asOf=${asOf}`);
  await settled(page);
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.getByRole('button', { name: 'Back to today' }).waitFor();
  const documents = await page.getByRole('grid').innerText();
  await page.reload();
  await settled(page);
  expect(await page.getByRole('grid').innerText()).toBe(documents);
});

/** The figures of the last line of the grid, when they have come to rest. */
async function totals(page: Page): Promise<string[]> {
  let before = await totalsNow(page);
  for (;;) {
    await page.waitForTimeout(100);
    const now = await totalsNow(page);
    if (now.join() === before.join()) return now;
    before = now;
  }
}

async function totalsNow(page: Page): Promise<string[]> {
  const line = page.getByRole('row').filter({ hasText: 'Total' }).last();
  return (await line.innerText()).split('\n').filter((text) => /\d/u.test(text));
}
