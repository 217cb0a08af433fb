/** Payments that fell short: why each did, what becomes of it, and the way to its account. */
import { expect, test } from 'vitest';
import { paths } from '#web/paths.ts';
import { useScreens } from '#test/support/screens.ts';

const screens = useScreens({ demo: true });

test('a rest says why it is left, leads to its account and is answered', async () => {
  const page = await screens.open(paths.shortPayments, { as: 'manager' });
  const rests = page.getByRole('grid', { name: 'Short payments' });
  const contested = rests.getByRole('row').filter({ hasText: 'disputed' }).first();
  expect(await contested.innerText()).toContain('paid in part');
  await rests.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  const link = dialog.getByRole('link', { name: 'Open the account' });
  expect(await link.getAttribute('href')).toMatch(/^\/accounts\//u);
  await dialog.getByLabel('What becomes of it').selectOption('ask');
  await dialog.getByLabel('Note').fill('They cut the freight.');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
});
