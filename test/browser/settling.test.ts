/** What is given up, charged and agreed with a customer: on screen, by one and by another. */
import { expect, test } from 'vitest';
import { paths } from '#web/paths.ts';
import { nothingFound } from '#test/support/axe.ts';
import { anAccount, answered, settled, useScreens } from '#test/support/screens.ts';

const screens = useScreens({ customers: 12 });

test('a write-off stands in the register with its reason, and is reversed from there', async () => {
  const manager = await screens.open(paths.aging, { as: 'manager' });
  const { id } = await anAccount(manager);
  await manager.goto(paths.account.replace('$accountId', id));
  await settled(manager);
  await manager.getByRole('grid', { name: 'What is open' }).focus();
  await manager.keyboard.press('Enter');
  const sheet = manager.getByRole('dialog');
  await sheet.getByRole('button', { name: 'Write off', exact: true }).click();
  const form = manager.getByRole('dialog', { name: 'Write off' });
  await form.getByLabel('Amount').fill('1.25');
  await form.getByLabel('Reason').fill('Postage again');
  await answered(manager, /write-off/u, () =>
    form.getByRole('button', { name: 'Write off' }).click(),
  );
  await manager.goto(paths.writeOffs);
  const register = manager.getByRole('grid', { name: 'Write-offs' });
  await register.getByText('Postage again').waitFor();
  await register.focus();
  await manager.keyboard.press('Enter');
  await manager.getByRole('dialog').getByText('within one’s own authority').waitFor();
  await manager.getByRole('button', { name: 'Reverse it' }).click();
  const back = manager.getByRole('dialog', { name: 'Reverse it' });
  await back.getByLabel('Reason').fill('They paid it');
  await answered(manager, /revers/u, () =>
    back.getByRole('button', { name: 'Reverse it' }).click(),
  );
  await register.getByText('reversed').waitFor();
  await manager.goto(paths.smallBalances);
  await manager.getByRole('heading', { name: 'Small balances' }).waitFor();
  await manager.goto(paths.agencies);
  await manager.getByText('No agency has an account.').waitFor();
});

test('an account is placed with an agency, and called back from there', async () => {
  const manager = await screens.open(paths.agencies, { as: 'manager' });
  const { name } = await anAccount(manager, 1);
  await manager.keyboard.press('n');
  const form = manager.getByRole('dialog', { name: 'Place an account' });
  await form.getByLabel('Account: name or number').fill(name);
  await form.getByRole('button', { name }).first().click();
  await form.getByLabel('Agency', { exact: true }).fill('Heron & Pike');
  await form.getByLabel('It keeps, %').fill('25');
  await form.getByLabel('Reason').fill('Our own means are spent');
  await nothingFound(manager);
  await answered(manager, /\/placements$/u, () =>
    form.getByRole('button', { name: 'Place it' }).click(),
  );
  const list = manager.getByRole('grid', { name: 'Agencies' });
  await list.getByText('with the agency').waitFor();
  await list.focus();
  await manager.keyboard.press('Enter');
  const back = manager.getByRole('dialog', { name: 'Call it back' });
  await back.getByLabel('Reason').fill('They called us');
  await answered(manager, /recall$/u, () => manager.keyboard.press('Enter'));
  await list.getByText('called back').waitFor();
  expect(await list.getByText('Heron & Pike').count()).toBe(1);
});

test('the policy for write-offs is said on screen by who may', async () => {
  const manager = await screens.open(paths.smallBalances, { as: 'manager' });
  const shut = manager.getByRole('button', { name: 'Policy' });
  expect(await shut.getAttribute('aria-disabled')).toBe('true');
  // Ines reads Spanish.
  const ines = await screens.open(paths.smallBalances, { as: 'controller' });
  await ines.getByRole('button', { name: 'Política' }).click();
  const form = ines.getByRole('dialog', { name: 'Política de castigos' });
  await form.getByLabel('Un saldo menor es como mucho, USD').fill('2.50');
  await form.getByLabel('Días de mora antes de contar').fill('20');
  await form.getByLabel('Motivo').fill('Acordado con el auditor');
  await nothingFound(ines);
  await answered(ines, /write-off-policy$/u, () =>
    form.getByRole('button', { name: 'Guardar' }).click(),
  );
  await ines.getByRole('button', { name: 'Política' }).click();
  const kept = ines.getByLabel('Días de mora antes de contar');
  await kept.waitFor();
  expect(await kept.inputValue()).toBe('20');
});

test('terms are said, a run is prepared by one and booked by another', async () => {
  // Ines reads Spanish.
  const ines = await screens.open(paths.charges, { as: 'controller' });
  await ines.getByRole('button', { name: 'Condiciones' }).click();
  const terms = ines.getByRole('dialog', { name: 'Condiciones' });
  await terms.getByLabel('Interés, por ciento').fill('12');
  await terms.getByLabel('Cláusula del contrato').fill('§ 7');
  await terms.getByLabel('Motivo').fill('Contrato de 2026');
  await answered(ines, /charge-terms/u, () =>
    terms.getByRole('button', { name: 'Guardar' }).click(),
  );
  await ines
    .getByText(/× 12\.00 % ×/u)
    .first()
    .waitFor();

  const manager = await screens.open(paths.charges, { as: 'manager' });
  const rows = manager.getByRole('grid', { name: 'To be charged' });
  await rows
    .getByText(/12\.00 %/u)
    .first()
    .waitFor();
  await rows.focus();
  await manager.keyboard.press('Enter');
  await manager.getByRole('dialog').getByText('the contract').waitFor();
  await manager.keyboard.press('Escape');
  await manager.getByRole('button', { name: 'Prepare a run' }).click();
  const form = manager.getByRole('dialog', { name: 'Prepare a run' });
  await form.getByLabel('Reason').fill('End of the month');
  await answered(manager, /charges\/runs/u, () =>
    form.getByRole('button', { name: 'Prepare a run' }).click(),
  );

  await ines.goto(paths.chargeRuns);
  const runs = ines.getByRole('grid', { name: 'Cálculos' });
  await runs.getByText('End of the month').waitFor();
  await runs.focus();
  await ines.keyboard.press('Enter');
  const sheet = ines.getByRole('dialog');
  await sheet.getByLabel('Motivo').fill('Revisado');
  await answered(ines, /decision/u, () => ines.keyboard.press('Enter'));
  await runs.getByText('contabilizado').waitFor();

  await manager.goto(paths.bookedCharges);
  const booked = manager.getByRole('grid', { name: 'Booked' });
  await booked.getByText('standing').first().waitFor();
  await booked.focus();
  await manager.keyboard.press('Enter');
  await manager.getByRole('button', { name: 'Waive', exact: true }).click();
  const waive = manager.getByRole('dialog', { name: 'Waive' });
  await waive.getByLabel('Reason').fill('A good customer');
  await answered(manager, /waiver/u, () => waive.getByRole('button', { name: 'Waive' }).click());
  await booked.getByText('waived').first().waitFor();
  await manager.goto(paths.shortPayments);
  await manager.getByRole('heading', { name: 'Short payments' }).waitFor();
});

test('an account is agreed with its customer: entered, answered, signed, reviewed', async () => {
  const rosa = await screens.open(paths.reconciliations, { as: 'collector' });
  await rosa.getByRole('button', { name: 'Begin' }).click();
  const form = rosa.getByRole('dialog', { name: 'Begin' });
  await form.getByLabel('Find the account').fill('C-');
  await form.getByRole('button', { name: / · C-/u }).first().click();
  await form.getByLabel('From', { exact: true }).fill('2020-01-01');
  await form.getByLabel('To', { exact: true }).fill('today');
  await form.getByLabel('Reason').fill('Year end');
  await answered(rosa, /reconciliations/u, () =>
    form.getByRole('button', { name: 'Begin' }).click(),
  );
  await rosa.getByRole('button', { name: 'Enter their statement' }).click();
  const theirs = rosa.getByRole('dialog', { name: 'Enter their statement' });
  await theirs.getByLabel('Or paste their lines').fill('Number;Balance\nX-4711;12.34');
  await answered(rosa, /their-lines/u, () => theirs.getByRole('button', { name: 'Save' }).click());
  const lines = rosa.getByRole('grid', { name: 'Line by line' });
  await lines.getByText('X-4711').waitFor();
  const open = await lines.getByText(/missing on/u).count();
  for (let at = 0; at < open; at += 1) {
    await lines.focus();
    await rosa.keyboard.press(at === 0 ? 'Home' : 'ArrowDown');
    await rosa.keyboard.press('Enter');
    const answer = rosa.getByRole('dialog');
    await answer.getByLabel('Note').fill('Asked by mail');
    await answered(rosa, /answers/u, () => answer.getByRole('button', { name: 'Save' }).click());
    await answer.waitFor({ state: 'detached' });
  }
  await rosa.getByRole('button', { name: 'Sign as prepared' }).click();
  const sign = rosa.getByRole('dialog', { name: 'Sign as prepared' });
  await sign.getByLabel('Note').fill('Agreed');
  await answered(rosa, /signature/u, () =>
    sign.getByRole('button', { name: 'Sign as prepared' }).click(),
  );
  await rosa.getByText(/Prepared by/u).waitFor();
  const address = new URL(rosa.url()).pathname;
  const [, , accountId = '', , reconciliationId = ''] = address.split('/');
  const own = paths.reconciliation
    .replace('$accountId', accountId)
    .replace('$reconciliationId', reconciliationId);
  expect(own).toBe(address);

  const ines = await screens.open(own, { as: 'controller' });
  await ines.getByRole('button', { name: 'Firmar como revisada' }).click();
  const review = ines.getByRole('dialog', { name: 'Firmar como revisada' });
  await review.getByLabel('Nota').fill('Conforme');
  await answered(ines, /signature/u, () =>
    review.getByRole('button', { name: 'Firmar como revisada' }).click(),
  );
  await ines.getByText(/Revisada por/u).waitFor();
});
