/** Plans and settlements by keyboard: drawn up, offered, signed, changed; and taken back. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { day, plusDays } from '#kernel/day.ts';
import { paths } from '#web/paths.ts';
import { nothingFound } from '#test/support/axe.ts';
import { anAccount, answered, settled, useScreens } from '#test/support/screens.ts';

const screens = useScreens();

test('t draws up a plan, and on its page it is signed, moved and given autopay', async () => {
  // Drawing up a second plan is refused, which the editor explains.
  const page = await screens.open(paths.aging, { as: 'manager', refused: [422] });
  const { id, name } = await anAccount(page, 4);
  await page.goto(paths.account.replace('$accountId', id));
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await settled(page);
  await page.keyboard.press('t');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Instalments', { exact: true }).fill('2');
  await dialog.getByLabel('Amount of instalment 2').waitFor();
  await dialog.getByLabel('Amount of instalment 3').waitFor({ state: 'detached' });
  await readable(page);
  await dialog.getByRole('button', { name: /^Offer/u }).click();
  await page.getByText(/^Plan offered/u).waitFor();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Open the plan' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Payment plan' }).waitFor();
  await page.getByText('Nobody has signed yet.').waitFor();
  await page.keyboard.press('y');
  await dialog.getByLabel('Full name of who signs').fill('Ana Orr');
  await dialog.getByLabel('They read the agreement and agree').check();
  await answered(page, /\/signature$/u, () =>
    dialog.getByRole('button', { name: 'Sign', exact: true }).click(),
  );
  await page.getByText(/^Ana Orr, typed their name/u).waitFor();

  await page.keyboard.press('m');
  const second = dialog.getByLabel('Day of instalment 2');
  const was = await second.inputValue();
  await second.fill(plusDays(day(was), 5));
  await dialog.getByLabel('Reason').fill('Their bank is closed that week.');
  await readable(page);
  await answered(page, /\/amendments$/u, () =>
    dialog.getByRole('button', { name: 'Change the plan' }).click(),
  );
  await page.getByText(/^first due on/u).waitFor();

  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Record autopay' }).click();
  await dialog.getByLabel('Bank or card brand').fill('First Harbor Bank');
  await dialog.getByLabel('Last four digits').fill('4821');
  await readable(page);
  await answered(page, /\/mandates$/u, () =>
    dialog.getByRole('button', { name: 'Record autopay' }).click(),
  );
  await page.getByText(/First Harbor Bank ····4821, given by/u).waitFor();

  await page.keyboard.press('Escape');
  await page.getByRole('grid', { name: 'Payment plans' }).getByText(name).waitFor();
  await page.goto(paths.account.replace('$accountId', id));
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await settled(page);
  await page.keyboard.press('t');
  await dialog.getByText('All that is open here is in a payment plan already.').waitFor();
  await dialog.getByRole('link', { name: /^Plan of/u }).click();
  await page.waitForURL(new RegExp(paths.plan.replaceAll(/\$\w+/gu, '[^/]+'), 'u'));
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

test('a plan of days of their own is drawn to the cent, and a paper signs it', async () => {
  const page = await screens.open(paths.aging, { as: 'manager' });
  const { id, name } = await anAccount(page, 6);
  await page.goto(paths.account.replace('$accountId', id));
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await settled(page);
  await page.keyboard.press('t');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('How often').selectOption('custom');
  await dialog.getByRole('button', { name: 'Add an instalment' }).click();
  await dialog.locator('[aria-label="Amount of instalment 2"][placeholder]').waitFor();
  const half = await dialog.getByLabel('Amount of instalment 1').getAttribute('placeholder');
  await dialog.getByLabel('Amount of instalment 1').fill(half ?? '');
  await dialog.getByText(/^Together/u).waitFor();
  await readable(page);
  await answered(page, /\/plans$/u, () => dialog.getByRole('button', { name: /^Offer/u }).click());
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Open the plan' }).first().click();
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Keep a signed paper' }).click();
  const paper = {
    name: 'signed.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7'),
  };
  await dialog.getByLabel('Scan or photograph').setInputFiles(paper);
  await dialog.getByText('signed.pdf').waitFor();
  await readable(page);
  await answered(page, /\/signature\/paper/u, () =>
    dialog.getByRole('button', { name: 'Keep a signed paper' }).click(),
  );
  await page.getByRole('link', { name: 'Signed paper' }).waitFor();
  expect(await page.getByText(/signed on paper/u).count()).toBe(1);
});

test('a settlement stands on the account and on its list, and is taken back', async () => {
  const page = await screens.open(paths.aging, { as: 'manager' });
  const { id, name } = await anAccount(page, 7);
  await page.goto(paths.account.replace('$accountId', id));
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await settled(page);
  await page.keyboard.press('Shift+T');
  const dialog = page.getByRole('dialog', { name: 'Settlement' });
  await dialog.getByLabel('Taken for all of it').fill('1.00');
  await dialog.getByLabel('In full by').fill('7d');
  await answered(page, /\/settlements$/u, () =>
    dialog.getByRole('button', { name: 'Offer the settlement' }).click(),
  );
  await page.getByRole('heading', { name: 'Settlements' }).waitFor();
  await readable(page);
  await page.goto(paths.settlements);
  await page.getByRole('grid', { name: 'Settlements' }).getByText(name).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Take the offer back' }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('They paid in full instead.');
  await answered(page, /\/withdrawal$/u, () =>
    page.getByRole('dialog').getByRole('button', { name: 'Take the offer back' }).click(),
  );
  await page.getByText('taken back', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Take the offer back' }).waitFor({ state: 'detached' });
});

test('the editor reads as well in Spanish, by night and on a phone', async () => {
  const viewport = { width: 390, height: 844 };
  const look = { as: 'controller', viewport, colorScheme: 'dark', locale: 'es-US' } as const;
  const page = await screens.open(paths.aging, look);
  const { id, name } = await anAccount(page, 5);
  await page.goto(paths.account.replace('$accountId', id));
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await settled(page);
  await page.keyboard.press('t');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Cuotas', { exact: true }).fill('2');
  await dialog.getByLabel('Importe de la cuota 2').waitFor();
  await dialog.getByLabel('Importe de la cuota 3').waitFor({ state: 'detached' });
  await readable(page);
});

/** Axe finds nothing, and nothing is wider than the window. */
async function readable(page: Page): Promise<void> {
  await nothingFound(page);
  const over = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(over).toBe(0);
}
