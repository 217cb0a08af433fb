/** A report is built, saved, opened again and retired; by keys, in two languages, on a phone. */
import { expect, test } from 'vitest';
import { paths } from '#web/paths.ts';
import { nothingFound } from '#test/support/axe.ts';
import { answered, settled, useScreens } from '#test/support/screens.ts';

const screens = useScreens({ customers: 12 });

test('a manager builds sums, sees them at once, saves and opens them again', async () => {
  const page = await screens.open(paths.reports, { as: 'manager' });
  await page.getByRole('link', { name: 'Build a report' }).first().click();
  await page.getByText(/rows, as of/u).waitFor();
  await nothingFound(page);
  await page.getByLabel('Show').selectOption('sums');
  await page.getByLabel('Group 1').selectOption('bucket');
  await page.getByLabel('Measure 2').selectOption('sum open');
  await page.getByRole('columnheader', { name: 'Sum of Open' }).waitFor();
  await page.getByRole('button', { name: 'Add a filter' }).click();
  await page.getByLabel('Column of filter 1').selectOption('open');
  await page.getByLabel('Comparison of filter 1').selectOption('gt');
  await page.getByLabel('Value of filter 1').fill('1000');
  await page.getByRole('columnheader', { name: 'Sum of Open' }).waitFor();
  await page.getByLabel('Title').fill('Open by age');
  await page.getByLabel('Reason').fill('for the review');
  await answered(page, /saved-reports/u, () =>
    page.getByRole('button', { name: 'Save', exact: true }).press('Enter'),
  );
  await page.getByRole('heading', { name: 'Open by age' }).waitFor();
  expect(new URL(page.url()).pathname).toBe(paths.reportOf.replace('$name', 'open-by-age'));
  await page.reload();
  await page.getByRole('columnheader', { name: 'Sum of Open' }).waitFor();
  expect(await page.getByLabel('Value of filter 1').inputValue()).toBe('1000');

  await page.goto(paths.reports);
  await page.getByRole('link', { name: 'Open by age', exact: true }).waitFor();
  await nothingFound(page);
  await page.getByRole('button', { name: /^Retire.*Open by age$/u }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('nobody needs it');
  await answered(page, /retirement/u, () => dialog.getByRole('button', { name: 'Retire' }).click());
  await page
    .getByText(/retired/u)
    .first()
    .waitFor();
});

test('filters stand in groups: all, any or none of what is in one', async () => {
  const page = await screens.open(paths.reportBuild, { as: 'manager' });
  await page.getByText(/rows, as of/u).waitFor();
  await page.getByRole('button', { name: 'Add a filter' }).click();
  await page.getByLabel('Column of filter 1').selectOption('open');
  await page.getByLabel('Comparison of filter 1').selectOption('gt');
  await page.getByLabel('Value of filter 1').fill('10');
  await page.getByRole('button', { name: 'Add a group', exact: true }).click();
  await page.getByLabel('Which of the filters of 2').selectOption('none');
  await page.getByLabel('Column of filter 2.1').selectOption('number');
  await page.getByRole('button', { name: 'Add a filter to 2' }).click();
  await page.getByLabel('Column of filter 2.2').selectOption('open');
  await page.getByLabel('Comparison of filter 2.2').selectOption('lt');
  await nothingFound(page);
  const asked = page.waitForRequest((request) => (request.postData() ?? '').includes('500'));
  await page.getByLabel('Value of filter 2.2').fill('500');
  const question: unknown = (await asked).postDataJSON();
  expect(question).toMatchObject({
    filter: {
      all: [
        { column: 'open', is: 'gt', value: '10' },
        { not: { any: [{ column: 'open', is: 'lt', value: '500' }] } },
      ],
    },
  });
});

test('on a phone, in Spanish, the builder fits and an auditor may look but not save', async () => {
  const viewport = { width: 390, height: 844 };
  const page = await screens.open(paths.reportBuild, { as: 'controller', viewport });
  await settled(page);
  const answer = page.getByRole('region', { name: 'Respuesta' });
  await answer.getByRole('cell', { name: 'factura', exact: true }).first().waitFor();
  expect(await answer.getByRole('cell', { name: 'invoice', exact: true }).count()).toBe(0);
  await page.getByRole('button', { name: 'Añadir un filtro' }).click();
  await page.getByLabel('Columna del filtro 1').selectOption('dueOn');
  await page.getByLabel('Comparación del filtro 1').selectOption('within');
  const periods = page.getByLabel('Valor del filtro 1').getByRole('option');
  expect(await periods.allInnerTexts()).toEqual(expect.arrayContaining(['el mes pasado', 'ayer']));
  await nothingFound(page);
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wide).toBe(0);
  const auditor = await screens.open(paths.reportBuild, { as: 'auditor' });
  const save = auditor.getByRole('button', { name: /^(?:Save|Guardar)$/u });
  await save.waitFor();
  expect(await save.getAttribute('aria-disabled')).toBe('true');
});
