/** Other programs that are told of news: added, tested, paused and ended by hand. */
import { expect, test } from 'vitest';
import { paths } from '#web/paths.ts';
import { answered, useScreens } from '#test/support/screens.ts';

const screens = useScreens({ customers: 4 });

test('a webhook is added, its secret shown once, tested, paused and ended', async () => {
  const page = await screens.open(paths.webhooks, { as: 'manager' });
  await page.getByText('No other program is told').waitFor();
  await page.getByRole('button', { name: 'Add a webhook' }).press('Enter');
  const form = page.getByRole('dialog', { name: 'Add a webhook' });
  await form.getByLabel('Name').fill('Orders');
  await form.getByLabel('Address').fill('https://orders.invalid/news');
  await form.getByRole('button', { name: 'Add a webhook' }).press('Enter');
  await form.getByText('at least one piece of news').waitFor();
  await form.getByLabel('An order was decided').check();
  await form.getByRole('button', { name: 'Add a webhook' }).press('Enter');
  expect(await form.getByLabel('Secret, shown this once').inputValue()).toMatch(/^whsec_/u);
  await form.getByRole('button', { name: 'Done' }).press('Enter');

  await page.getByRole('button', { name: 'Test Orders' }).press('Enter');
  await page.getByText('Nobody knows a host of this name.').waitFor();
  await page.getByRole('button', { name: 'Deliveries to Orders' }).press('Enter');
  await page.getByText('Nothing was told yet.').waitFor();
  await page.getByRole('button', { name: 'Pause Orders' }).press('Enter');
  await page.getByRole('button', { name: 'Resume Orders' }).waitFor();
  await page.getByRole('button', { name: 'End Orders' }).press('Enter');
  await answered(page, /webhooks/u, () =>
    page.getByRole('button', { name: 'End it for good' }).press('Enter'),
  );
  await page.getByText('No other program is told').waitFor();
});
