/** The cash desk by keyboard: exact in one key, short in three, forty rows in fifteen. */
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { paths } from '#web/paths.ts';
import { nothingFound } from '#test/support/axe.ts';
import { type CashPage, cashPage } from '#test/support/cash-page.ts';
import { answered, settled, useScreens } from '#test/support/screens.ts';

const screens = useScreens({ customers: 12 });
let desk: CashPage;

beforeAll(async () => {
  desk = await cashPage(screens);
});

/** Counts the keys of a way through the screen. */
function counting(page: Page) {
  let keys = 0;
  return {
    press: async (key: string) => {
      keys += 1;
      await page.keyboard.press(key);
    },
    more: () => (keys += 1),
    count: () => keys,
  };
}

/** Narrows the queue to one payer and waits for its board. */
async function boardOf(payer: string): Promise<Page> {
  const page = await desk.open(`${paths.cash}?q=${encodeURIComponent(payer)}`);
  await page.getByRole('region', { name: payer }).waitFor();
  return page;
}

test('an exact match is one key, and u puts it back on the desk', async () => {
  await desk.owed('Northwind Traders Holding International LLC', { 'NT-1': '640' });
  const payer = 'NORTHWIND TRADERS HOLDING INTERNATI';
  await desk.receipt({ payer, amount: '640' });
  const page = await boardOf(payer);
  await page.getByRole('region', { name: 'Proposal A' }).getByText('NT-1').waitFor();
  const keys = counting(page);
  await answered(page, /cash\/receipts\?/u, () => keys.press('Enter'));
  await page.getByText(`$640.00 of ${payer} posted`).waitFor();
  expect(keys.count()).toBe(1);
  await answered(page, /cash\/receipts\?/u, () => page.keyboard.press('u'));
  await page.getByRole('region', { name: payer }).getByText('NT-1').first().waitFor();
});

test('a short pay is three keys: accept, deduction, its reason', async () => {
  await desk.owed('Delta Farm Service Cooperative', { 'DF-9101': '1240' });
  const payer = 'DELTA FARM SVC';
  await desk.receipt({ payer, amount: '1058', said: 'DF-9101' });
  const page = await boardOf(payer);
  await page.getByRole('region', { name: 'Proposal A' }).getByText('DF-9101').waitFor();
  const keys = counting(page);
  await keys.press('Enter');
  await page.getByText(/Short by \$182\.00/u).waitFor();
  await keys.press('d');
  await page.getByText('Why was it kept back?').waitFor();
  await answered(page, /cash\/receipts\?/u, () => keys.press('3'));
  await page.getByText(/\$1,058\.00 of DELTA FARM SVC posted/u).waitFor();
  expect(keys.count()).toBe(3);
});

test('forty rows with three short, a credit and one unknown post in fifteen keys', async () => {
  const numbers = Array.from({ length: 38 }, (_, at) => `GR-${100 + at}`);
  const owed = Object.fromEntries(numbers.map((number) => [number, '100.00']));
  await desk.owed('Granite Retail Group', { ...owed, 'GR-CM1': '-50.00' });
  const short = new Set(['GR-105', 'GR-117', 'GR-130']);
  const lines = [
    ...numbers.map((number) => `${number}\t100.00\t${short.has(number) ? '90.00' : '100.00'}`),
    'GR-CM1\t-50.00\t-50.00',
    'ZZ-999\t25.00\t25.00',
  ];
  const payer = 'GRANITE RETAIL GRP';
  await desk.receipt({ payer, amount: '3745', said: 'GR-100 GR-101' });
  const page = await boardOf(payer);
  const keys = counting(page);
  keys.more();
  await paste(page, ['Invoice\tGross\tNet', ...lines].join('\n'));
  await page.getByText('35 agree · 4 to look at').waitFor();
  for (const left of [3, 2, 1]) {
    await keys.press('d');
    await page.getByText('Why was it kept back?').waitFor();
    await keys.press('3');
    await page.getByText(`35 agree · ${left} to look at`).waitFor();
  }
  await keys.press('h');
  await page.getByText('35 agree · 0 to look at').waitFor();
  await keys.press('Enter');
  await page.getByText(/\$25\.00 stays on account/u).waitFor();
  await answered(page, /cash\/receipts\?/u, () => keys.press('Enter'));
  await page.getByText(/\$3,745\.00 of GRANITE RETAIL GRP posted/u).waitFor();
  expect(keys.count()).toBeLessThanOrEqual(15);
});

test('by hand: items are marked, combinations found, the rest is always in sight', async () => {
  await desk.owed('Harbor Freight Lines Inc', {
    'HF-1': '120',
    'HF-2': '310',
    'HF-3': '455.50',
  });
  const payer = 'HARBOR FREIGHT LINES';
  await desk.receipt({ payer, amount: '1000', said: 'HF-1' });
  const page = await boardOf(payer);
  await page.keyboard.press('m');
  const items = page.getByRole('table', { name: 'Open items' });
  await items.getByText('HF-3').waitFor();
  await page.keyboard.press('Space');
  const board = page.getByRole('region', { name: payer });
  await board
    .getByText(/880\.00/u)
    .first()
    .waitFor();
  await page.keyboard.press('f');
  await page.getByText('No combination adds up to the rest').waitFor();
  await answered(page, /receipts\/[^/]+\/board$/u, () => page.keyboard.press('j'));
  await page.reload();
  await settled(page);
  await board
    .getByText(/880\.00/u)
    .first()
    .waitFor();
});

test('a batch is counted, keyed in and posted; what differs stays open', async () => {
  await desk.owed('Batch Payer Ltd', { 'BP-1': '75' });
  const page = await desk.open(paths.cashBatches);
  await page.keyboard.press('c');
  const form = page.getByRole('form', { name: 'New batch' });
  await form.getByLabel('How many, as counted').fill('1');
  await form.getByLabel('Sum, as counted').fill('75');
  await form.getByLabel('Account, row 1').fill('Batch Payer Ltd');
  await form.getByLabel('Amount, row 1').fill('75.00');
  await form.getByLabel('Pays (numbers), row 1').fill('BP-1');
  await form.getByRole('button', { name: 'Save and post' }).click();
  await page.getByText('1 posted, 0 wait on the desk').waitFor();
  await page.getByRole('grid', { name: 'Receipt batches' }).getByText('posted').waitFor();
});

test('the match quality stands side by side, and a policy waits for a second person', async () => {
  const page = await screens.open(paths.cashQuality, { as: 'manager' });
  await page.getByRole('columnheader', { name: 'False matches' }).waitFor();
  await page.getByRole('button', { name: 'Propose a version' }).click();
  const form = page.getByRole('form', { name: /Propose a version/u });
  await form.getByLabel('Post the only combination by itself').check();
  await form.getByLabel('Reason').fill('few items an account');
  await form.getByRole('button', { name: 'Propose' }).click();
  await page.getByText('Version 2 waits for a second person').waitFor();
});

test('a collector sees the desk and may not post', async () => {
  const page = await screens.open(paths.cash, { as: 'collector' });
  const button = page.getByRole('button', { name: 'Match again' });
  expect(await button.getAttribute('aria-disabled')).toBe('true');
  const reason = (await button.getAttribute('title')) ?? '';
  expect(reason).not.toBe('');
  // A phone has no pointer to hover with: pressing says the reason.
  await button.click({ force: true });
  await page.getByRole('status').getByText(reason).waitFor();
});

test('on a phone the tabs stay on one line, the open one in sight', async () => {
  const page = await screens.open(paths.cashQuality, {
    as: 'manager',
    viewport: { width: 390, height: 844 },
  });
  const tabs = page.getByRole('navigation', { name: 'Views of the cash desk' }).getByRole('link');
  const tops = await tabs.evaluateAll((all) => all.map((tab) => tab.getBoundingClientRect().top));
  expect(new Set(tops).size).toBe(1);
  const open = page.getByRole('link', { name: 'Match quality' });
  const { left, right } = await open.evaluate((tab) => tab.getBoundingClientRect().toJSON());
  expect(left).toBeGreaterThanOrEqual(0);
  expect(right).toBeLessThanOrEqual(390);
});

/** What Ctrl V does: the browser gives the text to the page. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, text);
}

test('some lines only: they open to the right, the rest of the item stays short', async () => {
  await desk.billed('Ledger Lane Ltd', 'LL-1', { Bolts: '250.00', Nuts: '350.00' });
  const payer = 'LEDGER LANE';
  await desk.receipt({ payer, amount: '350', said: 'LL-1' });
  const page = await boardOf(payer);
  await page.keyboard.press('m');
  await page.getByRole('table', { name: 'Open items' }).getByText('LL-1').waitFor();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('list', { name: 'Lines of LL-1' }).getByText('Nuts').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  const nuts = page.getByRole('checkbox', { name: /Nuts/u });
  await page
    .getByText('Left to lay out')
    .locator('..')
    .getByText(/^0\.00/u)
    .waitFor();
  expect(await nuts.isChecked()).toBe(true);
  await page.keyboard.press('Enter');
  await page.getByText(/Post \$350\.00 like this/u).waitFor();
  await answered(page, /cash\/receipts\?/u, () => page.keyboard.press('Enter'));
  await page.getByText(/\$350\.00 of LEDGER LANE posted/u).waitFor();
});

test('posted money is moved, taken off, asked back, with what opens said before', async () => {
  await desk.owed('Moved Money Inc', { 'MM-1': '200', 'MM-2': '200' });
  const payer = 'MOVED MONEY INC';
  await desk.receipt({ payer, amount: '200', said: 'MM-1' });
  const waiting = await boardOf(payer);
  await waiting.getByRole('region', { name: 'Proposal A' }).getByText('MM-1').waitFor();
  await answered(waiting, /cash\/receipts\?/u, () => waiting.keyboard.press('Enter'));
  const page = await desk.open(`${paths.cash}?view=posted&q=${encodeURIComponent(payer)}`);
  const pays = page.getByRole('region', { name: 'What it pays' });
  await pays.getByText('MM-1').waitFor();
  await page.keyboard.press('m');
  const dialog = page.getByRole('dialog', { name: 'Move to another item' });
  const onto = dialog.getByLabel('Onto');
  const option = await onto.locator('option', { hasText: 'MM-2' }).getAttribute('value');
  await onto.selectOption(option);
  await dialog
    .getByRole('region', { name: 'Opens again' })
    .getByText(/MM-1 \$200\.00/u)
    .waitFor();
  await settled(page);
  await nothingFound(page);
  await dialog.getByLabel('Why').fill('the stub says MM-2');
  await answered(page, /\/move$/u, () => page.keyboard.press('Enter'));
  await dialog.waitFor({ state: 'detached' });
  await pays.getByText('MM-2').waitFor();
  await page.keyboard.press('a');
  const off = page.getByRole('dialog', { name: 'Take it off' });
  await off.getByLabel('Why').fill('not theirs');
  await answered(page, /\/unapplication$/u, () => page.keyboard.press('Enter'));
  await off.waitFor({ state: 'detached' });
  await pays.getByText('It pays nothing yet.').waitFor();
  await page.keyboard.press('f');
  // Money that is free is asked back on the screen of refunds, with its amount filled in.
  const refund = page.getByRole('dialog', { name: 'Ask for a refund' });
  await refund.getByLabel('Why').fill('paid twice');
  await answered(page, /\/refunds$/u, () => page.keyboard.press('Enter'));
  await page.getByText('Asked for; the credit is held.').waitFor();
});

test('no receivable: money leaves by e; above the limit another person decides', async () => {
  const payer = 'TAX OFFICE REFUND';
  await desk.receipt({ payer, amount: '5200' });
  const page = await boardOf(payer);
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: 'Not receivables' });
  await dialog.getByLabel('Number in the general ledger').fill('6150');
  await dialog.getByLabel('Why').fill('a tax refund');
  await answered(page, /cash\/requests$/u, () => page.keyboard.press('Enter'));
  const waits = page.getByRole('region', { name: '1 payment waits for a second person' });
  await waits.getByText('to ledger account 6150').waitFor();
  const manager = await screens.open(paths.cash, { as: 'manager' });
  const theirs = manager.getByRole('region', { name: '1 payment waits for a second person' });
  await answered(manager, /\/decision$/u, () =>
    theirs.getByRole('button', { name: 'Approve' }).click(),
  );
  await theirs.waitFor({ state: 'detached' });
});
