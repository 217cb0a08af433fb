/** The firm's contact policy on screen: read in words, changed by one, approved by another. */
import { expect, test } from 'vitest';
import { paths } from '#web/paths.ts';
import { nothingFound } from '#test/support/axe.ts';
import { useScreens } from '#test/support/screens.ts';

const screens = useScreens({ customers: 4 });

test('a first policy is written from what counts, proposed, approved, in force', async () => {
  const maya = await screens.open(paths.contactRules, { as: 'manager' });
  await maya.getByText('the standard, nothing published').waitFor();
  await maya.getByText('from 8 to 18 o’clock, by their clock.', { exact: false }).waitFor();
  await nothingFound(maya);
  await maya.getByRole('link', { name: 'Open the policy' }).click();
  const text = maya.getByLabel('Text (YAML)');
  await maya.getByText('Nothing in meaning.').waitFor();
  const written = await text.inputValue();
  await text.fill(written.replace('to: 18', 'to: 7'));
  await maya.getByRole('alert').getByText('business.hours ends at 7', { exact: false }).waitFor();
  const propose = maya.getByRole('button', { name: 'Propose …' });
  expect(await propose.getAttribute('aria-disabled')).toBe('true');
  await text.fill(written.replace('to: 18', 'to: 17'));
  await maya.getByText('before: Business customers are called', { exact: false }).waitFor();
  await maya.getByText('2 of 2 pass').waitFor();
  await nothingFound(maya);
  await propose.click();
  const form = maya.getByRole('dialog');
  await form.getByLabel('What for').fill('customers go home at five');
  await form.getByRole('button', { name: 'Propose', exact: true }).click();
  await maya.getByText('You wrote this version. A second person approves it.').first().waitFor();

  const ingrid = await screens.open(paths.contactPolicy, { as: 'controller', locale: 'es-US' });
  await ingrid.getByRole('button', { name: 'Aprobar' }).click();
  const decision = ingrid.getByRole('dialog');
  await decision.getByLabel('Motivo').fill('como se acordó');
  await decision.getByRole('button', { name: 'Aprobar' }).click();
  await ingrid.getByText('La versión 1 está aprobada.').waitFor();
  await ingrid.getByRole('button', { name: 'Publicar' }).click();
  await decision.getByLabel('Motivo').fill('desde hoy');
  await decision.getByRole('button', { name: 'Publicar' }).click();
  await ingrid.getByText('en vigor', { exact: true }).waitFor();
  await ingrid.goto(paths.contactRules);
  await ingrid.getByText('versión 1 en vigor').waitFor();
  await ingrid.getByText('de 8 a 17 horas', { exact: false }).waitFor();
});

test('on a phone the policy is read and its text opens', async () => {
  const viewport = { width: 390, height: 844 };
  const page = await screens.open(paths.contactPolicy, { as: 'manager', viewport });
  await page.getByLabel('Text (YAML)').waitFor();
  await nothingFound(page);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
});
