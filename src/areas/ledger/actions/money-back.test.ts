/** Refunds that come back, and aid that goes back. */
import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { agingOf } from '#test/support/agings.ts';
import { answerOf, deskOn, usd } from '#test/support/builders.ts';
import { proveLedger } from './prove-ledger.ts';
import { payRefund } from './pay-refund.ts';
import { returnAid } from './return-aid.ts';
import { returnRefund } from './return-refund.ts';

test('a refund that came back is a credit again, once, and the books still prove', async () => {
  await using desk = await deskOn('2026-06-20');
  const accountId = await desk.account('NORTH');
  const memo = { amount: '200', issued: '2026-06-10', number: 'CM-1' };
  const [creditItemId] = await desk.document(accountId, 'credit_memo', memo);
  if (!creditItemId) throw new Error('a credit memo');
  const paid = { accountId, creditItemId, amount: usd('200'), paidOn: day('2026-06-20') };
  const { itemId } = await desk.done((context) =>
    payRefund(context, { ...paid, method: 'check', reference: '9001' }),
  );
  desk.on('2026-07-10');
  const wish = { accountId, itemId, returnedOn: day('2026-07-10') };
  await desk.done((context) => returnRefund(context, wish));
  expect((await agingOf(desk, { asOf: '2026-07-09' })).unapplied).toBe('0.00');
  expect((await agingOf(desk, { asOf: '2026-07-10' })).unapplied).toBe('-200.00');
  expect(answerOf(await desk.act((context) => returnRefund(context, wish)))).toMatch(
    /^ledger.already_returned/u,
  );
  const { checks } = await proveLedger(desk.db);
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
});

test('aid that goes back is owed by the student', async () => {
  await using desk = await deskOn('2026-10-20');
  const accountId = await desk.account('STUDENT');
  const wish = { accountId, programme: 'pell', amount: usd('562.43') };
  const returnedOn = day('2026-10-20');
  await desk.done((context) => returnAid(context, { ...wish, returnedOn }));
  expect((await agingOf(desk, { asOf: '2026-10-20' })).balance).toBe('562.43');
  const none = { ...wish, amount: usd('0'), returnedOn };
  expect(answerOf(await desk.act((context) => returnAid(context, none)))).toBe(
    'ledger.amount_not_positive',
  );
});
