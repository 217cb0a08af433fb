/** Verification and clean-ups on the demo company: found, answered, repaired, signed. */
import { expect, test } from 'vitest';
import { paths } from '#web/paths.ts';
import { useScreens } from '#test/support/screens.ts';

const screens = useScreens({ demo: true });

test('a finding is answered with a reason and leaves the queue', async () => {
  const page = await screens.open(paths.verification, { as: 'manager', refused: [422] });
  await page.locator('[role=row][aria-selected=true]').waitFor();
  await page.keyboard.press('n');
  const form = page.getByRole('dialog');
  await form.getByLabel('What becomes of it').selectOption('not_a_problem');
  await form.getByRole('button', { name: 'Save' }).click();
  await form.getByText('Say why.').waitFor();
  await form.getByLabel('Why, or what was asked').fill('Agreed with the customer');
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();
  await page.getByRole('button', { name: 'Answered' }).click();
  await page.getByRole('row').filter({ hasText: 'no problem' }).first().waitFor();
});

test('old credits are shown before they are applied, and taken back with u', async () => {
  const page = await screens.open(paths.verification, { as: 'senior' });
  await page.getByRole('button', { name: 'Apply old credits' }).click();
  const go = page.getByRole('dialog').getByRole('button', { name: /^Apply \d+ credit/u });
  await go.waitFor();
  await go.click();
  await page.getByText(/credits? applied/u).waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('u');
  await page.getByText('Taken back.').waitFor();
});

test('a clean-up is started with its target and ended with a signature', async () => {
  const page = await screens.open(paths.projects, { as: 'manager' });
  await page.getByRole('button', { name: 'Start a clean-up' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Name', { exact: true }).fill('Everybody can be reached');
  await form.getByLabel('Nobody to reach').click();
  await form.getByLabel('No e-mail address').click();
  await form.getByLabel('By', { exact: true }).fill('30d');
  await form.getByRole('button', { name: 'Start a clean-up' }).click();
  await page.getByText(/^Started: /u).waitFor();
  const card = page.getByRole('listitem').filter({ hasText: 'Everybody can be reached' });
  await card.getByRole('link', { name: 'Proof (XLSX)' }).waitFor();
  await card.getByRole('button', { name: 'End and sign' }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('Tried');
  await page.getByRole('dialog').getByRole('button', { name: 'End and sign' }).click();
  await card.getByText('Target missed', { exact: false }).waitFor();
  expect(await card.getByRole('button', { name: 'End and sign' }).count()).toBe(0);
});
