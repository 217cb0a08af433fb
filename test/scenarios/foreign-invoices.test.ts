/** Invoices in another currency: booked rates, realised and unrealised differences. */
import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { formatMoney, money } from '#kernel/money.ts';
import { sql } from '#platform/postgres/sql.ts';
import { revalueOpenItems } from '#areas/ledger/actions/revalue-open-items.ts';
import { reverseApplication } from '#areas/ledger/actions/reverse-application.ts';
import { itemStates } from '#areas/ledger/store/items.ts';
import { agingOf } from '#test/support/agings.ts';
import { type Story, answerOf, deskOn } from '#test/support/builders.ts';
import type { Id } from '#kernel/ids.ts';
import { postItem } from '#areas/ledger/actions/post-item.ts';
import { documentWish } from '#test/support/builders.ts';

test('P-05: two currencies never meet, their base amounts do, at book and revalued', async () => {
  await using desk = await deskOn('2026-05-31');
  const account = await desk.account('NORTH');
  await desk.rate('EUR', '1.10', '2026-03-01');
  await desk.rate('EUR', '1.16', '2026-05-31');
  const euros = { amount: '1000', currency: 'EUR', issued: '2026-03-01', due: '2026-03-31' };
  await desk.invoice(account, euros);
  await desk.invoice(account, { amount: '400', issued: '2026-04-15', due: '2026-05-15' });

  expect((await agingOf(desk, { asOf: '2026-05-31', currency: 'EUR' })).buckets[3]).toBe('1000.00');
  expect((await agingOf(desk, { asOf: '2026-05-31', currency: 'USD' })).buckets[1]).toBe('400.00');
  const wish = { companyId: desk.companyId, on: day('2026-05-31') };
  const revaluation = await desk.done((context) => revalueOpenItems(context, wish));
  expect(formatMoney(revaluation.book)).toBe('1500.00');
  expect(formatMoney(revaluation.revalued)).toBe('1560.00');
  expect(formatMoney(revaluation.unrealised)).toBe('60.00');
  expect(await balanceOf(desk, 'ar-revaluation', '2026-05-31')).toBe('60.00');
  expect(await balanceOf(desk, 'ar-revaluation', '2026-06-01')).toBe('0.00');

  const again = await desk.done((context) => revalueOpenItems(context, wish));
  expect(again.entryId).toBeNull();
  expect(await balanceOf(desk, 'ar-revaluation', '2026-05-31')).toBe('60.00');
});

test('an amount without a rate is refused, naming the pair and the day', async () => {
  await using desk = await deskOn('2026-05-31');
  const account = await desk.account('NORTH');
  const told = { amount: '10', currency: 'EUR', issued: '2026-05-02' };
  const outcome = await desk.act((context) =>
    postItem(context, documentWish(account, 'invoice', told)),
  );
  expect(answerOf(outcome)).toBe('ledger.no_rate EUR USD 2026-05-02');
});

test('P-20: paying in parts realises each difference, taking one back reverses it', async () => {
  await using desk = await deskOn('2026-03-01');
  const account = await desk.account('NORTH');
  await desk.rate('EUR', '1.25', '2026-01-10');
  await desk.rate('EUR', '1.21', '2026-02-10');
  await desk.rate('EUR', '1.28', '2026-03-01');
  const told = { amount: '1200', currency: 'EUR', issued: '2026-01-10', due: '2026-01-31' };
  const invoice = await desk.invoice(account, told);
  const first = await desk.receipt(account, { amount: '500', currency: 'EUR', on: '2026-02-10' });
  const parts = { from: first, onto: invoice, currency: 'EUR' };
  const application = await desk.apply(account, { ...parts, amount: '500', on: '2026-02-10' });
  expect(await openOf(desk, account, invoice)).toEqual(['700.00', '875.00']);
  expect(await realised(desk, '2026-02-10')).toBe('-20.00');

  const second = { amount: '700', currency: 'EUR', on: '2026-03-01' };
  await desk.receipt(account, { ...second, pays: [[invoice, '700']] });
  expect(await openOf(desk, account, invoice)).toEqual(['0.00', '0.00']);
  expect(await realised(desk, '2026-03-01')).toBe('1.00');

  desk.on('2026-03-05');
  const back = { accountId: account, applicationId: application, when: day('2026-03-05') };
  await desk.done((context) => reverseApplication(context, back));
  expect(await realised(desk, '2026-03-05')).toBe('21.00');
  expect(await openOf(desk, account, invoice)).toEqual(['500.00', '625.00']);
  const aged = await agingOf(desk, { asOf: '2026-03-05' });
  expect(aged).toMatchObject({ unapplied: '-500.00', balance: '0.00' });
  expect(aged.buckets[2]).toBe('500.00');
});

async function openOf(desk: Story, accountId: Id, itemId: Id): Promise<string[]> {
  const item = (await itemStates(desk.db, accountId, [itemId])).get(itemId);
  if (!item) throw new Error('no such item');
  const base = formatMoney(money(item.openBase, 'USD'));
  return [formatMoney(money(item.open, item.currency)), base];
}

/** Realised gain as of a day: what was credited to the account. */
async function realised(desk: Story, asOf: string): Promise<string> {
  const balance = await balanceOf(desk, 'fx-realised', asOf);
  return balance.startsWith('-') ? balance.slice(1) : balance === '0.00' ? balance : `-${balance}`;
}

async function balanceOf(desk: Story, account: string, asOf: string): Promise<string> {
  const { base } = await desk.db.one(sql<{ base: bigint }>`
    select coalesce(sum(case when l.debit = ${account} then l.base_minor
                             when l.credit = ${account} then -l.base_minor end), 0)::bigint as base
      from ledger.line l
      join ledger.entry e on e.account_id = l.account_id and e.entry_id = l.entry_id
     where e.effective_on <= ${asOf}`);
  return formatMoney(money(base, 'USD'));
}
