/** A credit goes back: asked for by key, its steps on one page, in both languages, on a phone. */
import { expect, test } from 'vitest';
import { paths } from '#web/paths.ts';
import { nothingFound } from '#test/support/axe.ts';
import { anAccount, answered, settled, useScreens } from '#test/support/screens.ts';

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
  await nothingFound(rosa);
  await answered(rosa, /\/refunds$/u, () => rosa.keyboard.press('Enter'));
  await rosa.getByRole('region', { name: 'What happened' }).getByText('asked for').waitFor();
  await settled(rosa);
  await nothingFound(rosa);
  expect(rosa.url()).toContain(paths.refund.split('$')[0] ?? '');

  const page = await screens.open(paths.refundsUnderWay, { as: 'controller', ...phone });
  await page.getByText('solicitado').first().waitFor();
  await settled(page);
  await nothingFound(page);
});

test('a student’s account shows its terms and what the law asks of them', async () => {
  const page = await screens.open(paths.aging, { as: 'collector' });
  const { id } = await anAccount(page);
  await page.goto(paths.student.replace('$accountId', id));
  await page.getByText('No term is written down yet').waitFor();
  await page.keyboard.press('t');
  const form = page.getByRole('dialog', { name: 'Write down a term' });
  await form.getByLabel('Term').fill('FA26');
  await form.getByLabel('First day').fill('2026-08-24');
  await form.getByLabel('Last day').fill('2026-12-11');
  await form.getByLabel('Why').fill('from the registrar');
  await nothingFound(page);
  await answered(page, /\/terms$/u, () => form.getByRole('button', { name: 'Save' }).click());
  await page.getByRole('region', { name: 'FA26' }).waitFor();
  await settled(page);
  await nothingFound(page);
});

test('files wait for what is released, and say who may make them', async () => {
  const page = await screens.open(paths.refundFiles, { as: 'manager' });
  await page.getByRole('link', { name: 'Files' }).waitFor();
  await settled(page);
  await nothingFound(page);
});
