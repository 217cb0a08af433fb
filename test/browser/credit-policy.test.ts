/** The credit policy on screen: read in words, changed by one, approved by a second person. */
import { expect, test } from 'vitest';
import { paths } from '#web/paths.ts';
import { nothingFound } from '#test/support/axe.ts';
import { useScreens } from '#test/support/screens.ts';

const screens = useScreens({ customers: 6 });
const house = paths.creditPolicy.replace('$key', 'house');

test('a policy is written from the standard, proposed, approved by another, in force', async () => {
  const maya = await screens.open(paths.creditPolicies, { as: 'manager' });
  await maya.getByRole('heading', { name: 'The standard of the house' }).waitFor();
  await maya.getByText('A limit may be exceeded by 0 %.').waitFor();
  await nothingFound(maya);
  await maya.getByRole('link', { name: 'New policy' }).click();
  const text = maya.getByLabel('Text (YAML)');
  await maya.getByText('Nothing in meaning.').waitFor();
  const written = await text.inputValue();
  await text.fill(written.replace('days: 60', 'dayz: 60'));
  await maya.getByRole('alert').getByRole('button', { name: /^Line/u }).waitFor();
  const propose = maya.getByRole('button', { name: 'Propose …' });
  expect(await propose.getAttribute('aria-disabled')).toBe('true');
  await text.fill(written.replace('days: 60', 'days: 45'));
  await maya.getByText('before: Debt counts as past due from day 60', { exact: false }).waitFor();
  await maya.getByText('2 of 2 pass').waitFor();
  await nothingFound(maya);
  await propose.click();
  const form = maya.getByRole('dialog');
  await form.getByText('Debt counts as past due from day 45', { exact: false }).first().waitFor();
  await form.getByLabel('What for').fill('customers pay later and later');
  await form.getByRole('button', { name: 'Propose', exact: true }).click();
  await maya.getByRole('heading', { level: 1, name: 'Our credit policy' }).waitFor();
  await maya.getByText('You wrote this version. A second person approves it.').first().waitFor();

  const ingrid = await screens.open(house, { as: 'controller', locale: 'es-US' });
  await ingrid.getByRole('button', { name: 'Aprobar' }).click();
  const decision = ingrid.getByRole('dialog');
  await decision.getByLabel('Motivo').fill('como se acordó');
  const unseen = decision.getByRole('checkbox');
  if ((await unseen.count()) > 0) await unseen.check();
  await decision.getByRole('button', { name: 'Aprobar' }).click();
  await ingrid.getByText('La versión 1 está aprobada.').waitFor();
  await ingrid.getByRole('button', { name: 'Publicar' }).click();
  await decision.getByLabel('Motivo').fill('desde hoy');
  await decision.getByRole('button', { name: 'Publicar' }).click();
  await ingrid.getByText('en vigor', { exact: true }).waitFor();
  await ingrid.goto(paths.creditPolicies);
  await ingrid.getByRole('heading', { name: 'house, versión 1' }).waitFor();
  await ingrid
    .getByText('La deuda cuenta como vencida desde el día 45', { exact: false })
    .waitFor();
});

test('on a phone a policy is read and its text opens', async () => {
  const viewport = { width: 390, height: 844 };
  const page = await screens.open(paths.newCreditPolicy, { as: 'manager', viewport });
  await page.getByLabel('Text (YAML)').waitFor();
  await nothingFound(page);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
});
