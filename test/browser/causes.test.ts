/** Why it is late, by keyboard: said on the account, added up, opened to its rows, reviewed. */
import { expect, test } from 'vitest';
import { paths } from '#web/paths.ts';
import { nothingFound } from '#test/support/axe.ts';
import { anAccount, answered, settled, useScreens } from '#test/support/screens.ts';

const screens = useScreens({ customers: 12 });

test('a cause is said with y, stands in the Pareto, opens and is reviewed', async () => {
  const maya = await screens.open(paths.aging, { as: 'manager' });
  const { id, name } = await anAccount(maya, 1);
  await maya.goto(paths.account.replace('$accountId', id));
  await maya.getByRole('heading', { level: 1, name }).waitFor();
  await settled(maya);
  await maya.keyboard.press('y');
  const dialog = maya.getByRole('dialog');
  await dialog.getByLabel('Cause').selectOption('reference_missing');
  await dialog.getByLabel('Note').fill('No order number.');
  await nothingFound(maya);
  await answered(maya, /\/late-causes$/u, () =>
    dialog.getByRole('button', { name: 'Save' }).click(),
  );
  await maya.getByText('No order number.').first().waitFor();

  await maya.goto(paths.causes);
  await maya.getByRole('region', { name: 'What it comes of' }).waitFor();
  const line = maya
    .getByRole('region')
    .getByRole('button', { name: /reference|order/iu })
    .first();
  await answered(maya, /\/causes\/rows/u, () => line.click());
  await maya.getByRole('link', { name }).first().waitFor();
  await maya.keyboard.press('y');
  await dialog.getByLabel('Findings').fill('Order numbers are missing.');
  await dialog.getByLabel('What is done').fill('Billing asks for them.');
  await nothingFound(maya);
  await answered(maya, /\/causes\/reviews$/u, () =>
    dialog.getByRole('button', { name: 'Sign the review' }).click(),
  );
  await maya.getByText('Order numbers are missing.').waitFor();
  await maya.setViewportSize({ width: 390, height: 844 });
  await nothingFound(maya);
  const over = await maya.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over).toBe(0);
});
