/** What one may not do alone: asked for on the item, decided by another person, by keyboard. */
import { expect, test } from 'vitest';
import { paths } from '#web/paths.ts';
import { samplePdf } from '#test/support/papers.ts';
import { anAccount, answered, settled, useScreens } from '#test/support/screens.ts';

const screens = useScreens({ customers: 12 });

test('a collector asks for a write-off, a controller grants it, and it is done', async () => {
  const rosa = await screens.open(paths.aging, { as: 'collector' });
  const { id, name } = await anAccount(rosa);
  await rosa.goto(paths.account.replace('$accountId', id));
  await settled(rosa);
  const items = rosa.getByRole('grid', { name: 'What is open' });
  await items.focus();
  await rosa.keyboard.press('Enter');
  await rosa.getByRole('dialog').getByRole('button', { name: 'Ask for a write-off' }).click();
  const form = rosa.getByRole('dialog', { name: 'Ask for a write-off' });
  await form.getByLabel('Amount').fill('1.00');
  await form.getByLabel('Reason').fill('Postage in dispute');
  await answered(rosa, /write-off-requests/u, () =>
    form.getByRole('button', { name: 'Ask for a write-off' }).click(),
  );

  // Ines reads Spanish.
  const ines = await screens.open(paths.approvals, { as: 'controller' });
  const list = ines.getByRole('grid', { name: 'Aprobaciones' });
  await list.getByText(name).waitFor();
  await list.focus();
  await ines.keyboard.press('Enter');
  const sheet = ines.getByRole('dialog');
  await sheet.getByText('Postage in dispute').waitFor();
  await sheet.getByLabel('Su razón').fill('Not worth a letter');
  await answered(ines, /decision/u, () => ines.keyboard.press('Enter'));
  await ines.getByText('Nada espera aquí').waitFor();

  await rosa.goto(`${paths.approvals}?view=ended`);
  await rosa.getByRole('grid', { name: 'Approvals' }).getByText('done', { exact: true }).waitFor();
});

test('who asked may only take it back', async () => {
  const page = await screens.open(paths.aging, { as: 'senior' });
  const { id } = await anAccount(page, 1);
  await page.goto(paths.account.replace('$accountId', id));
  await settled(page);
  await page.getByRole('grid', { name: 'What is open' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Ask for a write-off' }).click();
  const form = page.getByRole('dialog', { name: 'Ask for a write-off' });
  await form.getByLabel('Reason').fill('Closed for good');
  await answered(page, /write-off-requests/u, () =>
    form.getByRole('button', { name: 'Ask for a write-off' }).click(),
  );
  await page.goto(`${paths.approvals}?view=asked`);
  await page.getByRole('grid', { name: 'Approvals' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByText('Please say why.').waitFor();
  const paper = {
    name: 'letter.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(samplePdf('letter')),
  };
  await answered(page, /evidence/u, () => page.getByLabel('Add papers').setInputFiles(paper));
  await page.getByRole('link', { name: 'letter.pdf' }).waitFor();
  await page.getByLabel('Your reason').fill('They paid');
  await answered(page, /withdrawal/u, () =>
    page.getByRole('button', { name: 'Take it back' }).click(),
  );
  await page.getByRole('grid').getByText('taken back', { exact: true }).waitFor();
});

test('who may approve what is read on a page, and another limit is asked for there', async () => {
  const page = await screens.open(paths.approvals, { as: 'manager' });
  await page.getByRole('link', { name: 'Who may approve what' }).click();
  await page.getByRole('heading', { level: 1, name: 'Who may approve what' }).waitFor();
  await page.getByRole('button', { name: 'Ask to change: Refund' }).press('Enter');
  const form = page.getByRole('dialog', { name: 'Ask to change: Refund' });
  await form.getByLabel('AR manager, up to').fill('750');
  await form.getByLabel('AR manager, up to').press('Enter');
  await form.getByText('Please say why.').waitFor();
  await form.getByLabel('Reason').fill('After the audit');
  await answered(page, /authorities\/refund/u, () => page.keyboard.press('Enter'));
  await page.getByText('Asked: it counts once it is granted.').waitFor();
  await page.goto(paths.authority);
  await page.getByRole('heading', { name: 'Duties that must be apart' }).waitFor();
  const held = page.getByText('by the role AR manager').first();
  await held.waitFor();
  expect(await held.isVisible()).toBe(true);
});

test('another person answers for duties in one hand', async () => {
  // Ines reads Spanish.
  const page = await screens.open(paths.authority, { as: 'controller' });
  const held = page.locator('li', { hasText: 'Maya Lindgren' });
  await held.getByText('nadie responde por ello').first().waitFor();
  await held.getByRole('button', { name: 'Responder por ello' }).first().click();
  const form = page.getByRole('dialog', { name: 'Responder por ello' });
  await form.getByLabel('Hasta qué día').fill('mañana');
  await form.getByLabel('Qué se hace en su lugar').fill('El CFO revisa la lista cada viernes.');
  await answered(page, /acceptances/u, () =>
    form.getByRole('button', { name: 'Responder por ello' }).click(),
  );
  await held.getByText('Ines Castro: El CFO revisa la lista cada viernes.').waitFor();
  await form.waitFor({ state: 'detached' });
});
