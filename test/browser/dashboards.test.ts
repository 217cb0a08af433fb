/** The dashboards on screen: live, by keys, down to the rows, in both languages and sizes. */
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { paths } from '#web/paths.ts';
import { nothingFound } from '#test/support/axe.ts';
import { anAccount, answered, settled, useScreens } from '#test/support/screens.ts';

const screens = useScreens();
const phone = { width: 390, height: 844 };

/** Money posted through the desk, as a poster at another desk would. */
async function postCash(account: { id: string }): Promise<void> {
  const live = screens.live();
  const { people } = live;
  const page = await live.pageOf(screens.browser(), people.controller);
  const session = await page.request.get('/api/v1/session');
  // Signed in a moment ago; the session's own tests hold the answer to its contract.
  const { csrf } = (await session.json()) as { csrf: string };
  const posted = await page.request.post(`/api/v1/accounts/${account.id}/charges`, {
    headers: { 'x-csrf-token': csrf, 'idempotency-key': `dash-${account.id}` },
    data: { amount: '4321.00', currency: 'USD', kind: 'fee', reason: 'for the test' },
  });
  if (!posted.ok()) throw new Error(await posted.text());
  await page.context().close();
}

const receivables = (page: Page) => page.getByRole('button', { name: /^Receivables/u });

test('a posting appears on the open page without a reload', async () => {
  const page = await screens.open(paths.cfo, { as: 'manager' });
  const before = await receivables(page).innerText();
  await postCash(await anAccount(page));
  await expect.poll(() => receivables(page).innerText(), { timeout: 20_000 }).not.toBe(before);
});

test('every figure opens to formula and rows by one digit, a row to its account', async () => {
  const page = await screens.open(paths.dashboard, { as: 'manager' });
  const dialog = page.getByRole('dialog');
  const tiles = await page.getByRole('list', { name: 'Figures' }).getByRole('button').count();
  expect(tiles).toBe(10);
  for (const digit of '123456789') {
    await page.keyboard.press(digit);
    await dialog.getByText(/· by /u).first().waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  }
  await page.keyboard.press('7');
  await dialog
    .getByRole('region', { name: /^Rows of/u })
    .getByRole('link')
    .first()
    .click();
  await page.waitForURL(/\/accounts\//u);
});

test('j and Enter open a figure, a leads to where who must act acts', async () => {
  const page = await screens.open(paths.dashboard, { as: 'manager' });
  await page.keyboard.press('j');
  await answered(page, /figures\/cash_today\/rows/u, () => page.keyboard.press('Enter'));
  await page.getByRole('dialog').getByText('Cash received').first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('a');
  await page.waitForURL(/\/cash/u);
  await page.goBack();
  await page.getByRole('heading', { name: 'The team today' }).waitFor();
  await page.keyboard.press('b');
  await page.waitForURL(/rebalance/u);
  expect(new URL(page.url()).pathname).toBe(paths.rebalance);
});

test('coverage names who is away, and opens to the accounts that nobody touched', async () => {
  const page = await screens.open(paths.dashboard, { as: 'manager' });
  const coverage = page.getByRole('region', { name: 'Coverage' });
  await coverage.getByText('Away today').waitFor();
  await answered(page, /coverage\/untouched\/rows/u, () =>
    coverage.getByRole('button', { name: /^Untouched for 30 days/u }).click(),
  );
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/nobody wrote or spoke/u).waitFor();
  await nothingFound(page);
  await page.keyboard.press('Escape');
  await coverage.getByRole('button', { name: /^Nobody covers/u }).waitFor();
});

test('a chart is walked by the arrow keys, and its figures stand in a table', async () => {
  const page = await screens.open(paths.dashboard, { as: 'manager' });
  const aging = page.getByRole('region', { name: /Receivables by age/u });
  const picture = aging.getByRole('slider');
  await picture.waitFor();
  const first = await picture.getAttribute('aria-valuetext');
  await picture.press('End');
  expect(await picture.getAttribute('aria-valuetext')).not.toBe(first);
  await aging.getByRole('button', { name: /Figures/u }).click();
  expect(await aging.getByRole('row').count()).toBe(14);
});

test('a collector sees their own month only, under the same key', async () => {
  const page = await screens.open(paths.worklist, { as: 'collector' });
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await page.getByRole('heading', { name: 'My month' }).waitFor();
  await settled(page);
  expect(await page.getByRole('list', { name: 'Figures' }).count()).toBe(0);
});

test.each(['light', 'dark'] as const)(
  'axe finds nothing in the %s, wide and narrow',
  async (how) => {
    for (const viewport of [{ width: 1440, height: 900 }, phone]) {
      const page = await screens.open(paths.dashboard, {
        as: 'manager',
        viewport,
        colorScheme: how,
      });
      await page.getByRole('slider').first().waitFor();
      await nothingFound(page);
      await page.goto(paths.cfo);
      await settled(page);
      await page.getByRole('list', { name: 'Figures' }).getByRole('button').first().click();
      await page.getByRole('dialog').waitFor();
      await nothingFound(page);
    }
  },
);

test('the controller reads it in Spanish', async () => {
  const page = await screens.open(paths.dashboard, { as: 'controller' });
  await page.getByRole('heading', { name: 'El equipo hoy' }).waitFor();
  await page.getByRole('button', { name: /^Más de 60 días/u }).click();
  await page.getByRole('dialog').getByText('Responsables: más de 60 días').waitFor();
  expect(await page.getByText('Over 60 days').count()).toBe(0);
});
