/** Orders that wait: found by key, read with every reason, decided with one's own. */
import { expect, test } from 'vitest';
import { id } from '#kernel/ids.ts';
import { money } from '#kernel/money.ts';
import { accepted, perform } from '#platform/action.ts';
import { holdAccount } from '#areas/credit/actions/hold-account.ts';
import { stateOrder } from '#areas/credit/actions/state-order.ts';
import { setCreditLimit } from '#areas/customers/index.ts';
import { paths } from '#web/paths.ts';
import { nothingFound } from '#test/support/axe.ts';
import { anAccount, answered, settled, useScreens } from '#test/support/screens.ts';

const screens = useScreens({ customers: 12 });

/** An order of so many dollars of an account that a person holds for new orders. */
async function heldOrder(accountId: string, number: string, dollars: bigint): Promise<void> {
  const { desk } = screens.live();
  const doing = {
    action: 'test.order',
    actor: { ref: 'job:test', memberId: null },
    reason: 'Address not confirmed',
    input: number,
  };
  const account = { accountId: id(accountId), act: 'hold' } as const;
  await perform(desk, doing, (context) => holdAccount(context, account));
  const { minor, currency } = money(dollars * 100n, 'USD');
  const order = { accountId: id(accountId), number, currency, amount: minor } as const;
  const rest = { delivered: 0n, invoiced: 0n, state: 'open' } as const;
  accepted(
    await perform(desk, doing, (context) =>
      stateOrder(context, { ...order, ...rest, orderedOn: context.today }),
    ),
  );
}

/** A limit so small that what the account owes goes far beyond it. */
async function oneDollar(accountId: string): Promise<void> {
  const { desk } = screens.live();
  const actor = { ref: 'job:test', memberId: null };
  const doing = { action: 'test.limit', actor, reason: 'for the test', input: accountId };
  const little = { accountId: id(accountId), limit: money(100n, 'USD'), currency: 'USD' };
  accepted(await perform(desk, doing, (context) => setCreditLimit(context, little)));
}

test('a manager reads why an order waits and releases it by keyboard, with a reason', async () => {
  const page = await screens.open(paths.aging, { as: 'manager' });
  const { id: accountId, name } = await anAccount(page);
  await heldOrder(accountId, 'SO-HELD', 900n);
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  const list = page.getByRole('grid', { name: 'Held orders' });
  await list.getByText('SO-HELD').waitFor();
  await list.focus();
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog', { name: 'Order SO-HELD' });
  await sheet.getByText('The account is held: Address not confirmed').waitFor();
  await sheet.getByText('Within your authority').waitFor();
  await sheet.getByText(name).waitFor();
  await nothingFound(page);
  await page.keyboard.press('r');
  const form = page.getByRole('dialog', { name: 'Release: SO-HELD' });
  await page.keyboard.press('Enter');
  await form.getByRole('alert').waitFor();
  await nothingFound(page);
  await form.getByLabel('Reason').fill('New address on file');
  await answered(page, /decision/u, () => page.keyboard.press('Enter'));
  await page.getByText('Order decided.').waitFor();
  await page.goto(paths.account.replace('$accountId', accountId));
  await settled(page);
  const credit = page.locator('section', { hasText: 'Credit and orders' });
  await credit.getByText('SO-HELD').waitFor();
  await credit.getByText('released').waitFor();
});

test('what is beyond one’s authority is asked for', async () => {
  const page = await screens.open(paths.aging, { as: 'manager' });
  const { id: accountId } = await anAccount(page, 1);
  await heldOrder(accountId, 'SO-LARGE', 40_000n);
  await page.goto(`${paths.holds}?order=large`);
  const list = page.getByRole('grid', { name: 'Held orders' });
  await list.getByText('SO-LARGE').waitFor();
  await list.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('r');
  const form = page.getByRole('dialog', { name: 'Ask for the release: SO-LARGE' });
  await form.getByLabel('Reason').fill('Three good years');
  await answered(page, /release-requests/u, () => page.keyboard.press('Enter'));
  await page.getByText('The release was asked for.').waitFor();
  await list.getByText('asked for').waitFor();
});

test('an account is held until a day from its own page, and let go again', async () => {
  const page = await screens.open(paths.aging, { as: 'manager' });
  const { id: accountId } = await anAccount(page, 2);
  await page.goto(paths.account.replace('$accountId', accountId));
  await settled(page);
  const credit = page.locator('section', { hasText: 'Credit and orders' });
  await credit.getByRole('button', { name: 'Hold the account' }).click();
  const form = page.getByRole('dialog', { name: 'Hold the account' });
  const send = form.getByRole('button', { name: 'Hold the account' });
  await send.click();
  await form.getByText('Say why.').waitFor();
  await nothingFound(page);
  await form.getByLabel('Why', { exact: true }).fill('The address is gone');
  await form.getByLabel('Last day of the hold').fill('some day');
  await send.click();
  await form.locator('[data-field=untilOn][aria-invalid]').waitFor();
  await form.getByLabel('Last day of the hold').fill('10 days');
  await answered(page, /credit-hold/u, () => send.click());
  await credit.getByText('Held for new orders: The address is gone').waitFor();
  await credit.getByText(/^until /u).waitFor();
  await credit.getByRole('button', { name: 'End the hold' }).click();
  const ending = page.getByRole('dialog', { name: 'End the hold' });
  await ending.getByLabel('Why', { exact: true }).fill('A new address is on file');
  await answered(page, /credit-hold/u, () => page.keyboard.press('Enter'));
  await credit.getByRole('button', { name: 'Hold the account' }).waitFor();
});

test('a customer is told of an order turned down, and the notice is marked as sent', async () => {
  const page = await screens.open(paths.aging, { as: 'manager' });
  const { id: accountId } = await anAccount(page, 2);
  await oneDollar(accountId);
  await heldOrder(accountId, 'SO-NO', 700n);
  await page.goto(paths.holds);
  const list = page.getByRole('grid', { name: 'Held orders' });
  await list.getByText('SO-NO').waitFor();
  await list.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('x');
  const form = page.getByRole('dialog', { name: 'Reject: SO-NO' });
  await form.getByLabel('Reason').fill('Too large for a first order');
  await answered(page, /decision/u, () => page.keyboard.press('Enter'));
  await page.getByText('Tell the customer by', { exact: false }).waitFor();
  await page.goto(paths.account.replace('$accountId', accountId));
  await settled(page);
  const due = page.getByRole('list', { name: 'Notices' });
  await due.getByText('Order SO-NO turned down').waitFor();
  await nothingFound(page);
  await due.getByRole('button', { name: 'Write the letter' }).click();
  const letter = page.getByRole('dialog', { name: 'Write the letter' });
  await letter.getByLabel('What was decided').waitFor();
  await nothingFound(page);
  await page.keyboard.press('Escape');
  await letter.waitFor({ state: 'detached' });
  await due.getByRole('button', { name: 'Mark it sent' }).click();
  const sent = page.getByRole('dialog', { name: 'Mark it sent' });
  await sent.getByLabel('How it was sent').fill('Letter with the reasons');
  await answered(page, /sent$/u, () => page.keyboard.press('Enter'));
  await due.waitFor({ state: 'detached' });
});

test('a limit cut because the account is behind starts no notice, another cut does', async () => {
  const page = await screens.open(paths.aging, { as: 'controller' });
  const { id: accountId } = await anAccount(page, 1);
  const { desk } = screens.live();
  const doing = {
    action: 'test.limit',
    actor: { ref: 'job:test', memberId: null },
    reason: 'for the test',
    input: accountId,
  };
  const large = { accountId: id(accountId), limit: money(900_000n, 'USD'), currency: 'USD' };
  accepted(await perform(desk, doing, (context) => setCreditLimit(context, large)));
  await page.goto(paths.account.replace('$accountId', accountId));
  await settled(page);
  const credit = page.locator('section', { hasText: 'Crédito y pedidos' });
  const form = page.getByRole('dialog', { name: 'Cambiar el límite' });
  async function cut(amount: string, behind: boolean): Promise<void> {
    await credit.getByRole('button', { name: 'Cambiar el límite' }).click();
    await form.getByLabel('Límite nuevo').fill(amount);
    await form.getByLabel('Razón').fill('Pays too late');
    if (behind) await form.getByLabel('Se reduce porque esta cuenta está atrasada').check();
    await nothingFound(page);
    await answered(page, /limits$/u, () =>
      form.getByRole('button', { name: 'Cambiar el límite' }).click(),
    );
  }
  await cut('8000', true);
  await page.getByText('El límite quedó fijado.', { exact: true }).waitFor();
  const notices = page.getByRole('list', { name: 'Avisos' });
  await cut('7000', false);
  await notices.waitFor();
  expect(await notices.getByRole('listitem').count()).toBe(1);
});

test('a limit that is nearly used up stands in the list and leads to its account', async () => {
  const page = await screens.open(paths.aging, { as: 'manager' });
  const { id: accountId, name } = await anAccount(page);
  await oneDollar(accountId);
  await page.goto(`${paths.creditLimits}?view=used`);
  const list = page.getByRole('grid', { name: 'Credit limits' });
  await list.getByText(name).waitFor();
  await nothingFound(page);
  await answered(page, /sort=name/u, () =>
    list.getByRole('columnheader', { name: 'Account' }).getByRole('button').click(),
  );
  await list.getByText(name).click();
  await list.focus();
  await page.keyboard.press('Enter');
  await page.locator('section', { hasText: 'Credit and orders' }).waitFor();
});

test('on a phone and in Spanish the list reads as well', async () => {
  const viewport = { width: 390, height: 844 };
  const page = await screens.open(paths.holds, { as: 'controller', viewport });
  await page.getByRole('heading', { name: 'Pedidos retenidos' }).waitFor();
  await page.getByText('SO-LARGE', { exact: false }).first().waitFor();
});
