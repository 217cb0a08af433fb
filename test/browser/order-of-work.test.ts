/** The order of work on the screen: the plan, the control group switched on, nothing claimed. */
import { expect, test } from 'vitest';
import { paths } from '#web/paths.ts';
import { answered, useScreens } from '#test/support/screens.ts';

const screens = useScreens();

test('a manager sees the plan beside the capacity and switches the control group on', async () => {
  const page = await screens.open(paths.orderOfWork, { as: 'manager' });
  await page.getByText('Capacity, minutes').waitFor();
  await page.getByText('Too few episodes have ended to say anything.').waitFor();
  const accounts = page.getByRole('region', { name: 'Accounts by what a contact adds' });
  await accounts.getByRole('link').first().waitFor();
  await accounts
    .getByText(/planned|called for anyway|no room/u)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Measure what the work adds' }).click();
  const form = page.getByRole('dialog', { name: 'Measure what the work adds' });
  await form.getByLabel('Left alone, % of planned accounts (5 to 10)').fill('10');
  await form.getByLabel('Why').fill('agreed in the huddle');
  await answered(page, /order-of-work\/experiment/u, () =>
    form.getByRole('button', { name: 'Keep it' }).click(),
  );
  await form.waitFor({ state: 'detached' });
  await page.getByText('10 % of the planned accounts').waitFor();
  expect(await page.getByRole('button', { name: 'Stop measuring' }).isVisible()).toBe(true);
});

test('a collector reads it and may not switch it', async () => {
  const page = await screens.open(paths.orderOfWork, { as: 'collector' });
  const button = page.getByRole('button', { name: /Measure what the work adds|Stop measuring/u });
  await button.waitFor();
  expect(await button.getAttribute('aria-disabled')).toBe('true');
});
