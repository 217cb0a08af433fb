/** Figures opened to their rows by keys, goals set and seen, an allowance prepared and signed. */
import { expect, test } from 'vitest';
import { paths } from '#web/paths.ts';
import { useScreens } from '#test/support/screens.ts';

const screens = useScreens();

test('a figure opens to the rows of its part, and a row leads to its account', async () => {
  const page = await screens.open(paths.metrics, { as: 'manager' });
  await page.getByRole('grid').waitFor();
  await page.keyboard.press('w');
  const panel = page.getByRole('dialog');
  await panel.getByText('Formula', { exact: true }).waitFor();
  await panel.getByRole('button', { name: 'Open items less unapplied' }).focus();
  await page.keyboard.press('Enter');
  await panel.getByText(/rows, together/u).waitFor();
  await panel.getByRole('link').first().click();
  await page.waitForURL(/\/accounts\//u);
  expect(page.url()).toContain('/accounts/');
});

test('every variant stands in the list, and another day has its own figures', async () => {
  const page = await screens.open(paths.metrics, { as: 'controller', locale: 'es-US' });
  await page.getByRole('grid').waitFor();
  await page.getByRole('button', { name: /Variantes/u }).click();
  await page.getByRole('menuitemradio', { name: 'todas las variantes' }).click();
  await page.getByText('por agotamiento').first().waitFor();
  await page.goto(`${paths.metrics}?asOf=2026-03-31`);
  await page.getByRole('grid').waitFor();
  expect(await page.getByRole('region', { name: 'De un vistazo' }).innerText()).toMatch(/\$\d/u);
});

test('figures narrow to a segment and a customer; whole ones show their year', async () => {
  const page = await screens.open(paths.metrics, { as: 'manager' });
  const glance = page.getByRole('region', { name: 'At a glance' });
  await glance
    .getByRole('img', { name: /the last 12 months/u })
    .first()
    .waitFor();
  await page.getByRole('button', { name: /^Segment/u }).click();
  await page.getByRole('menuitemradio').nth(1).click();
  await page.waitForURL(/segment=/u);
  await glance.getByRole('img').first().waitFor({ state: 'detached' });
  const field = page.getByRole('combobox', { name: 'Customer' });
  await field.fill('C-10004');
  const option = page.locator('datalist option', { hasText: 'C-10004' });
  await option.waitFor({ state: 'attached' });
  await field.fill((await option.textContent()) ?? '');
  await page.waitForURL(/customer=/u);
  expect(await field.inputValue()).toContain('C-10004');
});

test('the manager sets a goal and sees its weeks', async () => {
  const page = await screens.open(paths.goals, { as: 'manager' });
  await page.getByRole('button', { name: 'Set a goal' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Metric').selectOption('promises_made');
  await form.getByLabel('Target').fill('40');
  await form.getByLabel('Reason').fill('the pace of spring');
  await form.getByRole('button', { name: 'Save' }).click();
  const goal = page.getByRole('region', { name: /Promises taken/u }).first();
  await goal.waitFor();
  expect(await goal.innerText()).toContain('40.00');
});

test('goals of many people are pasted from a spreadsheet and saved in one act', async () => {
  const page = await screens.open(`${paths.goals}?month=2027-03`, { as: 'manager' });
  await page.getByRole('button', { name: 'Many goals at once' }).click();
  const grid = page.getByRole('region', { name: 'Many goals at once' });
  const first = grid.getByRole('textbox', { name: 'the company, Mar 2027' });
  await first.focus();
  await first.evaluate((field) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', '250,000\t260,000\r\n80,000\tlots\r\n');
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  });
  await grid.getByRole('button', { name: 'Save 3 goals' }).waitFor();
  expect(await grid.locator('input[aria-invalid="true"]').inputValue()).toBe('lots');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.type('81000');
  await grid.getByLabel('Reason').fill('the plan of spring');
  await grid.getByRole('button', { name: 'Save 4 goals' }).click();
  await page.getByText('4 goals are set.').waitFor();
  const goal = page.getByRole('region', { name: /Cash.*the company/u }).first();
  await goal.waitFor();
  expect(await goal.innerText()).toContain('250,000.00');
});

test('activity stands beside what came of it, by account too', async () => {
  const page = await screens.open(paths.activity, { as: 'manager' });
  await page.getByRole('columnheader', { name: 'What came of it' }).waitFor();
  await page.goto(`${paths.activity}?by=account`);
  await page.getByRole('columnheader', { name: 'What was done' }).waitFor();
  expect(await page.getByRole('rowheader').count()).toBeGreaterThan(5);
});

test('who prepared an allowance is told why he does not sign it', async () => {
  const page = await screens.open(paths.allowance, { as: 'controller', locale: 'es-US' });
  await page.getByRole('button', { name: 'Preparar' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Motivo').fill('cierre');
  await form.getByRole('button', { name: 'Guardar' }).click();
  const sign = page.getByRole('button', { name: 'Firmar' }).first();
  await sign.click({ force: true });
  await page.getByText('Usted la preparó; firma otra persona.').first().waitFor();
  expect(await page.getByRole('main').innerText()).toContain('por firmar');
});
