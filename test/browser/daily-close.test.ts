/** The daily close and bank reconciliation: what differs is named, mended, and signed. */
import { beforeAll, expect, test } from 'vitest';
import { paths } from '#web/paths.ts';
import { nothingFound } from '#test/support/axe.ts';
import { line } from '#test/support/bank-files.ts';
import { cashDeskOf } from '#test/support/cash-screens.ts';
import { hireAt } from '#test/support/cash-page.ts';
import { answered, settled, useScreens } from '#test/support/screens.ts';

const screens = useScreens();
let cash: Awaited<ReturnType<typeof cashDeskOf>>;

beforeAll(async () => {
  cash = await cashDeskOf(screens.live());
});

test('a day differs, is reconciled with the bank, and is signed by key', async () => {
  const live = screens.live();
  await cash.received('wire', '400.00', 'W-1');
  const page = await screens.open(paths.dailyClose, { as: 'manager' });
  await page.getByText('Not deposited').waitFor();
  const sign = page.getByRole('button', { name: 'Sign the day' });
  expect(await sign.getAttribute('title')).toBe('The day does not balance yet');
  await cash.statement('0.00', '388.00', [
    line(live.today, '400.00', 'WIRE NORTH', { channel: 'wire' }),
    line(live.today, '-12.00', 'ANALYSIS CHARGE', { channel: 'charge' }),
  ]);
  await page.getByRole('link', { name: 'Bank reconciliation' }).click();
  await page.getByText('Bank fee?').waitFor();
  await answered(page, /cash\/clearings$/u, () =>
    page.getByRole('button', { name: 'Clear what is certain' }).click(),
  );
  await page.getByRole('row', { name: /WIRE NORTH/u }).waitFor({ state: 'detached' });
  await page.keyboard.press('o');
  await answered(page, /treatment$/u, () =>
    page.getByRole('dialog').getByRole('button', { name: 'Save' }).click(),
  );
  await page.getByText('Every row is cleared.').waitFor();
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  await answered(page, /signature$/u, () =>
    page.getByRole('dialog').getByRole('button', { name: 'Sign' }).click(),
  );
  await page.getByText(/^Signed by Maya Lindgren/u).waitFor();
  await page.getByRole('link', { name: 'Daily close' }).click();
  await page.getByText('Nothing differs.').waitFor();
  await page.keyboard.press('y');
  await page.getByRole('dialog').getByLabel('Note').fill('the first day');
  await answered(page, /signature$/u, () =>
    page.getByRole('dialog').getByRole('button', { name: 'Sign the day' }).click(),
  );
  await page.getByText(/Signature 1: Maya Lindgren/u).waitFor();
  await settled(page);
  expect(await page.getByText('agrees').count()).toBe(1);
});

test('an auditor reads the day and is told why the buttons are not for them', async () => {
  const page = await screens.open(paths.dailyClose, { as: 'auditor' });
  const sign = page.getByRole('button', { name: /Sign the/u });
  expect(await sign.getAttribute('aria-disabled')).toBe('true');
});

test('a small office: what one signs alone waits for another person, by a day', async () => {
  const controller = await screens.open(paths.dailyClose, { as: 'controller' });
  await controller.getByRole('button', { name: 'Cómo se cierra la caja' }).click();
  const settings = controller.getByRole('dialog', { name: 'Cómo se cierra la caja' });
  await settings.getByRole('checkbox', { name: /^Nadie firma/u }).uncheck();
  await settings.getByLabel('Días para la revisión de la segunda persona').fill('2');
  await settings.getByLabel('Motivo').fill('oficina de dos');
  await settled(controller);
  await nothingFound(controller);
  await answered(controller, /closing-policy$/u, () => controller.keyboard.press('Enter'));
  await settings.waitFor({ state: 'detached' });
  await cash.received('wire', '75.00', 'REV-9');
  const both = await hireAt(screens.live(), 'Sam Duarte', ['senior', 'manager']);
  const manager = await screens.live().pageOf(screens.browser(), both);
  await manager.goto(paths.dailyClose);
  await manager.getByText('Not deposited').waitFor();
  await manager.keyboard.press('z');
  const hold = manager.getByRole('dialog', { name: 'Hold over' });
  await hold.getByLabel('Reason').fill('the bank is asked');
  await answered(manager, /holding$/u, () => hold.getByRole('button', { name: /Hold/u }).click());
  await hold.waitFor({ state: 'detached' });
  await manager.getByText('Nothing differs.').or(manager.getByText('waits').first()).waitFor();
  await manager.getByRole('button', { name: /^Sign the/u, disabled: false }).waitFor();
  await manager.keyboard.press('y');
  const sign = manager.getByRole('dialog', { name: /^Sign the/u });
  await answered(manager, /signature$/u, () =>
    sign.getByRole('button', { name: /^Sign the/u }).click(),
  );
  const own = manager.getByRole('region', { name: 'Signed alone' });
  await own.getByTitle('Another person signs your acts').waitFor();
  await own.getByText('held over').waitFor();
  await controller.reload();
  const theirs = controller.getByRole('region', { name: 'Firmado sin segunda persona' });
  await answered(controller, /reviews\/[^/]+\/signature$/u, () =>
    theirs.getByRole('button', { name: 'Revisado: firmar' }).click(),
  );
  await theirs.getByText(/^revisado por/u).waitFor();
});

test('a clearing is taken back with its reason', async () => {
  const page = await screens.open(paths.bankRec, { as: 'manager' });
  await page.getByText(/can be taken back/u).click();
  const cleared = page.getByRole('list', { name: 'Cleared lines' });
  await cleared.getByRole('button', { name: 'Take back' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Take back' });
  await dialog.getByLabel('Reason').fill('another wire of the same amount');
  await answered(page, /unclearing$/u, () => page.keyboard.press('Enter'));
  await dialog.waitFor({ state: 'detached' });
});

test('how checks are sent to the bank is written down, and stands there again', async () => {
  const page = await screens.open(paths.cashDeposits, { as: 'controller' });
  const open = page.getByRole('button', { name: 'Cómo se envían los cheques' });
  await open.click();
  const dialog = page.getByRole('dialog', { name: 'Cómo se envían los cheques' });
  const told = {
    'Número de ruta del banco': '091000019',
    'Nombre del banco': 'First Bank',
    'Nuestro número de origen': '091000019',
    'Nuestro nombre de origen': 'Main Co',
    'Cuenta del depósito': '000123',
    Beneficiario: 'Main Co',
  };
  for (const [label, value] of Object.entries(told)) await dialog.getByLabel(label).fill(value);
  await answered(page, /deposit-channel$/u, () => page.keyboard.press('Enter'));
  await dialog.waitFor({ state: 'detached' });
  await settled(page);
  await open.click();
  expect(await dialog.getByLabel('Número de ruta del banco').inputValue()).toBe('091000019');
});
