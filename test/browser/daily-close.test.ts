/** The daily close and bank reconciliation: what differs is named, mended, and signed. */
import { expect, test } from 'vitest';
import { paths } from '#web/paths.ts';
import { line } from '#test/support/bank-files.ts';
import { cashDeskOf } from '#test/support/cash-screens.ts';
import { answered, settled, useScreens } from '#test/support/screens.ts';

const screens = useScreens();

test('a day differs, is reconciled with the bank, and is signed by key', async () => {
  const live = screens.live();
  const cash = await cashDeskOf(live);
  await cash.received('wire', '400.00', 'W-1');
  const page = await screens.open(paths.dailyClose, { as: 'manager' });
  await page.getByText('Not deposited').waitFor();
  const sign = page.getByRole('button', { name: 'Sign the day' });
  expect(await sign.getAttribute('title')).toBe('The day does not balance yet');
  await cash.statement('0.00', '388.00', [
    line(live.today, '400.00', 'WIRE NORTH', { channel: 'wire' }),
    line(live.today, '-12.00', 'ANALYSIS CHARGE', { channel: 'charge' }),
  ]);
  await page.getByRole('link', { name: 'Bank reconciliation' }).click();
  await page.getByText('Bank fee?').waitFor();
  await answered(page, /cash\/clearings$/u, () =>
    page.getByRole('button', { name: 'Clear what is certain' }).click(),
  );
  await page.getByRole('row', { name: /WIRE NORTH/u }).waitFor({ state: 'detached' });
  await page.keyboard.press('o');
  await answered(page, /treatment$/u, () =>
    page.getByRole('dialog').getByRole('button', { name: 'Save' }).click(),
  );
  await page.getByText('Every row is cleared.').waitFor();
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  await answered(page, /signature$/u, () =>
    page.getByRole('dialog').getByRole('button', { name: 'Sign' }).click(),
  );
  await page.getByText(/^Signed by Maya Lindgren/u).waitFor();
  await page.getByRole('link', { name: 'Daily close' }).click();
  await page.getByText('Nothing differs.').waitFor();
  await page.keyboard.press('y');
  await page.getByRole('dialog').getByLabel('Note').fill('the first day');
  await answered(page, /signature$/u, () =>
    page.getByRole('dialog').getByRole('button', { name: 'Sign the day' }).click(),
  );
  await page.getByText(/Signature 1: Maya Lindgren/u).waitFor();
  await settled(page);
  expect(await page.getByText('agrees').count()).toBe(1);
});

test('an auditor reads the day and is told why the buttons are not for them', async () => {
  const page = await screens.open(paths.dailyClose, { as: 'auditor' });
  const sign = page.getByRole('button', { name: /Sign the/u });
  expect(await sign.getAttribute('aria-disabled')).toBe('true');
});
