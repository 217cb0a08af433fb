/** Variances by keyboard: money at the wrong account is sent, then applied, each in two keys. */
import { beforeAll, test } from 'vitest';
import { paths } from '#web/paths.ts';
import { nothingFound } from '#test/support/axe.ts';
import { type CashPage, cashPage } from '#test/support/cash-page.ts';
import { cashDeskOf } from '#test/support/cash-screens.ts';
import { answered, settled, useScreens } from '#test/support/screens.ts';

const screens = useScreens({ customers: 4 });
let desk: CashPage;

beforeAll(async () => {
  desk = await cashPage(screens);
});

test('money that names another account’s invoice is sent there and pays it', async () => {
  const cash = await cashDeskOf(screens.live());
  await cash.received('wire', '1234.56', 'QX-7701');
  await desk.owed('Quarry Holdings', { 'QX-7701': '1234.56' });
  const page = await desk.open(`${paths.cashVariances}?cause=wrong_account`);
  const row = page.getByRole('row', { name: /named QX-7701, which another account owes/u });
  await row.getByText('wrong account').waitFor();
  await page.keyboard.press('f');
  const dialog = page.getByRole('dialog', { name: 'Send to the account that owes it' });
  await dialog.getByText(/named QX-7701/u).waitFor();
  await settled(page);
  await nothingFound(page);
  await answered(page, /\/transfer$/u, () => page.keyboard.press('Enter'));
  await dialog.waitFor({ state: 'detached' });
  await row.waitFor({ state: 'detached' });
  await page.goto(`${paths.cashVariances}?cause=unapplied`);
  const free = page.getByRole('row', { name: /Quarry Holdings/u });
  await free.getByText('not applied').waitFor();
  await free.click();
  await page.keyboard.press('f');
  await page.getByRole('dialog', { name: 'Apply it' }).waitFor();
  await settled(page);
  await answered(page, /\/applications$/u, () => page.keyboard.press('Enter'));
  await free.waitFor({ state: 'detached' });
});

test('a payment that nobody knows opens on the board', async () => {
  await desk.receipt({ payer: 'WHOEVER THIS IS', amount: '17.35' });
  const page = await screens.open(`${paths.cashVariances}?cause=unidentified`, { as: 'collector' });
  await page.getByRole('row', { name: /WHOEVER THIS IS/u }).waitFor();
  await answered(page, /cash\/receipts\?/u, () => page.keyboard.press('f'));
  await page.getByRole('region', { name: 'WHOEVER THIS IS' }).waitFor();
});
