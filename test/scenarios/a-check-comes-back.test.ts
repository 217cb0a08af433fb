/** A check that paid two invoices is returned by the bank. */
import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import type { Db } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { postReceipt } from '#areas/ledger/actions/post-receipt.ts';
import { returnReceipt } from '#areas/ledger/actions/return-receipt.ts';
import { reserveCredit } from '#areas/ledger/actions/reserve-credit.ts';
import { standardPolicy } from '#areas/ledger/rules/policy.ts';
import { agingOf, nothing } from '#test/support/agings.ts';
import { answerOf, deskOn, receiptWish, usd } from '#test/support/builders.ts';

async function deskPaid750() {
  const desk = await deskOn('2026-05-11');
  const accountId = await desk.account('NORTH');
  const a = await desk.invoice(accountId, {
    amount: '500',
    issued: '2026-03-01',
    due: '2026-03-31',
  });
  const b = await desk.invoice(accountId, {
    amount: '250',
    issued: '2026-03-31',
    due: '2026-04-30',
  });
  const receipt = await desk.receipt(accountId, {
    amount: '750',
    on: '2026-05-04',
    reference: '1042',
    pays: [
      [a, '500'],
      [b, '250'],
    ],
  });
  const wish = {
    accountId,
    itemId: receipt,
    returnedOn: day('2026-05-11'),
    bankFee: usd('12'),
    customerFee: usd('35'),
  };
  const returned = () => desk.act((context) => returnReceipt(context, wish));
  return { ...desk, accountId, receipt, returned };
}

describe('P-19: the check is returned', () => {
  test('its invoices open with their own ages, the fee is charged, the cost is ours', async () => {
    await using desk = await deskPaid750();
    expect(await agingOf(desk, { asOf: '2026-05-11' })).toEqual(nothing);
    expect(answerOf(await desk.returned())).toBe('accepted');

    expect(await agingOf(desk, { asOf: '2026-05-08' })).toEqual(nothing);
    expect(await agingOf(desk, { asOf: '2026-05-11', of: 'NORTH' })).toEqual({
      buckets: ['35.00', '250.00', '500.00', '0.00', '0.00', '0.00'],
      unapplied: '0.00',
      balance: '785.00',
    });
    const [expense] = await desk.db.all(sql<{ account_id: string; amount_minor: bigint }>`
      select account_id, amount_minor from ledger.line where debit = 'bank-fees'`);
    expect(expense).toEqual({ account_id: desk.companyId, amount_minor: 1200n });
  });

  test('and returning it again changes nothing', async () => {
    await using desk = await deskPaid750();
    await desk.returned();
    const before = await factsOf(desk);
    expect(answerOf(await desk.returned())).toBe('ledger.already_returned 1042 2026-05-11');
    expect(await factsOf(desk)).toEqual(before);
  });

  test('and whoever calls is told', async () => {
    await using desk = await deskPaid750();
    await desk.returned();
    const news = await desk.db.all(sql<{ name: string; amount: string }>`
      select name, payload->>'amount' as amount
        from platform.event
       where name in ('ledger.receipt_returned', 'ledger.application_reversed')
       order by name, amount desc`);
    expect(news).toEqual([
      { name: 'ledger.application_reversed', amount: '-500.00' },
      { name: 'ledger.application_reversed', amount: '-250.00' },
      { name: 'ledger.receipt_returned', amount: '750.00' },
    ]);
  });
});

test('a discount and a small difference given with the check open again too', async () => {
  await using desk = await deskOn('2026-05-11');
  const account = await desk.account('NORTH');
  const offer = { until: day('2026-05-05'), amount: 2000n, tax: 0n };
  const dues = [{ dueOn: day('2026-05-30'), amount: usd('1000'), discounts: [offer] }];
  const a = await desk.invoice(account, { amount: '1000', issued: '2026-04-30', dues });
  const b = await desk.invoice(account, { amount: '800', issued: '2026-04-30' });
  const told = {
    amount: '1776',
    on: '2026-05-04',
    pays: [
      [a, '980', '20'],
      [b, '796'],
    ],
  } as const;
  const wish = receiptWish(account, told);
  const posted = await desk.done((context) => postReceipt(context, wish, standardPolicy));
  expect(await agingOf(desk, { asOf: '2026-05-08' })).toEqual(nothing);

  const back = { accountId: account, itemId: posted.itemId, returnedOn: day('2026-05-11') };
  await desk.done((context) => returnReceipt(context, back));
  expect(await agingOf(desk, { asOf: '2026-05-11' })).toMatchObject({
    unapplied: '0.00',
    balance: '1800.00',
  });
});

test('what was applied or held after the return day is taken back as well', async () => {
  await using desk = await deskOn('2026-05-13');
  const account = await desk.account('NORTH');
  const invoice = await desk.invoice(account, { amount: '500', issued: '2026-03-01' });
  const receipt = await desk.receipt(account, { amount: '750', on: '2026-05-04' });
  await desk.apply(account, { from: receipt, onto: invoice, amount: '500', on: '2026-05-12' });
  const hold = { accountId: account, creditItemId: receipt, amount: usd('250') };
  await desk.done((context) => reserveCredit(context, hold));

  const back = { accountId: account, itemId: receipt, returnedOn: day('2026-05-11') };
  await desk.done((context) => returnReceipt(context, back));
  expect((await agingOf(desk, { asOf: '2026-05-10' })).balance).toBe('-250.00');
  for (const asOf of ['2026-05-11', '2026-05-12', '2026-05-13']) {
    expect(await agingOf(desk, { asOf })).toMatchObject({ unapplied: '0.00', balance: '500.00' });
  }
});

async function factsOf({ db }: { db: Db }): Promise<unknown> {
  return db.one(sql`
    select (select count(*) from ledger.entry) as entries,
           (select count(*) from ledger.item) as items,
           (select count(*) from ledger.application) as applications,
           (select count(*) from platform.event) as events,
           (select count(*) from platform.audit) as audit`);
}
