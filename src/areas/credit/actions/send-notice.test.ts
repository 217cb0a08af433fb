import { expect, test } from 'vitest';
import { answerOf, deskOn, usd } from '#test/support/builders.ts';
import { deskOfP28, giveLimit, placeOrder } from '#test/support/credit.ts';
import { creditNotices } from '../store/notices.ts';
import { decideOrder } from './decide-order.ts';
import { sendNotice } from './send-notice.ts';

const word = { reviewOn: null, toMember: null, evidence: '' };

async function deskWithRejected() {
  const desk = await deskOn('2026-11-20');
  const north = await deskOfP28(desk);
  await giveLimit(desk, north, usd('10000'));
  const { orderId } = await placeOrder(desk, north, 'O-BIG', { amount: '90000' });
  const manager = await desk.member('manager');
  const rejected = await desk.done(
    (context) => decideOrder(context, { orderId, act: 'reject', ...word }),
    manager,
  );
  return { desk, north, manager, rejected };
}

test('an order turned down for its limit is told in thirty days; sending ends that', async () => {
  const { desk, north, manager, rejected } = await deskWithRejected();
  await using _ = desk;
  expect(rejected).toMatchObject({ verdict: 'rejected', noticeBy: '2026-12-20' });
  const [due] = await creditNotices(desk.db, { accountId: north });
  expect(due).toMatchObject({ order: 'O-BIG', dueOn: '2026-12-20', sentOn: null });
  const clockId = due?.clockId ?? north;
  const send = (accountId = north) =>
    desk.act((context) => sendNotice(context, { accountId, clockId }), manager);
  expect(answerOf(await send(clockId))).toContain('credit.no_such_notice');
  expect(await send()).toMatchObject({ value: { late: false } });
  expect(answerOf(await send())).toContain('credit.notice_sent_already');
  expect(await creditNotices(desk.db, { accountId: north })).toEqual([]);
  expect(await creditNotices(desk.db, { companies: 'all', sent: true })).toMatchObject([
    { order: 'O-BIG', sentOn: '2026-11-20' },
  ]);
});
