/** A deposit of checks: counted, keyed with its magnetic line, closed, accepted at the counter. */
import { expect, test } from 'vitest';
import { paths } from '#web/paths.ts';
import { cashDeskOf } from '#test/support/cash-screens.ts';
import { answered, settled, useScreens } from '#test/support/screens.ts';

const screens = useScreens();

test('a senior counts, keys and closes a deposit, and the bank accepts it', async () => {
  const live = screens.live();
  const cash = await cashDeskOf(live);
  await cash.received('check', '100.00', '1042');
  const page = await screens.open(paths.cashDeposits, { as: 'senior', refused: [422] });
  await page.getByText('Checks in hand: 1').waitFor();
  await page.keyboard.press('n');
  const form = page.getByRole('dialog');
  await form.getByLabel('How many checks').fill('1');
  await form.locator('[data-field=amount]').fill('100.00');
  await answered(page, /deposits(\?|$)/u, () =>
    form.getByRole('button', { name: 'Open the deposit' }).click(),
  );
  const check = page.getByRole('form', { name: 'Check' });
  await check.getByLabel('Received check').selectOption({ index: 1 });
  await check.getByLabel('Magnetic line').fill('u1042u t021000022t 123456789u');
  await check.getByRole('button', { name: 'Put it in' }).click();
  await page.getByText(/021000022 does not prove itself/u).waitFor();
  await check.getByLabel('Magnetic line').fill('u1042u t021000021t 123456789u');
  await answered(page, /checks$/u, () => check.getByRole('button', { name: 'Put it in' }).click());
  await page.getByText('no pictures').waitFor();
  const sheet = page.getByRole('dialog');
  await answered(page, /acts$/u, () =>
    sheet.getByRole('button', { name: 'Close', exact: true }).click(),
  );
  await answered(page, /acts$/u, () =>
    sheet.getByRole('button', { name: 'The bank accepted it' }).click(),
  );
  await page.getByText(/^Shred the paper on/u).waitFor();
  const ticket = await page.request.get(
    (await sheet.getByRole('link', { name: 'Deposit ticket' }).getAttribute('href')) ?? '',
  );
  expect(ticket.headers()['content-type']).toBe('application/pdf');
  await sheet.getByRole('button', { name: 'Rejected by the bank: check 1042' }).click();
  const word = page.getByRole('dialog');
  await word.getByLabel('What the bank said').fill('signature missing');
  await answered(page, /rejection$/u, () => page.keyboard.press('Enter'));
  await sheet.getByText('rejected: signature missing').waitFor();
  await settled(page);
});
