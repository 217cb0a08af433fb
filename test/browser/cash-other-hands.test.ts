/** Money that is somebody else's: a sister company's, another account's; and a check's pictures. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { accept } from '#kernel/outcome.ts';
import { accepted, type Context, perform } from '#platform/action.ts';
import { fingerprint } from '#platform/files/fingerprint.ts';
import { newId } from '#platform/ids.ts';
import { sql } from '#platform/postgres/sql.ts';
import { addImages } from '#areas/cash/actions/deposits/add-images.ts';
import { addCheck, openDeposit } from '#areas/cash/actions/deposits/fill-deposit.ts';
import { insertCompany } from '#areas/team/index.ts';
import { paths } from '#web/paths.ts';
import { type Id, id } from '#kernel/ids.ts';
import { currency } from '#kernel/money.ts';
import { usd } from '#test/support/builders.ts';
import { type CashPage, cashPage } from '#test/support/cash-page.ts';
import { cashDeskOf } from '#test/support/cash-screens.ts';
import { nothingFound } from '#test/support/axe.ts';
import { answered, useScreens } from '#test/support/screens.ts';

const screens = useScreens({ customers: 4 });
let desk: CashPage;

beforeAll(async () => {
  desk = await cashPage(screens);
});

const find = (payer: string, more = ''): string =>
  `${paths.cash}?q=${encodeURIComponent(payer)}${more}`;

test('money of a sister company is owed to her, and waits on her own desk', async () => {
  const sister = { companyId: newId(), code: 'SISTER', name: 'Sister Company' };
  const rest = { baseCurrency: currency('USD'), zone: 'America/New_York', demo: false };
  const { db } = screens.live().desk;
  await db.transaction((tx) => insertCompany(tx, { ...sister, ...rest }));
  const payer = 'PAID THE WRONG HOUSE';
  await desk.receipt({ payer, amount: '300' });
  const page = await desk.open(find(payer));
  await page.getByRole('region', { name: payer }).waitFor();
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: 'Not receivables' });
  await dialog.getByLabel('What it is').selectOption('SISTER');
  await dialog.getByLabel('Why').fill('their invoice');
  await answered(page, /\/elsewhere$/u, () => page.keyboard.press('Enter'));
  await page.getByText('Booked; it is no receivable.').waitFor();
  const rows = await db.all(sql<{ told: string }>`
    select c.code || ' ' || r.state as told
      from cash.receipt_card r
      join team.company c on c.company_id = r.company_id
     where r.payer_name = ${payer}
     order by 1`);
  expect(rows.map(({ told }) => told)).toEqual(['MAIN elsewhere', 'SISTER unposted']);
});

/** A test that is tried again splits another credit than the first time. */
let credits = 0;

test('a credit of many payments is split by hand, by keys, to the cent', async () => {
  credits += 1;
  const number = String(8830 + credits);
  const north = `Split North ${number} Inc`;
  const farms = `Delta Farms ${number}`;
  await desk.owed(north, { [`SN-${number}`]: '600' });
  const payer = `ACH SETTLEMENT ${number}`;
  await desk.receipt({ payer, amount: '1000' });
  const page = await desk.open(find(payer));
  await page.getByRole('button', { name: 'These are many payments' }).click();
  await page.getByRole('button', { name: 'Take it as one payment' }).waitFor();
  await page.keyboard.press('n');
  const sheet = page.getByRole('dialog', { name: 'Name its payments' });
  await sheet.getByLabel('Account, row 1').fill('NOWHERE');
  await sheet.getByLabel('Payment no., row 1').fill(number);
  await sheet.getByLabel('Amount, row 1').fill('600');
  await page.keyboard.press('Enter');
  await sheet.getByLabel('Payer, row 2').fill(farms);
  await sheet.getByLabel('Amount, row 2').fill('399.99');
  await sheet.getByText('0.01').waitFor();
  await sheet.getByRole('button', { name: 'Split the credit' }).press('Enter');
  await page.getByText('The payments do not come to the credit yet.').waitFor();
  await sheet.getByLabel('Amount, row 2').fill('400');
  await nothingFound(page);
  await sheet.getByRole('button', { name: 'Split the credit' }).press('Enter');
  await sheet.getByText('Payment 1 names account NOWHERE').waitFor();
  await sheet.getByLabel('Account, row 1').fill(north);
  await answered(page, /\/parts$/u, () =>
    sheet.getByRole('button', { name: 'Split the credit' }).press('Enter'),
  );
  await page.getByText('2 payments on the desk').waitFor();
  const rows = await screens.live().desk.db.all(sql<{ told: string }>`
    select concat_ws(' ', r.state, r.amount_minor, r.payer_name) as told
      from cash.receipt_card r
     where r.reference = ${number} or r.payer_name in (${payer}, ${farms})
     order by r.amount_minor`);
  expect(rows.map(({ told }) => told)).toEqual([
    `unposted 40000 ${farms}`,
    'unposted 60000 ',
    `split 100000 ${payer}`,
  ]);
});

test('posted money is sent to another account, with what opens said before', async () => {
  await desk.owed('Wrong Owner Inc', { 'WO-1': '200' });
  await desk.owed('Right Owner Inc', { 'RO-1': '200' });
  const payer = 'WRONG OWNER INC';
  await desk.receipt({ payer, amount: '200', said: 'WO-1' });
  const waiting = await desk.open(find(payer));
  await waiting.getByRole('region', { name: 'Proposal A' }).getByText('WO-1').waitFor();
  await answered(waiting, /cash\/receipts\?/u, () => waiting.keyboard.press('Enter'));
  const page = await desk.open(find(payer, '&view=posted'));
  await page.getByRole('region', { name: 'What it pays' }).getByText('WO-1').waitFor();
  await page.keyboard.press('t');
  const dialog = page.getByRole('dialog', { name: 'Send to another account' });
  await dialog.getByRole('textbox').first().fill('Right Owner');
  await dialog.getByRole('button', { name: /Right Owner Inc/u }).click();
  await dialog
    .getByRole('region', { name: 'Opens again' })
    .getByText(/WO-1 \$200\.00/u)
    .waitFor();
  await dialog.getByLabel('Why').fill('their check');
  await answered(page, /\/transfer$/u, () =>
    dialog.getByRole('button', { name: 'Send to another account' }).click(),
  );
  await page.getByText(/\$200\.00 sent to its account/u).waitFor();
});

test('a photographed check is shown beside its receipt', async () => {
  const live = screens.live();
  const cash = await cashDeskOf(live);
  await cash.received('check', '77.00', '7701');
  const picture = readFileSync(
    path.join(import.meta.dirname, '../../samples/x937/check-front.tiff'),
  );
  await photograph(cash, '7701', new Uint8Array(picture));
  const page = await desk.open(find('7701', '&view=posted'));
  await page.getByRole('img', { name: 'Check, front 7701' }).waitFor();
  // A picture that the browser cannot draw is not decoded.
  const named = `[...document.images].find(({ alt }) => alt === 'Check, front 7701')`;
  expect(await page.evaluate(`${named}.decode().then(() => 'drawn')`)).toBe('drawn');
});

type Cash = Awaited<ReturnType<typeof cashDeskOf>>;

/** A deposit with that check and the picture of its front. */
async function photograph(cash: Cash, serial: string, content: Uint8Array): Promise<void> {
  const { companyId, bankAccountId } = cash;
  const { desk: live } = screens.live();
  const actor = { ref: 'job:test', memberId: null };
  const doing = { action: 'test.deposit', actor, reason: 'for the test', input: null };
  const row = await live.db.one(sql<{ receipt_id: Id }>`
    select receipt_id from cash.receipt where check_number = ${serial}`);
  const work = async (context: Context) => {
    const counted = { count: 1, amount: usd('77.00'), note: '' };
    const opened = accepted(await openDeposit(context, { companyId, bankAccountId, ...counted }));
    const ids = { companyId, depositId: opened.depositId };
    const micr = `u${serial}u t021000021t 123456789u`;
    const check = { micr, amount: undefined, receiptId: id(row.receipt_id), lookedAt: false };
    accepted(await addCheck(context, { ...ids, ...check }));
    const files = [{ name: `${serial}-front.tiff`, content, sha256: fingerprint(content) }];
    return accept(accepted(await addImages(context, { ...ids, files })));
  };
  accepted(await perform(live, doing, work));
}
