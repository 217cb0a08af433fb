/** A credit goes back: asked for by key, its steps on one page, in both languages, on a phone. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from 'vitest';
import { paths } from '#web/paths.ts';
import { answered, settled, useScreens } from '#test/support/screens.ts';

const screens = useScreens({ customers: 12 });
const phone = { viewport: { width: 390, height: 844 } };

test('a collector asks for a credit to go back and a controller sees it on a phone', async () => {
  const rosa = await screens.open(paths.refunds, { as: 'collector' });
  const credits = rosa.getByRole('grid', { name: 'Credits' });
  await credits.focus();
  await rosa.keyboard.press('f');
  const form = rosa.getByRole('dialog', { name: 'Ask for a refund' });
  await form.getByLabel('Amount').fill('1.00');
  await form.getByLabel('Way').selectOption({ label: 'check' });
  await form.getByLabel('Why').fill('Asked for it by phone');
  await answered(rosa, /\/refunds$/u, () => rosa.keyboard.press('Enter'));
  await rosa.getByRole('region', { name: 'What happened' }).getByText('asked for').waitFor();
  await settled(rosa);
  expect((await new AxeBuilder({ page: rosa }).analyze()).violations).toEqual([]);
  expect(rosa.url()).toContain(paths.refund.split('$')[0] ?? '');

  const page = await screens.open(paths.refundsUnderWay, { as: 'controller', ...phone });
  await page.getByText('solicitado').first().waitFor();
  await settled(page);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('files wait for what is released, and say who may make them', async () => {
  const page = await screens.open(paths.refundFiles, { as: 'manager' });
  await page.getByRole('link', { name: 'Files' }).waitFor();
  await settled(page);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});
