import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { returnReceipt } from '#areas/ledger/index.ts';
import { postByHand } from '#areas/cash/actions/post-by-hand.ts';
import type { ShortReason } from '#areas/cash/rules/receipts/spread.ts';
import { cashOf } from '#test/support/cash-desk.ts';
import { usd } from '#test/support/builders.ts';
import { disputeDesk } from '#test/support/dispute-desk.ts';
import { sql } from '#platform/postgres/sql.ts';
import { takeShortPays } from './take-short-pays.ts';
import { setReasonCode } from './set-routes.ts';

/** A check over 318.00 of I-1 that is posted by hand, 182.00 short. */
async function deskPaidShort() {
  const desk = await disputeDesk();
  const { accountId, itemId } = desk;
  const cash = cashOf(desk);
  const pay = async (reason: ShortReason) => {
    await cash.post(await cash.batch([{ payer: 'North Foods', amount: '318' }]));
    const [receipt] = (await cash.receipts()).filter(({ state }) => state === 'unposted');
    if (!receipt) throw new Error('the check is not there');
    const line = { accountId, itemId, amount: 31_800n, discount: 0n };
    const lines = [{ ...line, short: 18_200n, shortReason: reason }];
    const spread = { accountId, lines, tolerate: false };
    const { receiptId } = receipt;
    await desk.done((context) =>
      postByHand(context, { receiptId, spread, rank: null, learn: false }),
    );
    await desk.news();
    return receiptId;
  };
  const cases = () =>
    desk.db.all(sql`
      select c.reason, c.origin, c.said_by, n.state, n.amount_minor, n.closed_how
        from disputes.case_now n
        join disputes.dispute_case c on c.account_id = n.account_id and c.case_id = n.case_id
       order by n.case_id`);
  return { ...desk, pay, cases };
}

test('what a payer kept back is a case by itself, once', async () => {
  await using desk = await deskPaidShort();
  await desk.pay('freight');
  const expected = {
    reason: 'freight',
    origin: 'deduction',
    said_by: 'North Foods',
    state: 'open',
    amount_minor: 18_200n,
    closed_how: null,
  };
  expect(await desk.cases()).toEqual([expected]);
  const again = await desk.done((context) => takeShortPays(context, desk.accountId));
  expect(again).toEqual({ opened: 0 });
  expect(await desk.cases()).toEqual([expected]);
});

test('kept back for what is disputed already, it is the same money', async () => {
  await using desk = await deskPaidShort();
  const caseId = await desk.open('182.00');
  await desk.pay('price');
  expect(await desk.cases()).toMatchObject([{ origin: 'said', amount_minor: 18_200n }]);
  const deductions = await desk.db.all(sql`select case_id, amount_minor from disputes.deduction`);
  expect(deductions).toEqual([{ case_id: caseId, amount_minor: 18_200n }]);
  expect(await desk.disputed()).toMatchObject([{ amount: usd('182.00') }]);
});

test('kept back beyond what is disputed, only the rest is a case of its own', async () => {
  await using desk = await deskPaidShort();
  await desk.open('100.00');
  await desk.pay('price');
  expect(await desk.cases()).toMatchObject([
    { origin: 'said', amount_minor: 10_000n },
    { origin: 'deduction', amount_minor: 8200n },
  ]);
});

test('a discount that was taken late is no claim of the customer', async () => {
  await using desk = await deskPaidShort();
  await desk.pay('late_discount');
  expect(await desk.cases()).toEqual([]);
});

test('the payment goes back and with it what was kept back', async () => {
  await using desk = await deskPaidShort();
  const receiptId = await desk.pay('unknown');
  const [row] = await cashOf(desk).receipts();
  const itemId = row?.receiptId === receiptId ? row.itemId : null;
  if (itemId === null) throw new Error('the check is not posted');
  const { accountId } = desk;
  const returnedOn = day('2026-11-20');
  await desk.done((context) => returnReceipt(context, { accountId, itemId, returnedOn }));
  await desk.news();
  expect(await desk.cases()).toMatchObject([{ state: 'closed', closed_how: 'went_back' }]);
  expect(await desk.disputed()).toEqual([]);
});

test('a customer’s own code is kept as it was said last', async () => {
  await using desk = await deskPaidShort();
  const { accountId } = desk;
  const say = (code: string, reason: 'damaged' | null) =>
    desk.done((context) => setReasonCode(context, { accountId, code, reason }));
  await say('SH 01', 'damaged');
  await say('sh-01', null);
  expect(await desk.db.all(sql`select code, reason from disputes.reason_code`)).toEqual([
    { code: 'SH01', reason: 'damaged' },
    { code: 'SH01', reason: null },
  ]);
});
