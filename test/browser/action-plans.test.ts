/** A plan of action on the account: set from an answer, ticked off, and ended with its result. */
import { expect, test } from 'vitest';
import { paths } from '#web/paths.ts';
import { nothingFound } from '#test/support/axe.ts';
import { anAccount, answered, settled, useScreens } from '#test/support/screens.ts';

const screens = useScreens({ customers: 12 });

test('the answer sets the steps; they are done one by one, and the plan ends', async () => {
  const page = await screens.open(paths.aging, { as: 'manager' });
  const { id, name } = await anAccount(page, 2);
  await page.goto(paths.account.replace('$accountId', id));
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await settled(page);
  await page.getByRole('button', { name: 'Set an action plan' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('The customer').selectOption('refuses');
  await dialog.getByText('Have new orders held').waitFor();
  await dialog.getByLabel('Goal').fill('Decide this month.');
  await nothingFound(page);
  await answered(page, /\/action-plans$/u, () =>
    dialog.getByRole('button', { name: 'Set an action plan' }).click(),
  );
  await page.goto(paths.actionPlans);
  const list = page.getByRole('grid', { name: 'Action plans' });
  await list.getByText('Hand it up').waitFor();
  await settled(page);
  await nothingFound(page);
  const file = await page.request.get('/api/v1/action-plans/export');
  expect(await file.text()).toContain('Hand it up');
  await list.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name }).waitFor();
  const first = page.getByRole('button', { name: 'Done: Hand it up' });
  await answered(page, /\/steps\/1$/u, () => first.click());
  await first.waitFor({ state: 'detached' });
  await nothingFound(page);
  await page.getByRole('button', { name: 'End the plan' }).click();
  await dialog.getByLabel('How it came out').selectOption('paid');
  await dialog.getByLabel('Note').fill('The wire came.');
  await answered(page, /\/end$/u, () =>
    dialog.getByRole('button', { name: 'End the plan' }).click(),
  );
  await page.getByText(/^Last plan: paid/u).waitFor();
  await page.getByRole('button', { name: 'End the plan' }).waitFor({ state: 'detached' });
});
