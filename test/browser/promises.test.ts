/** A promise taken by keys says how far its money got, and what all of them may bring. */
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { currency, formatMoney, money, parseMoney } from '#kernel/money.ts';
import { paths } from '#web/paths.ts';
import { nothingFound } from '#test/support/axe.ts';
import { anAccount, answered, settled, useScreens } from '#test/support/screens.ts';

const usd = currency('USD');
const screens = useScreens({ customers: 12 });

test('the outlook adds the open promises up by week, and a week opens to them', async () => {
  const page = await screens.open(paths.aging, { as: 'manager' });
  const { id } = await anAccount(page);
  await page.goto(paths.account.replace('$accountId', id));
  await settled(page);
  await page.keyboard.press('p');
  const form = page.getByRole('dialog', { name: 'Write down a promise' });
  await form.getByLabel('Amount').fill('1.25');
  await form.getByLabel('By which day').fill('tomorrow');
  await answered(page, /\/promises/u, () =>
    form.getByRole('button', { name: 'Save the promise' }).click(),
  );
  await page.getByText('0 % came, 1.25 missing').first().waitFor();

  await page.goto(paths.promises);
  await settled(page);
  await nothingFound(page);
  await page.getByRole('link', { name: 'Outlook' }).click();
  const table = page.getByRole('region', { name: /What the promises may bring/u });
  await table.getByText('Together').waitFor();
  await settled(page);
  await nothingFound(page);
  expect(new URL(page.url()).pathname).toBe(paths.promiseOutlook);
  await table.getByRole('button').first().click();
  const week = page.getByRole('dialog', { name: /Promises of the week of/u });
  await week.getByRole('link').first().waitFor();
  await nothingFound(page);
});

test('the form asks for the sum of marked items and shares it to the cent', async () => {
  const page = await screens.open(paths.aging, { as: 'manager' });
  const { id } = await manyOpen(page);
  await page.goto(paths.account.replace('$accountId', id));
  await settled(page);
  const grid = page.getByRole('grid', { name: 'What is open' });
  await grid.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('p');
  const form = page.getByRole('dialog', { name: 'Write down a promise' });
  await form.getByText('For 2 items').waitFor();
  const shares = form.getByRole('list', { name: 'How it is shared' }).getByRole('listitem');
  const said = async () =>
    (await shares.allInnerTexts()).map((text) => /([\d,.]+) of ([\d,.]+)$/u.exec(text) ?? []);
  const opened = await said();
  expect(opened).toHaveLength(2);
  const open = opened.map(([, , whole = '']) => cents(whole));
  const sum = open.reduce((one, other) => one + other, 0n);
  expect(cents(await form.getByLabel('Amount').inputValue())).toBe(sum);
  await nothingFound(page);
  // A cent less is missing on the one that is due last.
  await form.getByLabel('Amount').fill(formatMoney(money(sum - 1n, usd)));
  const shared = (await said()).map(([, part = '']) => cents(part));
  expect(shared).toEqual([open[0], (open[1] ?? 0n) - 1n]);
});

/** Cents of an amount as the screen writes it, 1,250.10. */
function cents(text: string): bigint {
  return parseMoney(text.replaceAll(',', ''), usd)?.minor ?? 0n;
}

/** An account with two open debts at least. */
async function manyOpen(page: Page): Promise<{ id: string }> {
  for (let nth = 0; ; nth += 1) {
    const account = await anAccount(page, nth);
    const answer = await page.request.get(`/api/v1/accounts/${account.id}/items?sort=due`);
    // Its own tests hold the answer to its contract.
    const { rows } = (await answer.json()) as { rows: { open: string }[] };
    if (rows.slice(0, 2).filter(({ open }) => Number(open) > 0).length === 2) return account;
  }
}
