/** Title IV money that nobody cashed: 240 days from the first check, whatever is tried between. */
import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { sql } from '#platform/postgres/sql.ts';
import { answerOf, usd } from '#test/support/builders.ts';
import { deskOwing200, idsOf } from '#test/support/refund-desk.ts';
import { retryRefund, returnPayment } from './follow-payment.ts';
import { returnToDepartment } from './return-to-department.ts';
import { setCredit } from './set-credit.ts';

/** A Title IV credit of $200 that went out by check on 2026-06-20. */
async function deskOfStudent() {
  const desk = await deskOwing200();
  const { accountId, companyId } = desk;
  await desk.done((context) =>
    setCredit(context, {
      accountId,
      companyId,
      pack: 'title_iv',
      itemId: null,
      subject: 'SU26',
      amount: usd('200'),
      aroseOn: day('2026-06-10'),
      dueOn: day('2026-06-24'),
    }),
  );
  const { refundId, requestId } = idsOf(await desk.ask(desk.creditId, '200', desk.rosa));
  await desk.decide(requestId, 'yes', desk.maya);
  const pay = async () => {
    await desk.release(refundId, desk.tess);
    await desk.payOut('check', desk.tess);
  };
  await pay();
  const one = { accountId, refundId };
  const send = (by: typeof desk.rosa) =>
    desk.act((context) => returnToDepartment(context, one), by);
  const clocks = () =>
    desk.db.all(sql<{ kind: string; due_on: string; state: string }>`
      select kind, due_on, state
        from clocks.clock_card
       where kind in ('title_iv_240d', 'refund_undelivered')
       order by kind`);
  return { ...desk, one, pay, send, clocks };
}

test('its 240 days begin with the first check and no second one begins them anew', async () => {
  await using desk = await deskOfStudent();
  const department = { kind: 'title_iv_240d', due_on: '2027-02-15', state: 'running' };
  expect(await desk.clocks()).toEqual([department]);
  desk.on('2026-08-01');
  const back = { ...desk.one, on: day('2026-08-01'), code: 'void' };
  await desk.done((context) => returnPayment(context, back));
  await desk.done((context) => retryRefund(context, desk.one));
  await desk.pay();
  expect(await desk.clocks()).toContainEqual(department);
  expect((await desk.standing(desk.one.refundId))?.state).toBe('paid');
});

test('a third person sends it back; the credit is gone and its clocks have their end', async () => {
  await using desk = await deskOfStudent();
  desk.on('2027-02-10');
  expect(answerOf(await desk.send(desk.rosa))).toBe('refunds.own_request');
  expect(answerOf(await desk.send(desk.maya))).toBe('refunds.own_approval');
  expect(answerOf(await desk.send(desk.tess))).toBe('accepted');
  expect((await desk.standing(desk.one.refundId))?.state).toBe('ended');
  expect(await desk.available()).toEqual([]);
  expect((await desk.clocks()).map(({ state }) => state)).toEqual(['met', 'met']);
  expect(answerOf(await desk.send(desk.tess))).toBe('refunds.not_now ended');
});
