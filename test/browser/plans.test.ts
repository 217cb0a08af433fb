/** The plan editor by keyboard: drawn up, an amount edited, offered, signed on the account. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { paths } from '#web/paths.ts';
import { nothingFound } from '#test/support/axe.ts';
import { anAccount, settled, useScreens } from '#test/support/screens.ts';

const screens = useScreens();

test('t draws up a plan, an edited amount stays, and the plan is offered and signed', async () => {
  const page = await screens.open(paths.aging, { as: 'manager' });
  const { id, name } = await anAccount(page, 4);
  await page.goto(paths.account.replace('$accountId', id));
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await settled(page);
  await page.keyboard.press('t');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Instalments').fill('2');
  await dialog.getByLabel('Amount of instalment 2').waitFor();
  await dialog.getByLabel('Amount of instalment 3').waitFor({ state: 'detached' });
  await readable(page);
  await dialog.getByRole('button', { name: /^Offer/u }).click();
  await page.getByText(/^Plan offered/u).waitFor();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Open the plan' }).first().click();
  await page.getByLabel('Full name of who signs').fill('Ana Orr');
  await readable(page);
  await page.getByLabel('They read the agreement and agree').check();
  await page.getByRole('button', { name: 'Sign' }).click();
  await page.getByText('The plan is signed.').waitFor();
  await page.getByText('in good standing').first().waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
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
  await dialog.getByLabel('Cuotas').fill('2');
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
