/** What is in the ledger stays there once, whatever comes in between at the cash desk. */
import { describe, expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { reopenReceipt, unapplyCredit } from '#areas/cash/actions/move-credit.ts';
import { postByHand } from '#areas/cash/actions/post-by-hand.ts';
import { reverseBatch } from '#areas/cash/actions/return-payment.ts';
import { sendElsewhere } from '#areas/cash/actions/send-elsewhere.ts';
import { proveLedger } from '#areas/ledger/index.ts';
import { agingOf } from '#test/support/agings.ts';
import { type Story, answerOf, deskOn } from '#test/support/builders.ts';
import { cashOf } from '#test/support/cash-desk.ts';

async function deskOwed500() {
  const desk = await deskOn('2026-05-04');
  const accountId = await desk.account('NORTH');
  const a = await desk.invoice(accountId, {
    amount: '500',
    issued: '2026-03-01',
    due: '2026-03-31',
    number: 'A',
  });
  return { ...desk, accountId, a, cash: cashOf(desk) };
}

type Desk500 = Awaited<ReturnType<typeof deskOwed500>>;

async function first(desk: Desk500): Promise<Id> {
  const [receipt] = await desk.cash.receipts();
  if (!receipt) throw new Error('a receipt');
  return receipt.receiptId;
}

function onAccount(desk: Desk500, receiptId: Id) {
  const spread = { accountId: desk.accountId, lines: [], tolerate: true };
  return { receiptId, spread, rank: null, learn: false };
}

async function proved(desk: Story): Promise<void> {
  const { checks } = await proveLedger(desk.db);
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
}

describe('a row of a batch that is still open', () => {
  test('is posted by its batch only, once, when the control agrees', async () => {
    await using desk = await deskOwed500();
    const batch = await desk.cash.batch([{ account: 'NORTH', amount: '500', pays: ['A'] }]);
    const receiptId = await first(desk);
    const early = await desk.act((context) => postByHand(context, onAccount(desk, receiptId)));
    expect(answerOf(early)).toBe('cash.receipt_not_waiting entered');
    const to = { kind: 'account', ledgerAccount: '4711' } as const;
    const away = await desk.act((context) => sendElsewhere(context, { receiptId, to }));
    expect(answerOf(away)).toBe('cash.receipt_not_waiting entered');
    expect(await desk.cash.post(batch)).toEqual({ posted: 1, waiting: 0 });
    const late = await desk.act((context) => postByHand(context, onAccount(desk, receiptId)));
    expect(answerOf(late)).toBe('cash.receipt_not_waiting posted');
    expect((await agingOf(desk, { asOf: '2026-05-04' })).balance).toBe('0.00');
    await proved(desk);
  });
});

describe('a batch that is reversed', () => {
  test('takes the receipts along that are back on the desk', async () => {
    await using desk = await deskOwed500();
    const batch = await desk.cash.batch([{ account: 'NORTH', amount: '500', pays: ['A'] }]);
    await desk.cash.post(batch);
    const receiptId = await first(desk);
    await desk.done((context) => reopenReceipt(context, { receiptId, fault: true }));
    await desk.done((context) => reverseBatch(context, batch));
    expect(await desk.cash.receipts()).toMatchObject([{ state: 'reversed' }]);
    expect(await agingOf(desk, { asOf: '2026-05-04' })).toMatchObject({
      unapplied: '0.00',
      balance: '500.00',
    });
    await proved(desk);
  });
});

describe('a payment moved off an item that was closed with a little more', () => {
  test('takes the discount and the small difference along', async () => {
    await using desk = await deskOwed500();
    await desk.cash.post(await desk.cash.batch([{ account: 'NORTH', amount: '498', pays: ['A'] }]));
    expect(await agingOf(desk, { asOf: '2026-05-04' })).toMatchObject({ balance: '0.00' });
    const [receipt] = await desk.cash.receipts();
    if (!receipt?.itemId) throw new Error('a receipt that is posted');
    const { accountId } = desk;
    const off = { accountId, creditItemId: receipt.itemId, itemIds: [], fault: true };
    await desk.done((context) => unapplyCredit(context, off));
    expect(await agingOf(desk, { asOf: '2026-05-04' })).toMatchObject({
      unapplied: '-498.00',
      balance: '2.00',
    });
    await proved(desk);
  });
});
