/** Batches from the keyboard: counted, entered, posted when they agree, taken back whole. */
import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { sql } from '#platform/postgres/sql.ts';
import { moveCredit, transferMoney, unapplyCredit } from '#areas/cash/actions/move-credit.ts';
import { postByHand } from '#areas/cash/actions/post-by-hand.ts';
import { returnPayment, reverseBatch, reverseReceipt } from '#areas/cash/actions/return-payment.ts';
import { withdrawBatch, withdrawReceipt } from '#areas/cash/actions/withdraw.ts';
import { enterReceipts } from '#areas/cash/actions/enter-receipts.ts';
import { moneySeen } from '#areas/customers/store/owed.ts';
import { makePromise } from '#areas/promises/actions/make-promise.ts';
import { judgePromises } from '#areas/promises/actions/judge-promises.ts';
import { standardPromisePolicy } from '#areas/promises/rules/promise.ts';
import { proveLedger, reserveCredit } from '#areas/ledger/index.ts';
import { agingOf, nothing } from '#test/support/agings.ts';
import { type Story, answerOf, deskOn, usd } from '#test/support/builders.ts';
import { cashOf } from '#test/support/cash-desk.ts';

async function deskOwed750() {
  const desk = await deskOn('2026-05-04');
  const accountId = await desk.account('NORTH');
  const a = await desk.invoice(accountId, {
    amount: '500',
    issued: '2026-03-01',
    due: '2026-03-31',
    number: 'A',
  });
  const b = await desk.invoice(accountId, {
    amount: '250',
    issued: '2026-03-31',
    due: '2026-04-30',
    number: 'B',
  });
  return { ...desk, accountId, a, b, cash: cashOf(desk) };
}

async function only(desk: { cash: ReturnType<typeof cashOf> }) {
  const [receipt] = await desk.cash.receipts();
  if (!receipt?.itemId) throw new Error('one receipt that is posted');
  return { ...receipt, itemId: receipt.itemId };
}

async function proved(desk: Story): Promise<void> {
  const { checks } = await proveLedger(desk.db);
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
}

describe('a batch', () => {
  test('posts only when count and sum agree, and pays what was typed', async () => {
    await using desk = await deskOwed750();
    const row = { account: 'north', amount: '750', check: '1042', pays: ['A', 'B'] };
    const wrong = await desk.cash.batch([row], { count: 2, amount: '760' });
    expect(answerOf(await desk.cash.tryPost(wrong))).toBe('cash.control_differs -1 -10.00 USD');
    const more = { batchId: wrong, rows: [{ ...empty, amount: usd('10') }] };
    await desk.done((context) => enterReceipts(context, more));
    expect(await desk.cash.post(wrong)).toEqual({ posted: 1, waiting: 1 });
    expect(await agingOf(desk, { asOf: '2026-05-04' })).toEqual(nothing);
    expect((await desk.cash.receipts()).map(({ state }) => state).toSorted()).toEqual([
      'posted',
      'unposted',
    ]);
    expect(answerOf(await desk.cash.tryPost(wrong))).toBe('cash.batch_not_open posted');
    await proved(desk);
  });

  test('leaves a receipt with a number that is not there to a person', async () => {
    await using desk = await deskOwed750();
    await desk.cash.post(await desk.cash.batch([{ account: 'NORTH', amount: '9', pays: ['C'] }]));
    expect(await desk.cash.receipts()).toMatchObject([{ state: 'unposted' }]);
    expect((await agingOf(desk, { asOf: '2026-05-04' })).unapplied).toBe('0.00');
  });

  test('is withdrawn whole before it posts, and reversed whole after', async () => {
    await using desk = await deskOwed750();
    const rows = [{ account: 'NORTH', amount: '500', pays: ['A'] }];
    const first = await desk.cash.batch(rows);
    await desk.done((context) => withdrawBatch(context, first));
    const second = await desk.cash.batch(rows);
    await desk.cash.post(second);
    desk.on('2026-05-06');
    await desk.done((context) => reverseBatch(context, second));
    expect(await agingOf(desk, { asOf: '2026-05-05' })).toMatchObject({ balance: '250.00' });
    expect(await agingOf(desk, { asOf: '2026-05-06' })).toMatchObject({ balance: '750.00' });
    const again = await desk.act((context) => reverseBatch(context, second));
    expect(answerOf(again)).toBe('cash.batch_not_posted reversed');
    await proved(desk);
  });

  test('a row keyed wrongly is withdrawn, and the right one is entered beside it', async () => {
    await using desk = await deskOwed750();
    const batch = await desk.cash.batch([{ account: 'NORTH', amount: '520' }], { amount: '250' });
    const [wrong] = await desk.cash.receipts();
    if (!wrong) throw new Error('a receipt');
    await desk.done((context) => withdrawReceipt(context, wrong.receiptId));
    const rows = [{ ...empty, account: 'NORTH', amount: usd('250') }];
    await desk.done((context) => enterReceipts(context, { batchId: batch, rows }));
    expect(await desk.cash.post(batch)).toEqual({ posted: 1, waiting: 0 });
    expect((await agingOf(desk, { asOf: '2026-05-04' })).unapplied).toBe('-250.00');
  });
});

test('money that is seen and not posted is on its way, and asked for by nobody', async () => {
  await using desk = await deskOwed750();
  const when = { asOf: day('2026-05-04'), knownAt: desk.clock.now() };
  const seen = () => moneySeen(desk.db, desk.accountId, when);
  const batch = await desk.cash.batch([{ account: 'NORTH', amount: '750', pays: ['A', 'B'] }]);
  expect(await seen()).toEqual([usd('750')]);
  await desk.cash.post(batch);
  expect(await seen()).toEqual([]);
});

describe('P-19 at the cash desk: the check is returned in one step', () => {
  test('in New York the fee is lowered to the most that the state allows, by name', async () => {
    await using desk = await deskOwed750();
    await desk.done(async ({ tx }) => {
      await tx.run(sql`
        update customers.customer
           set state = 'NY', country = 'US'
         where customer_id in (select customer_id
                                 from customers.account
                                where number = 'NORTH')`);
      return accept(null);
    });
    const rows = [{ account: 'NORTH', amount: '750', check: '1042', pays: ['A', 'B'] }];
    await desk.cash.post(await desk.cash.batch(rows));
    const { receiptId } = await only(desk);
    const fees = { bankFee: undefined, customerFee: usd('35') };
    const wish = { receiptId, returnedOn: desk.clock.today(), ...fees };
    const gone = await desk.done((context) => returnPayment(context, wish));
    const lowered = { asked: usd('35'), most: usd('20'), state: 'NY', list: 'trustly-2026' };
    expect(gone).toMatchObject({ lowered, feeItemId: expect.any(String) });
    expect(await agingOf(desk, { asOf: '2026-05-04', of: 'NORTH' })).toMatchObject({
      balance: '770.00',
    });
  });

  test('its invoices open with their ages, the fee is charged, once', async () => {
    await using desk = await deskOwed750();
    const rows = [{ account: 'NORTH', amount: '750', check: '1042', pays: ['A', 'B'] }];
    await desk.cash.post(await desk.cash.batch(rows));
    desk.on('2026-05-11');
    const { receiptId } = await only(desk);
    const wish = {
      receiptId,
      returnedOn: day('2026-05-11'),
      bankFee: usd('12'),
      customerFee: usd('35'),
    };
    const gone = await desk.done((context) => returnPayment(context, wish));
    expect(gone.opened.map(({ document, daysLate }) => [document, daysLate])).toEqual([
      ['A', 41],
      ['B', 11],
    ]);
    expect(await agingOf(desk, { asOf: '2026-05-08' })).toEqual(nothing);
    expect(await agingOf(desk, { asOf: '2026-05-11', of: 'NORTH' })).toEqual({
      buckets: ['35.00', '250.00', '500.00', '0.00', '0.00', '0.00'],
      unapplied: '0.00',
      balance: '785.00',
    });
    const again = await desk.act((context) => returnPayment(context, wish));
    expect(answerOf(again)).toBe('cash.receipt_not_posted returned');
    await proved(desk);
  });
});

describe('a parent pays for a child', () => {
  async function deskOfFamily() {
    const desk = await deskOwed750();
    const child = await desk.account('SOUTH', { parent: 'NORTH' });
    const invoice = await desk.invoice(child, {
      amount: '300',
      issued: '2026-03-01',
      due: '2026-03-31',
      number: 'C',
    });
    await desk.cash.post(await desk.cash.batch([{ amount: '800' }]));
    const [receipt] = await desk.cash.receipts();
    if (!receipt) throw new Error('a receipt');
    const lines = [line(desk.accountId, desk.a, '500'), line(child, invoice, '300')];
    const spread = { accountId: desk.accountId, lines, tolerate: true };
    const wish = { receiptId: receipt.receiptId, spread, rank: null, learn: false };
    await desk.done((context) => postByHand(context, wish));
    return { ...desk, child, receiptId: receipt.receiptId };
  }

  test('the child’s invoice is paid by a transfer', async () => {
    await using desk = await deskOfFamily();
    expect(await agingOf(desk, { asOf: '2026-05-04' })).toMatchObject({
      unapplied: '0.00',
      balance: '250.00',
    });
    expect((await agingOf(desk, { asOf: '2026-05-04', of: 'SOUTH' })).balance).toBe('0.00');
    await proved(desk);
  });

  test('and opens again on the child when the parent’s payment comes back', async () => {
    await using desk = await deskOfFamily();
    desk.on('2026-05-11');
    const { receiptId } = desk;
    const gone = await desk.done((context) => reverseReceipt(context, receiptId));
    expect(gone.opened.map(({ document }) => document).toSorted()).toEqual(['A', 'C']);
    expect((await agingOf(desk, { asOf: '2026-05-11', of: 'SOUTH' })).balance).toBe('300.00');
    expect(await agingOf(desk, { asOf: '2026-05-11', of: 'NORTH' })).toMatchObject({
      unapplied: '0.00',
      balance: '750.00',
    });
    await proved(desk);
  });
});

describe('money that was put in the wrong place', () => {
  async function deskPaidA() {
    const desk = await deskOwed750();
    await desk.cash.post(await desk.cash.batch([{ account: 'NORTH', amount: '250', pays: ['A'] }]));
    const { itemId } = await only(desk);
    desk.on('2026-05-20');
    const off = { accountId: desk.accountId, creditItemId: itemId, itemIds: [], fault: true };
    return { ...desk, itemId, off };
  }

  test('comes off, and is free on the account', async () => {
    await using desk = await deskPaidA();
    const done = await desk.done((context) => unapplyCredit(context, desk.off));
    expect(done.opened).toMatchObject([{ document: 'A', daysLate: 50 }]);
    expect(await agingOf(desk, { asOf: '2026-05-20' })).toMatchObject({
      unapplied: '-250.00',
      balance: '500.00',
    });
    expect(await agingOf(desk, { asOf: '2026-05-19' })).toMatchObject({ unapplied: '0.00' });
    const again = await desk.act((context) => unapplyCredit(context, desk.off));
    expect(answerOf(again)).toBe('cash.nothing_applied');
  });

  test('moves onto the right item in one step', async () => {
    await using desk = await deskPaidA();
    const wish = { ...desk.off, toItemId: desk.b };
    const done = await desk.done((context) => moveCredit(context, wish));
    expect(done).toMatchObject({ applied: usd('250'), onAccount: usd('0') });
    const aging = await agingOf(desk, { asOf: '2026-05-20' });
    expect(aging.buckets).toEqual(['0.00', '0.00', '500.00', '0.00', '0.00', '0.00']);
    await proved(desk);
  });

  test('goes to the account whose it is', async () => {
    await using desk = await deskPaidA();
    const toAccountId = await desk.account('EAST');
    const wish = { ...desk.off, itemIds: [desk.a], toAccountId, amount: usd('250') };
    await desk.done((context) => transferMoney(context, wish));
    expect((await agingOf(desk, { asOf: '2026-05-20', of: 'EAST' })).unapplied).toBe('-250.00');
    expect((await agingOf(desk, { asOf: '2026-05-20', of: 'NORTH' })).balance).toBe('750.00');
    await proved(desk);
  });

  test('and a credit memo moves like cash', async () => {
    await using desk = await deskOwed750();
    const told = { amount: '80', issued: '2026-05-01', number: 'CM' };
    const [memo] = await desk.document(desk.accountId, 'credit_memo', told);
    if (!memo) throw new Error('a credit memo');
    await desk.apply(desk.accountId, { from: memo, onto: desk.a, amount: '80', on: '2026-05-04' });
    const { accountId } = desk;
    const off = { accountId, creditItemId: memo, itemIds: [], fault: true, toItemId: desk.b };
    const done = await desk.done((context) => moveCredit(context, off));
    expect(done.applied).toEqual(usd('80'));
    await proved(desk);
  });

  test('says beforehand which promise will be judged again', async () => {
    await using desk = await deskOwed750();
    const { accountId } = desk;
    const wish = {
      accountId,
      amount: usd('250'),
      dueOn: day('2026-05-08'),
      saidBy: 'Kim',
      method: null,
      itemIds: [desk.a],
      supersedes: [],
      note: '',
    };
    await desk.done((context) => makePromise(context, wish, standardPromisePolicy));
    await desk.cash.post(await desk.cash.batch([{ account: 'NORTH', amount: '250', pays: ['A'] }]));
    await desk.done((context) => judgePromises(context, [accountId], standardPromisePolicy));
    const { itemId } = await only(desk);
    desk.on('2026-05-20');
    const off = { accountId, creditItemId: itemId, itemIds: [], fault: true };
    const { promises } = await desk.done((context) => unapplyCredit(context, off));
    expect(promises).toMatchObject([{ was: 'kept', becomes: 'broken' }]);
  });
});

test('an overpayment that is asked back is held: nobody spends it meanwhile', async () => {
  await using desk = await deskOwed750();
  await desk.cash.post(await desk.cash.batch([{ account: 'NORTH', amount: '100' }]));
  const { itemId } = await only(desk);
  const wish = { accountId: desk.accountId, creditItemId: itemId, amount: usd('100') };
  await desk.done((context) => reserveCredit(context, wish));
  const again = await desk.act((context) => reserveCredit(context, wish));
  expect(answerOf(again)).toMatch(/^ledger.more_than_available 0.00/u);
});

const empty = {
  account: '',
  payerName: '',
  payerAccount: '',
  checkNumber: '',
  reference: '',
  remittance: [],
};

function line(accountId: Id, itemId: Id, amount: string) {
  const money = usd(amount).minor;
  return { accountId, itemId, amount: money, discount: 0n, short: 0n, shortReason: null };
}
