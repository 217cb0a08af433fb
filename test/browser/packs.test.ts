/** Packs on the demo company: scheduled, sent, opened as sent, explained and signed. */
import { expect, test } from 'vitest';
import { paths } from '#web/paths.ts';
import { answered, settled, useScreens } from '#test/support/screens.ts';

const screens = useScreens({ demo: true });

test('a pack is scheduled, made now and stands in the archive as it was sent', async () => {
  const page = await screens.open(paths.packs, { as: 'manager', refused: [422] });
  await page.getByRole('button', { name: 'Schedule a pack' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Pack').selectOption('over-60');
  await form.getByLabel('Name').fill('Monday over 60');
  await form.getByLabel('controllers').check();
  await form.getByRole('button', { name: 'Schedule a pack' }).click();
  await form.waitFor({ state: 'detached' });
  const card = page.getByRole('listitem').filter({ hasText: 'every Monday at 8:00' }).first();
  await card.getByRole('button', { name: 'Send now' }).click();
  const line = page.getByRole('region', { name: 'Archive' }).getByRole('listitem');
  const mine = line.filter({ hasText: 'Monday over 60' });
  await mine.first().waitFor();
  await card.getByRole('button', { name: 'Send now' }).click();
  await card.getByRole('alert').getByText('is made and sent already').waitFor();
  expect(await mine.count()).toBe(1);
  await card.getByRole('button', { name: 'Send once more' }).click();
  await mine.nth(1).waitFor();
  await page
    .getByRole('link', { name: /^Open · Monday over 60/u })
    .first()
    .click();
  await page.waitForURL(paths.packIssue.replace('$issueId', '*'));
  await page.getByRole('heading', { name: 'Receivers' }).waitFor();
  await settled(page);
  expect(
    await page.getByRole('button', { name: 'Sign', exact: true }).getAttribute('aria-disabled'),
  ).toBe('true');
});

test('an account over 60 days is explained on the screen', async () => {
  const page = await screens.open(paths.packsLate, { as: 'manager' });
  const without = page
    .getByRole('row')
    .filter({ hasText: /missing\s*missing/u })
    .first();
  await without.getByRole('button', { name: /^Say why/u }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Cause').selectOption('price_wrong');
  await form.getByLabel('Plan').fill('Credit memo by Friday');
  await form.getByRole('button', { name: 'Save' }).click();
  await form.waitFor({ state: 'detached' });
  await page.getByText('Credit memo by Friday').first().waitFor();
  expect(await page.getByText('Our price was wrong').count()).toBeGreaterThan(0);
});

test('a pack sent to oneself again says that it went, and goes again on purpose', async () => {
  const page = await screens.open(paths.packs, { as: 'manager' });
  const line = page.getByRole('listitem').filter({ hasText: 'Daily flash' }).first();
  const press = (name: string) =>
    answered(page, /packs\/issues$/u, () => line.getByRole('button', { name }).click());
  await press('Send to me');
  await page.getByText('Made; the mails go out.').waitFor();
  await press('Send to me');
  await page.getByText('It was sent to you a moment ago').waitFor();
  await press('Send once more');
  await line.getByRole('button', { name: 'Send to me' }).waitFor();
  await line.getByRole('button', { name: 'Send once more' }).waitFor({ state: 'detached' });
});
