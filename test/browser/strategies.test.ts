/** Strategies on screen: seen, changed in form and text, proposed, approved by a second person. */
import { expect, test } from 'vitest';
import { paths } from '#web/paths.ts';
import { nothingFound } from '#test/support/axe.ts';
import { demoStrategy } from '#test/support/strategy-files.ts';
import { useScreens } from '#test/support/screens.ts';

const screens = useScreens({ customers: 6 });
const phone = { width: 390, height: 844 };
const ladder = paths.strategy.replace('$key', 'b2b-standard');

test('a strategy is proposed by one and approved, published and read by others', async () => {
  const maya = await screens.open(paths.strategies, { as: 'manager' });
  await maya.getByText('No strategy yet').waitFor();
  await maya.getByRole('link', { name: 'New strategy' }).click();
  await maya.getByRole('button', { name: 'Write the policy' }).click();
  await maya.getByLabel('Text (YAML)').fill(demoStrategy('b2b-standard'));
  await maya.getByText('9 of 9 pass').waitFor();
  await maya.getByRole('button', { name: 'Propose …' }).click();
  await maya.getByRole('dialog').getByLabel('What for').fill('the ladder of the house');
  await maya.getByRole('dialog').getByRole('button', { name: 'Propose', exact: true }).click();
  await maya.getByRole('heading', { level: 1, name: 'Business customers' }).waitFor();
  await maya.getByText('9 of 9 pass').waitFor();
  await maya.getByText('You wrote this version. A second person approves it.').first().waitFor();

  const ingrid = await screens.open(ladder, { as: 'controller', locale: 'es-US' });
  await ingrid.getByRole('button', { name: 'Aprobar' }).click();
  const form = ingrid.getByRole('dialog');
  await form.getByLabel('Motivo').fill('como se acordó');
  await form.getByLabel('Nadie ha visto su simulación', { exact: false }).check();
  await form.getByRole('button', { name: 'Aprobar' }).click();
  await ingrid.getByText('La versión 1 está aprobada.').waitFor();
  await ingrid.getByRole('button', { name: 'Publicar' }).click();
  await form.getByLabel('Motivo').fill('desde hoy');
  await form.getByRole('button', { name: 'Publicar' }).click();
  await ingrid.getByText('en vigor', { exact: true }).waitFor();
  await ingrid.getByRole('button', { name: 'He leído la versión 1' }).click();
  await ingrid.getByText(/Leída por 1 de/u).waitFor();
});

test('form and text are one document, and what is wrong is marked at its line', async () => {
  const page = await screens.open(ladder, { as: 'manager' });
  const text = page.getByLabel('Text (YAML)');
  await page.getByLabel('Day of second-letter').fill('35');
  await expect.poll(() => text.inputValue()).toContain('days: 35');
  await page.getByText('second-letter moves from day 30 to day 35.').waitFor();
  await page.getByText('9 of 9 pass').waitFor();

  const right = await text.inputValue();
  await text.fill(right.replace('days: 35', 'dayz: 35'));
  const alert = page.getByRole('alert');
  await alert.getByText('There is no field dayz here. Did you mean days?').waitFor();
  await alert.getByRole('button', { name: /^Line/u }).click();
  const marked = await text.evaluate((area) =>
    area instanceof HTMLTextAreaElement
      ? area.value.slice(area.selectionStart, area.selectionEnd)
      : '',
  );
  expect(marked).toBe('    dayz: 35');
  expect(await page.getByRole('button', { name: 'Propose …' }).getAttribute('aria-disabled')).toBe(
    'true',
  );

  await text.fill(right);
  await alert.waitFor({ state: 'detached' });
  await page.getByText('second-letter moves from day 30 to day 35.').waitFor();
  await page.getByRole('button', { name: 'Propose …' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('What for').fill('the call is answered within a fortnight');
  await form.getByRole('button', { name: 'Propose', exact: true }).click();
  await page.getByText('b2b-standard version 2 waits for a second person.').waitFor();
  await page.getByText('Version 2', { exact: true }).waitFor();
});

test('the list says what is in force and what waits, and opens with Enter', async () => {
  const page = await screens.open(paths.strategies, { as: 'collector' });
  const grid = page.getByRole('grid');
  await grid.getByText('waits for approval').waitFor();
  await grid.getByText('in force', { exact: true }).waitFor();
  expect(await page.getByRole('link', { name: 'New strategy' }).count()).toBe(0);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Business customers' }).waitFor();
  expect(await page.getByLabel('Text (YAML)').getAttribute('readonly')).not.toBeNull();
});

test('the interview writes a policy that fits, with its tests, on a phone too', async () => {
  const page = await screens.open(paths.newStrategy, { as: 'manager', viewport: phone });
  await page.getByLabel('Its name in English').fill('Public bodies');
  await page.getByLabel('Its key (small letters)').fill('public-bodies');
  await page.getByLabel('Whom is it for?').selectOption('public');
  await page.getByRole('button', { name: 'Write the policy' }).click();
  await page.getByText('3 of 3 pass').waitFor();
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over).toBe(0);
  await nothingFound(page);
});

test('a version is simulated over the last 90 days beside what was in force', async () => {
  const page = await screens.open(ladder, { as: 'manager' });
  await page.getByRole('button', { name: 'Simulate the last 90 days' }).click();
  await page.getByRole('columnheader', { name: 'In force then' }).waitFor();
  await page.getByRole('row', { name: /^Notices \d/u }).waitFor();
});

test('axe finds nothing in the editor, in form or text', async () => {
  const page = await screens.open(ladder, { as: 'manager' });
  await page.getByText(/of 9 pass/u).waitFor();
  await nothingFound(page);
});
