/** The register of customers' portals by keyboard: put in, refused with its reason, filtered. */
import { expect, test } from 'vitest';
import { paths } from '#web/paths.ts';
import { nothingFound } from '#test/support/axe.ts';
import { anAccount, useScreens } from '#test/support/screens.ts';

const screens = useScreens({ customers: 12 });

test('an invoice is followed in the customer’s portal without the mouse', async () => {
  const page = await screens.open(paths.statementRuns, { as: 'manager' });
  await page.getByRole('link', { name: 'Portals' }).click();
  await page.getByText('No invoice here').waitFor();
  const { id, name } = await anAccount(page);
  await page.goto(paths.account.replace('$accountId', id));
  await page.getByRole('button', { name: 'Change how' }).click();
  await page.getByLabel('How they get their papers').selectOption('portal');
  await page.getByLabel('Name of their portal').fill('Ariba');
  await page.getByLabel('Reason').fill('their AP wrote so');
  await page.keyboard.press('Enter');
  await page.getByText('Ariba').first().waitFor();

  await page.goto(paths.portalRegister);
  const grid = page.getByRole('grid', { name: 'Customers’ portals' });
  await grid.getByText('not submitted').first().waitFor();
  await grid.focus();
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog');
  await form.getByLabel('What stands there now').selectOption('rejected');
  await form.getByLabel('Reason, as the portal says it').fill('PO number is missing');
  await nothingFound(page);
  await page.keyboard.press('Enter');
  await grid.getByText('PO number is missing').waitFor();

  await page.goto(`${paths.portalRegister}?state=rejected`);
  await page.getByText('1 open invoice', { exact: true }).waitFor();
  await grid.getByText(name).waitFor();
  await nothingFound(page);
  await grid.focus();
  await page.keyboard.press('Enter');
  const choices = form.getByLabel('What stands there now').getByRole('option');
  expect(await choices.allInnerTexts()).toEqual(['submitted']);
});

test('on a phone a row says how it stands; who may only read writes nothing', async () => {
  const phone = { viewport: { width: 390, height: 844 } };
  const page = await screens.open(paths.portalRegister, { as: 'auditor', ...phone });
  const grid = page.getByRole('grid', { name: 'Customers’ portals' });
  await grid.getByText('PO number is missing', { exact: false }).waitFor();
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over).toBe(0);
  await grid.focus();
  await page.keyboard.press('Enter');
  const save = page.getByRole('dialog').getByRole('button', { name: 'Write it down' });
  expect(await save.getAttribute('aria-disabled')).toBe('true');
});
