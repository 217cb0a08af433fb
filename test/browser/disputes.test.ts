/** What a customer contests, by keyboard: opened on the account, decided on the board, ended. */
import { test } from 'vitest';
import { paths } from '#web/paths.ts';
import { nothingFound } from '#test/support/axe.ts';
import { anAccount, answered, settled, useScreens } from '#test/support/screens.ts';

const screens = useScreens({ customers: 12 });

test('a dispute is opened with x, its credit asked with m and granted by another', async () => {
  const rosa = await screens.open(paths.aging, { as: 'collector' });
  const { id, name } = await anAccount(rosa);
  await rosa.goto(paths.account.replace('$accountId', id));
  await settled(rosa);
  const items = rosa.getByRole('grid', { name: 'What is open' });
  await items.focus();
  await rosa.keyboard.press('Space');
  await rosa.keyboard.press('x');
  const form = rosa.getByRole('dialog', { name: 'Dispute' });
  await form.getByLabel('Reason').selectOption('freight');
  await form.getByLabel(/Amount of the one item/u).fill('1.25');
  await form.getByLabel('Said by').fill('Ana Orr');
  await nothingFound(rosa);
  await answered(rosa, /\/disputes$/u, () => form.getByRole('button', { name: 'Save' }).click());

  await rosa.goto(paths.disputes);
  const board = rosa.getByRole('grid', { name: 'Disputes' });
  await board.getByText(name).waitFor();
  await board.focus();
  await rosa.keyboard.press('m');
  const decide = rosa.getByRole('dialog', { name: 'Decide' });
  await decide.getByLabel('Why').fill('Freight was agreed free.');
  await nothingFound(rosa);
  await answered(rosa, /\/decision$/u, () =>
    decide.getByRole('button', { name: 'Credit', exact: true }).click(),
  );

  // The controller reads Spanish.
  const ines = await screens.open(paths.approvals, { as: 'controller' });
  await ines.getByRole('grid', { name: 'Aprobaciones' }).focus();
  await ines.keyboard.press('Enter');
  await ines.getByRole('dialog').getByLabel('Su razón').fill('De acuerdo');
  await answered(ines, /decision/u, () => ines.keyboard.press('Enter'));

  await rosa.goto(`${paths.disputes}?state=closed`);
  await rosa.getByRole('grid', { name: 'Disputes' }).getByText(name).waitFor();
  await rosa.getByRole('grid', { name: 'Disputes' }).focus();
  await rosa.keyboard.press('Enter');
  await rosa.waitForURL(new RegExp(`${paths.disputeCase.replaceAll(/\$\w+/gu, '[^/]+')}$`, 'u'));
  await rosa.getByRole('heading', { name: /^Case D-/u }).waitFor();
  await rosa.getByText('Credited', { exact: true }).waitFor();
  await rosa.keyboard.press('Escape');
  await rosa.getByRole('heading', { name: 'Disputes' }).waitFor();
});
