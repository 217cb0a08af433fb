/** The team's portfolio on screen: who has what, rules, evening out, bulk moves, unpinning. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { paths } from '#web/paths.ts';
import { anAccount, answered, settled, useScreens } from '#test/support/screens.ts';

const screens = useScreens({ customers: 24 });

/** The figure at the right of a collector’s name. */
async function accountsOf(page: Page, name: string): Promise<number> {
  const row = page.getByRole('table').getByRole('row').filter({ hasText: name });
  return Number(await row.getByRole('cell').first().innerText());
}

async function keepRule(page: Page, name: string, person: string, state = ''): Promise<void> {
  await page.getByRole('button', { name: 'Add a rule' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Name of the rule').fill(name);
  if (state !== '') await form.getByLabel('States').fill(state);
  await form.getByLabel('People').selectOption({ label: person });
  await form.getByRole('button', { name: 'Keep the rule' }).click();
  await form.waitFor({ state: 'detached' });
}

async function apply(page: Page, reason: string): Promise<void> {
  const effect = page.getByRole('region', { name: 'What it does' });
  await effect.getByText('Nothing is changed yet', { exact: false }).waitFor();
  await effect.getByLabel('Reason').fill(reason);
  await effect.getByRole('button', { name: /^Move \d+ accounts?$/u }).click();
  await page
    .getByRole('status')
    .getByText(/\d+ accounts? moved/u)
    .waitFor();
}

test('rules are written, ordered with the keyboard, saved, tried, applied and undone', async () => {
  const page = await screens.open(paths.rules, { as: 'manager' });
  await keepRule(page, 'Texas', 'Sam Whitaker', 'TX');
  await keepRule(page, 'The rest', 'Rosa Delgado');
  await keepRule(page, 'Nobody fits', 'Sam Whitaker', 'ZZ');
  const list = page.getByRole('list', { name: 'Rules' });
  const names = () => list.getByRole('listitem').locator('p:first-child').allInnerTexts();
  await list.getByRole('button', { name: 'Move rule 3 up' }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(names).toEqual(['Texas', 'Nobody fits', 'The rest']);
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(names).toEqual(['Nobody fits', 'Texas', 'The rest']);
  await list.getByRole('button', { name: 'Remove rule 1: Nobody fits' }).click();
  await expect.poll(names).toEqual(['Texas', 'The rest']);

  await page.getByRole('form').getByLabel('Reason').fill('territories of the autumn');
  await page.getByRole('button', { name: 'Save as a new version' }).click();
  await page.getByText('Rules saved as version 1.').waitFor();
  await page.getByText('version 1: the first rule', { exact: false }).waitFor();

  await page.getByRole('button', { name: 'Preview' }).click();
  await page.getByText('rule 2: The rest').first().waitFor();
  await apply(page, 'territories of the autumn');
  await page.goto(paths.portfolio);
  await settled(page);
  expect(await accountsOf(page, 'Rosa Delgado')).toBeGreaterThan(0);

  await page
    .getByRole('button', { name: /^Undo: Rules/u })
    .first()
    .click();
  await page.getByText(/back where they were/u).waitFor();
  await expect.poll(() => accountsOf(page, 'Rosa Delgado')).toBe(0);
});

test('who manages sets the hours of a day in place; who collects only reads', async () => {
  const page = await screens.open(paths.portfolio, { as: 'manager' });
  await page.getByLabel('Hours a day of Rosa Delgado').fill('4:30');
  await page.keyboard.press('Enter');
  await page.getByText('Rosa Delgado works 4:30 h a day.').waitFor();
  await page.getByText('of 270 min').first().waitFor();
  const reader = await screens.open(paths.portfolio, { as: 'collector' });
  await reader.getByText('4:30 h', { exact: false }).first().waitFor();
  expect(await reader.getByLabel('Hours a day of Rosa Delgado').count()).toBe(0);
});

test('all that fits a filter of the aging is counted, tried, moved and pinned', async () => {
  const page = await screens.open(paths.aging, { as: 'manager' });
  const { id, name } = await anAccount(page, 3);
  await page.goto(`${paths.aging}?q=${encodeURIComponent(name)}`);
  await settled(page);
  await page.getByRole('button', { name: /^Reassign these/u }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(`number or name contains “${name}”`).waitFor();
  await dialog.getByText(/accounts? fits?: all of the list/u).waitFor();
  await dialog.getByLabel('Sam Whitaker').check();
  await dialog.getByRole('button', { name: 'Show what it does' }).click();
  await apply(page, 'knows them well');
  await page.goto(paths.account.replace('$accountId', id));
  await settled(page);
  const pinned = page.getByText('pinned', { exact: true });
  await pinned.waitFor();
  await page.getByRole('button', { name: 'Unpin' }).click();
  await page.getByText('The rules decide about', { exact: false }).waitFor();
  await pinned.waitFor({ state: 'detached' });
});

test('the load is evened out, and single moves can be taken out of it', async () => {
  const page = await screens.open(paths.aging, { as: 'manager' });
  await page.getByRole('button', { name: /^Reassign these/u }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/fit: all of the list/u).waitFor();
  await dialog.getByLabel('Rosa Delgado').check();
  // Pinned accounts stay where they are, so these must not be.
  await dialog.getByLabel('Pin them', { exact: false }).uncheck();
  await dialog.getByRole('button', { name: 'Show what it does' }).click();
  await apply(page, 'all to one');

  await page.goto(paths.rebalance);
  await settled(page);
  await answered(page, /rebalance\?dryRun=true/u, () =>
    page.getByRole('button', { name: 'Propose moves' }).click(),
  );
  const effect = page.getByRole('region', { name: 'What it does' });
  const moves = effect.getByRole('checkbox');
  const proposed = await moves.count();
  expect(proposed).toBeGreaterThan(1);
  await answered(page, /rebalance\?dryRun=true/u, () => moves.first().uncheck());
  await effect
    .getByRole('button', { name: `Move ${proposed - 1} account`, exact: false })
    .waitFor();
  await effect.getByLabel('Reason').fill('even days');
  await effect.getByRole('button', { name: /^Move \d+ accounts?$/u }).click();
  await page
    .getByRole('status')
    .getByText(`${proposed - 1} account`, { exact: false })
    .waitFor();
  await page.getByRole('status').getByRole('button', { name: /^Undo/u }).click();
  await page.getByText(/back where they were/u).waitFor();
});

test('the queue of nobody opens its accounts', async () => {
  const page = await screens.open(paths.portfolio, { as: 'collector' });
  await page.getByRole('button', { name: /without a collector$/u }).click();
  await page
    .getByRole('dialog')
    .getByText(/Every account has|What is overdue first/u)
    .first()
    .waitFor();
});
