/** The month-end page: closing softly, the general ledger entered, its difference explained. */
import { expect, test } from 'vitest';
import { paths } from '#web/paths.ts';
import { answered, settled, useScreens } from '#test/support/screens.ts';

const screens = useScreens();

test('a controller closes the last month softly and enters the general ledger', async () => {
  const page = await screens.open(paths.monthEnd, { as: 'controller', locale: 'en-US' });
  const close = page.getByRole('button', { name: /Close softly|Cierre provisional/u });
  await close.click();
  await page.getByRole('textbox').fill('the month is done');
  await answered(page, /month-end(\?|$)/u, () =>
    page
      .getByRole('dialog')
      .getByRole('button', { name: /softly|provisional/u })
      .click(),
  );
  await page.getByText(/^(closed softly|cierre provisional)$/u).waitFor();
  await page
    .getByRole('button', { name: /Enter balance|Registrar saldo/u })
    .first()
    .click();
  await page.getByRole('dialog').locator('[data-field=amount]').fill('1000.00');
  await answered(page, /month-end(\?|$)/u, () =>
    page
      .getByRole('dialog')
      .getByRole('button', { name: /Save|Guardar/u })
      .click(),
  );
  await page
    .getByText(/^(differs|difiere)$/u)
    .first()
    .waitFor();
  await page
    .getByRole('button', { name: /^(Explain|Explicar)$/u })
    .first()
    .click();
  await page.getByRole('dialog').locator('[data-field=note]').fill('the demo has no ledger');
  await answered(page, /month-end(\?|$)/u, () =>
    page
      .getByRole('dialog')
      .getByRole('button', { name: /Save|Guardar/u })
      .click(),
  );
  await page
    .getByText(/^(agrees|coincide)$/u)
    .first()
    .waitFor();
  await settled(page);
  expect(await page.getByText('the demo has no ledger').count()).toBe(1);
});

test('the trial balance opens in words, its debits equal to its credits', async () => {
  const page = await screens.open(paths.monthEnd, { as: 'controller', locale: 'en-US' });
  const name = /Trial balance, by posting day|Balance de comprobación/u;
  await page.getByText(name).click();
  const table = page.getByRole('region', { name });
  await table.getByRole('rowheader', { name: /Accounts receivable|Cuentas por cobrar/u }).waitFor();
  const cents = async (column: number): Promise<number> => {
    const cells = await table.locator(`tbody tr td:nth-child(${column})`).allInnerTexts();
    return cells.reduce((sum, cell) => sum + Number(cell.replaceAll(/[^\d]/gu, '')), 0);
  };
  expect(await cents(3)).toBe(await cents(4));
  expect(await cents(3)).toBeGreaterThan(0);
});

test('the checklist takes a step of our own, and the standard one comes back', async () => {
  const page = await screens.open(paths.monthEnd, { as: 'controller' });
  const change = page.getByRole('button', { name: /Change the checklist|Cambiar la lista/u });
  await change.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /Add a step|Añadir un paso/u }).click();
  const last = dialog.getByRole('listitem').last();
  await last.getByRole('textbox').first().fill('Trust account agreed');
  await last.getByRole('textbox').last().fill('Cuenta fiduciaria conciliada');
  const save = dialog.getByRole('button', { name: /^(Save|Guardar)$/u });
  await answered(page, /month-end(\?|$)/u, () => save.click());
  const own = page.getByText(/^(Trust account agreed|Cuenta fiduciaria conciliada)$/u);
  await own.waitFor();
  await change.click();
  const standard = dialog.getByRole('button', { name: /standard list|lista estándar/u });
  await answered(page, /month-end(\?|$)/u, () => standard.click());
  await own.waitFor({ state: 'detached' });
});

test('an auditor sees why the buttons are not for them', async () => {
  const page = await screens.open(paths.monthEnd, { as: 'auditor' });
  const enter = page.getByRole('button', { name: /Enter balance|Change balance/u }).first();
  expect(await enter.getAttribute('aria-disabled')).toBe('true');
  await page.getByRole('button', { name: 'Show rows' }).first().click();
  await page.getByRole('dialog').waitFor();
});
