/** Deadlines of every rule on one list, and one's own in a calendar program. */
import { expect, test } from 'vitest';
import { paths } from '#web/paths.ts';
import { anAccount, answered, settled, useScreens } from '#test/support/screens.ts';

const screens = useScreens({ customers: 12 });

test('what waits for a second person has its day on the list and on the account', async () => {
  const page = await screens.open(paths.aging, { as: 'collector' });
  const { id, name } = await anAccount(page);
  await page.goto(paths.account.replace('$accountId', id));
  await settled(page);
  await page.getByRole('grid', { name: 'What is open' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Ask for a write-off' }).click();
  const form = page.getByRole('dialog', { name: 'Ask for a write-off' });
  await form.getByLabel('Amount').fill('1.00');
  await form.getByLabel('Reason').fill('Postage in dispute');
  await answered(page, /write-off-requests/u, () =>
    form.getByRole('button', { name: 'Ask for a write-off' }).click(),
  );
  await page.goto(paths.clocks);
  const list = page.getByRole('grid', { name: 'Deadlines' });
  await list.getByText('Request for approval lapses').waitFor();
  expect(await list.getByText('14 days left').count()).toBe(1);
  await page.getByRole('button', { name: 'By law only' }).click();
  await page.getByText('No deadline here').waitFor();
  await page.getByRole('button', { name: 'By law only' }).click();
  await list.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name }).waitFor();
  await page.getByRole('heading', { name: 'Deadlines' }).waitFor();
});

test('a calendar address is made, shown once and revoked by keyboard', async () => {
  const page = await screens.open(paths.clocks, { as: 'senior' });
  await page.getByRole('button', { name: 'In my calendar' }).press('Enter');
  const sheet = page.getByRole('dialog', { name: 'In my calendar' });
  await sheet.getByLabel('For which device or program').press('Enter');
  await sheet.getByText('Please name it.').waitFor();
  await sheet.getByLabel('For which device or program').fill('Phone');
  await page.keyboard.press('Enter');
  const address = await sheet.getByLabel('The address').inputValue();
  expect(address).toMatch(/\/api\/v1\/calendars\/[\w-]{43}\/deadlines\.ics$/u);
  const calendar = await page.request.get(address);
  expect(await calendar.text()).toContain('BEGIN:VCALENDAR');
  await sheet.getByRole('button', { name: 'Revoke: Phone' }).press('Enter');
  await page.getByText('The address shows nothing any more.').waitFor();
  expect((await page.request.get(address)).status()).toBe(404);
});
