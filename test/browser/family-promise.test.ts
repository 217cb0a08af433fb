/** One word for several accounts of a family: shared, shown, one left out, and kept as shown. */
import { expect, test } from 'vitest';
import { paths } from '#web/paths.ts';
import { nothingFound } from '#test/support/axe.ts';
import { answered, settled, useScreens } from '#test/support/screens.ts';

const screens = useScreens({ demo: true });

test('a promise for the family is shared over its accounts, shown, and kept as shown', async () => {
  // The first sum is more than the family owes.
  const page = await screens.open(paths.aging, { as: 'manager', refused: [422] });
  const listed = await page.request.get('/api/v1/accounts?q=C-10003');
  // Its own tests hold the answer to its contract.
  const { rows } = (await listed.json()) as { rows: { accountId: string }[] };
  await page.goto(paths.account.replace('$accountId', rows[0]?.accountId ?? ''));
  await settled(page);
  await page.keyboard.press('Shift+P');
  const form = page.getByRole('dialog', { name: 'A promise for the family' });
  await form.getByLabel('By which day').fill('tomorrow');
  await form.getByLabel('Amount').fill('99999999');
  const refused = page.waitForResponse(/promises\/family/u);
  await form.getByRole('button', { name: 'Show the shares' }).click();
  // The refusal names what they owe.
  const { facts } = (await (await refused).json()) as { facts: { open: string } };
  await form.getByLabel('Amount').fill(facts.open);
  await answered(page, /promises\/family/u, () => form.getByLabel('Amount').press('Enter'));
  const shares = form.getByRole('checkbox');
  await shares.first().waitFor();
  expect(await shares.count()).toBeGreaterThan(1);
  await nothingFound(page);

  await form.getByLabel('Amount').fill('10');
  await answered(page, /promises\/family/u, () => form.getByLabel('Amount').press('Enter'));
  await shares.first().waitFor();
  const saved = page.waitForResponse((answer) => answer.url().endsWith('promises/family'));
  await form.getByRole('button', { name: 'Save the promise' }).click();
  expect((await saved).status()).toBe(200);
  await page.getByText('Promised on 1 account.').waitFor();
});
