import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { returnReceipt } from '#areas/ledger/index.ts';
import { sql } from '#platform/postgres/sql.ts';
import { usd } from '#test/support/builders.ts';
import { disputeDesk } from '#test/support/dispute-desk.ts';
import { followMoney } from './follow-money.ts';

test('paid in full, the case ends by itself; when the payment goes back it is there', async () => {
  await using desk = await disputeDesk();
  const { accountId, itemId } = desk;
  const caseId = await desk.open('120.00');
  const receipt = { amount: '500', on: '2026-11-20', pays: [[itemId, '500.00']] } as const;
  const credit = await desk.receipt(accountId, receipt);
  await desk.news();
  expect(await desk.file(caseId)).toMatchObject({ state: 'closed', closedHow: 'cleared' });
  const clocks = sql`select kind, state from clocks.clock_card order by kind`;
  expect(await desk.db.all(clocks)).toEqual([{ kind: 'dispute_answer', state: 'met' }]);

  desk.on('2026-11-23');
  await desk.done((context) =>
    returnReceipt(context, {
      accountId,
      itemId: credit,
      returnedOn: day('2026-11-23'),
    }),
  );
  await desk.news();
  expect(await desk.file(caseId)).toMatchObject({ state: 'open', amount: usd('120.00') });
  expect(await desk.disputed()).toMatchObject([{ amount: usd('120.00') }]);
});

test('paid in part, the case contests no more than is open', async () => {
  await using desk = await disputeDesk();
  const { accountId, itemId } = desk;
  const caseId = await desk.open('120.00');
  await desk.receipt(accountId, { amount: '440', on: '2026-11-20', pays: [[itemId, '440.00']] });
  await desk.news();
  expect(await desk.file(caseId)).toMatchObject({ state: 'open', amount: usd('60.00') });
  const again = await desk.done((context) => followMoney(context, accountId));
  expect(again).toEqual({ ended: 0, reopened: 0 });
});
