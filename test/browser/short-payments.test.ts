/** Payments that fell short: why each did, what becomes of it, and the way to its account. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { id } from '#kernel/ids.ts';
import { currency, parseMoney } from '#kernel/money.ts';
import { accepted, perform } from '#platform/action.ts';
import { openDispute } from '#areas/disputes/index.ts';
import { paths } from '#web/paths.ts';
import { useScreens } from '#test/support/screens.ts';

const screens = useScreens({ demo: true });

test('a rest says why it is left, leads to its account and is answered', async () => {
  const page = await screens.open(paths.shortPayments, { as: 'manager' });
  await contest(page);
  await page.reload();
  const rests = page.getByRole('grid', { name: 'Short payments' });
  const contested = rests.getByRole('row').filter({ hasText: 'disputed' }).first();
  expect(await contested.innerText()).toContain('paid in part');
  await rests.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  const link = dialog.getByRole('link', { name: 'Open the account' });
  expect(await link.getAttribute('href')).toMatch(/^\/accounts\//u);
  await dialog.getByLabel('What becomes of it').selectOption('ask');
  await dialog.getByLabel('Note').fill('They cut the freight.');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
});

/** The customer contests the first rest. */
async function contest(page: Page): Promise<void> {
  const answer = await page.request.get('/api/v1/charges/short-payments?limit=1');
  // Its own tests hold the answer to its contract.
  const { rows } = (await answer.json()) as { rows: Rest[] };
  const [rest] = rows;
  const amount = rest && parseMoney(rest.open, currency(rest.currency));
  if (!amount) throw new Error('nothing is paid in part');
  const { desk } = screens.live();
  const wish = {
    accountId: id(rest.accountId),
    items: [{ itemId: id(rest.itemId), amount, lineNo: null }],
    reason: 'price',
    part: 'amount',
    note: 'The price list says less.',
    saidBy: 'Ana Orr',
    ownerId: null,
  } as const;
  const actor = { ref: 'job:test', memberId: null };
  const doing = { action: 'test.contest', actor, reason: 'for the test', input: null };
  accepted(await perform(desk, doing, (context) => openDispute(context, wish)));
}

type Rest = { accountId: string; itemId: string; open: string; currency: string };
