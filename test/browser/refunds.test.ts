/** A credit goes back: asked for by key, its steps on one page, in both languages, on a phone. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { plusDays } from '#kernel/day.ts';
import { type Id, id as parsedId } from '#kernel/ids.ts';
import { accepted, type Desk, perform } from '#platform/action.ts';
import { setDebtProfile } from '#areas/compliance/index.ts';
import { postItem } from '#areas/ledger/index.ts';
import { findCredits } from '#areas/refunds/actions/find-credits.ts';
import { paths } from '#web/paths.ts';
import { nothingFound } from '#test/support/axe.ts';
import { documentWish } from '#test/support/builders.ts';
import { anAccount, answered, settled, useScreens } from '#test/support/screens.ts';

const screens = useScreens({
  customers: 12,
  env: { DUNLIN_SECRET_KEY: 'a key of the test, long enough for one' },
});
const phone = { viewport: { width: 390, height: 844 } };

test('a collector asks for a credit to go back and a controller sees it on a phone', async () => {
  const rosa = await screens.open(paths.refunds, { as: 'collector' });
  const credits = rosa.getByRole('grid', { name: 'Credits' });
  await credits.focus();
  await rosa.keyboard.press('f');
  const form = rosa.getByRole('dialog', { name: 'Ask for a refund' });
  await form.getByLabel('Amount').fill('1.00');
  await form.getByLabel('Way').selectOption({ label: 'check' });
  await form.getByLabel('Why').fill('Asked for it by phone');
  await nothingFound(rosa);
  await answered(rosa, /\/refunds$/u, () => rosa.keyboard.press('Enter'));
  await rosa.getByRole('region', { name: 'What happened' }).getByText('asked for').waitFor();
  await settled(rosa);
  await nothingFound(rosa);
  expect(rosa.url()).toContain(paths.refund.split('$')[0] ?? '');

  const page = await screens.open(paths.refundsUnderWay, { as: 'controller', ...phone });
  await page.getByText('solicitado').first().waitFor();
  await settled(page);
  await nothingFound(page);
});

test('a student’s account shows its terms and what the law asks of them', async () => {
  const page = await screens.open(paths.aging, { as: 'collector' });
  const { id } = await anAccount(page);
  await page.goto(paths.student.replace('$accountId', id));
  await page.getByText('No term is written down yet').waitFor();
  await page.keyboard.press('t');
  const form = page.getByRole('dialog', { name: 'Write down a term' });
  await form.getByLabel('Term').fill('FA26');
  await form.getByLabel('First day').fill('2026-08-24');
  await form.getByLabel('Last day').fill('2026-12-11');
  await form.getByLabel('Why').fill('from the registrar');
  await nothingFound(page);
  await answered(page, /\/terms$/u, () => form.getByRole('button', { name: 'Save' }).click());
  await page.getByRole('region', { name: 'FA26' }).waitFor();
  await settled(page);
  await nothingFound(page);
});

test('files wait for what is released, and say who may make them', async () => {
  const page = await screens.open(paths.refundFiles, { as: 'manager' });
  await page.getByRole('link', { name: 'Files' }).waitFor();
  await settled(page);
  await nothingFound(page);
});

test('bank details are entered by one, called back by another, agreed to by a third', async () => {
  const senior = await screens.open(paths.aging, { as: 'senior' });
  const { id } = await anAccount(senior);
  const address = paths.payback.replace('$accountId', id);
  await senior.goto(address);
  await senior.getByText('No bank details yet', { exact: false }).waitFor();
  await senior.keyboard.press('n');
  const form = senior.getByRole('dialog', { name: 'Enter bank details' });
  await form.getByLabel('Account holder').fill('North Ltd');
  await form.getByLabel('Routing number or BIC').fill('021000021');
  await form.getByLabel('Account number or IBAN').fill('123456789');
  await form.getByLabel('How the customer told us').fill('a letter of theirs');
  await form.getByLabel('How it was checked').fill('letterhead known');
  await form.getByLabel('Why').fill('They changed banks');
  await nothingFound(senior);
  await answered(senior, /\/bank-details$/u, () =>
    form.getByRole('button', { name: 'Enter bank details' }).click(),
  );
  const details = senior.getByRole('region', { name: 'Bank details' });
  await details.getByText('North Ltd, 021000021, …6789').waitFor();
  await details.getByText('Refunds to them are held', { exact: false }).waitFor();
  expect(await senior.getByText('123456789').count()).toBe(0);

  const rosa = await screens.open(address, { as: 'collector' });
  await rosa.getByRole('button', { name: 'Write down the call back' }).click();
  const call = rosa.getByRole('dialog', { name: 'Write down the call back' });
  await call.getByLabel('Number known before').fill('+1 202 555 0100');
  await call.getByLabel('Spoke to').fill('Ms Orr');
  await call.getByLabel('Why').fill('As on file since 2021');
  await answered(rosa, /call-backs$/u, () => rosa.keyboard.press('Enter'));
  await rosa.getByText('spoke to Ms Orr', { exact: false }).waitFor();

  // Ines reads Spanish.
  const ines = await screens.open(paths.approvals, { as: 'controller' });
  await ines.getByRole('grid', { name: 'Aprobaciones' }).getByText('North Ltd').dblclick();
  const sheet = ines.getByRole('dialog');
  await sheet.getByRole('link', { name: 'anteriores, nuevos y la llamada' }).waitFor();
  await sheet.getByLabel('Su razón').fill('Letter and call agree');
  await answered(ines, /decision$/u, () => ines.keyboard.press('Enter'));
  await expect.poll(() => stateOf(ines, id), { timeout: 20_000 }).toContain('"confirmed"');
  await ines.goto(address);
  await ines.getByText('se paga aquí').waitFor();
});

async function stateOf(page: Page, accountId: string): Promise<string> {
  const answer = await page.request.get(`/api/v1/accounts/${accountId}/bank-details`);
  return answer.text();
}

test('what the customer wrote stands on the page with its days, and is revoked', async () => {
  const page = await screens.open(paths.aging, { as: 'collector', ...phone });
  const { id } = await anAccount(page, 1);
  await page.goto(paths.payback.replace('$accountId', id));
  await page.getByText('Nothing stands', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Take down what they wrote' }).click();
  const form = page.getByRole('dialog', { name: 'Take down what they wrote' });
  await form.getByLabel('Signed by').fill('Ana Orr');
  await form.getByLabel('Where the paper is').fill('file 12');
  await form.getByLabel('Why').fill('Signed at the desk');
  await nothingFound(page);
  await answered(page, /refund-authorisations$/u, () => page.keyboard.press('Enter'));
  const written = page.getByRole('region', { name: 'What the customer wrote' });
  await written.getByText('no last day').waitFor();
  await written.getByRole('button', { name: 'They took it back' }).click();
  const back = page.getByRole('dialog', { name: 'They took it back' });
  await back.getByLabel('Why').fill('She wrote again');
  await answered(page, /revocation$/u, () => page.keyboard.press('Enter'));
  await page.getByText('Nothing stands', { exact: false }).waitFor();
});

test('a dormant credit is handed over from the list of what nobody asks for', async () => {
  const rosa = await screens.open(paths.refundsUnclaimed, { as: 'collector' });
  await rosa.getByText('Nobody’s money waits here').waitFor();
  const { id } = await anAccount(rosa, 2);
  await oldCredit(screens.live().desk, parsedId(id));
  await rosa.reload();
  const list = rosa.getByRole('grid', { name: 'Credits that nobody asks for' });
  await list.getByText('dormant', { exact: true }).waitFor();
  await settled(rosa);
  await nothingFound(rosa);
  await list.focus();
  await rosa.keyboard.press('f');
  const form = rosa.getByRole('dialog', { name: 'Ask to hand it over' });
  await form.getByLabel('Why').fill('No word since 2023');
  await nothingFound(rosa);
  await answered(rosa, /surrender-requests$/u, () =>
    form.getByRole('button', { name: 'Ask to hand it over' }).click(),
  );
  await rosa.goto(paths.refundsUnderWay);
  await rosa.getByRole('grid').getByText('asked for').first().waitFor();
});

/** A small credit in the District that nobody asked for in more than three years. */
async function oldCredit(desk: Desk, accountId: Id): Promise<void> {
  const doing = {
    action: 'test.old_credit',
    actor: { ref: 'job:test', memberId: null },
    reason: 'for the test',
    input: null,
  };
  const done = await perform(desk, doing, async (context) => {
    const issued = plusDays(context.today, -1200);
    const told = { amount: '40', issued, number: 'CM-OLD' };
    accepted(await postItem(context, documentWish(accountId, 'credit_memo', told)));
    accepted(await setDebtProfile(context, { accountId, ...inDc }));
    return findCredits(context, [accountId]);
  });
  accepted(done);
}

const inDc = {
  collector: null,
  obligor: 'entity' as const,
  guarantor: null,
  purpose: 'commercial' as const,
  state: 'DC',
  city: null,
  zone: null,
  enteredOn: null,
};
