/** What happens to a refund after it was asked for: held, freed, paid, back, tried again. */
import { describe, expect, test } from 'vitest';
import { day, plusDays } from '#kernel/day.ts';
import { sql } from '#platform/postgres/sql.ts';
import type { Id } from '#kernel/ids.ts';
import { tellPassed } from '#areas/clocks/actions/tell-passed.ts';
import { answerOf } from '#test/support/builders.ts';
import { allNews } from '#test/support/dispute-desk.ts';
import { deskOwing200, idsOf } from '#test/support/refund-desk.ts';
import { refundGranted, refundNotGranted } from './decide-refund.ts';
import { undeliveredClock } from './end-clocks.ts';
import { clearPayment, markStale, retryRefund, returnPayment } from './follow-payment.ts';
import { freeRefund } from './free-refund.ts';
import { wayOf } from './way-of.ts';
import { withdrawRefund } from './withdraw-refund.ts';

/** A refund of $200 by check that went out on 2026-06-20. */
async function deskPaid() {
  const desk = await deskOwing200();
  const { refundId, requestId } = idsOf(await desk.ask(desk.creditId, '200', desk.rosa));
  await desk.decide(requestId, 'yes', desk.maya);
  await desk.release(refundId, desk.tess);
  await desk.payOut('check', desk.tess);
  const one = { accountId: desk.accountId, refundId };
  return { ...desk, one, requestId, state: async () => (await desk.standing(refundId))?.state };
}

describe('a payment that was made', () => {
  test('is cashed, and then does not come back', async () => {
    await using desk = await deskPaid();
    const early = { ...desk.one, on: day('2026-06-19') };
    expect(answerOf(await desk.act((context) => clearPayment(context, early)))).toBe(
      'refunds.day_before_issue 2026-06-20',
    );
    const on = day('2026-06-20');
    await desk.done((context) => clearPayment(context, { ...desk.one, on }));
    expect(await desk.state()).toBe('cleared');
    const back = await desk.act((context) => returnPayment(context, { ...desk.one, on, code: '' }));
    expect(answerOf(back)).toBe('refunds.not_now cleared');
  });

  test('comes back: its credit stands again, a clock runs, it is tried again', async () => {
    await using desk = await deskPaid();
    desk.on('2026-07-01');
    const back = { ...desk.one, on: day('2026-07-01'), code: 'void' };
    await desk.done((context) => returnPayment(context, back));
    expect(await desk.state()).toBe('returned');
    expect(await desk.available()).toEqual(['20000']);
    const clocks = await desk.db.all(sql<{ due_on: string; state: string }>`
      select due_on, state from clocks.clock_card where kind = 'refund_undelivered'`);
    expect(clocks).toEqual([{ due_on: '2026-07-31', state: 'running' }]);
    expect(undeliveredClock(desk.one.refundId)).toContain(desk.one.refundId);

    await desk.done((context) => retryRefund(context, desk.one));
    expect(await desk.available()).toEqual(['0']);
    expect(answerOf(await desk.release(desk.one.refundId, desk.maya))).toBe('refunds.own_approval');
    await desk.release(desk.one.refundId, desk.tess);
    expect(answerOf(await desk.payOut('check', desk.tess))).toBe('accepted');
    const numbers = await desk.db.all(sql<{ number: string }>`
      select number from refunds.payment order by number`);
    expect(numbers.map(({ number }) => number)).toEqual(['1001', '1002']);
    const after = await desk.db.one(sql<{ state: string }>`
      select state from clocks.clock_card where kind = 'refund_undelivered'`);
    expect(after.state).toBe('met');

    await desk.done((context) => returnPayment(context, back));
    const again = await desk.db.all(sql<{ state: string }>`
      select state from clocks.clock_card where kind = 'refund_undelivered' order by state`);
    expect(again.map(({ state }) => state)).toEqual(['met', 'running']);
  });

  test('is stale when nobody cashed it, and nothing is reversed in silence', async () => {
    await using desk = await deskPaid();
    await desk.done((context) => markStale(context, desk.one));
    expect(await desk.state()).toBe('stale');
    expect(await desk.available()).toEqual([]);
    expect(answerOf(await desk.act((context) => markStale(context, desk.one)))).toBe(
      'refunds.not_now stale',
    );
  });
});

describe('a refund that was not paid', () => {
  test('is taken back, and its credit is free', async () => {
    await using desk = await deskOwing200();
    const { refundId, requestId } = idsOf(await desk.ask(desk.creditId, '200', desk.rosa));
    const one = { accountId: desk.accountId, refundId };
    await desk.done((context) => withdrawRefund(context, one));
    expect(await desk.available()).toEqual(['20000']);
    // A yes that comes after it does nothing.
    expect(answerOf(await desk.decide(requestId, 'yes', desk.maya))).toBe('accepted');
    expect((await desk.standing(refundId))?.state).toBe('withdrawn');
    expect(await desk.done((context) => refundGranted(context, requestId))).toEqual({
      approved: false,
    });
    expect(await desk.done((context) => refundNotGranted(context, requestId, 'refused'))).toEqual({
      freed: false,
    });
  });

  test('for which nobody decided in its fourteen days frees its credit', async () => {
    await using desk = await deskOwing200();
    const { refundId } = idsOf(await desk.ask(desk.creditId, '200', desk.rosa));
    await allNews(desk);
    expect(await desk.available()).toEqual(['0']);
    desk.on(plusDays(desk.clock.today(), 15));
    await desk.done((context) => tellPassed(context, 'America/New_York'));
    await allNews(desk);
    expect((await desk.standing(refundId))?.state).toBe('refused');
    expect(await desk.available()).toEqual(['20000']);
  });

  test('is held as a duplicate until somebody else sets that aside', async () => {
    await using desk = await deskPaid();
    const memo = { amount: '200', issued: '2026-06-15', number: 'CM-2' };
    const [again] = await desk.document(desk.accountId, 'credit_memo', memo);
    if (!again) throw new Error('a credit memo');
    const asked = await desk.ask(again, '200', desk.rosa);
    expect(asked).toMatchObject({ value: { held: 'duplicate' } });
    const { refundId, requestId } = idsOf(asked);
    await desk.decide(requestId, 'yes', desk.maya);
    expect(answerOf(await desk.release(refundId, desk.tess))).toBe('refunds.held duplicate');
    const one = { accountId: desk.accountId, refundId };
    const free = (by: typeof desk.rosa) => desk.act((context) => freeRefund(context, one), by);
    expect(answerOf(await free(desk.rosa))).toBe('refunds.own_request');
    expect(answerOf(await free(desk.ingrid))).toBe('accepted');
    expect(answerOf(await desk.release(refundId, desk.tess))).toBe('accepted');
  });
});

test('a credit that is no card’s goes to no card', async () => {
  await using desk = await deskOwing200();
  const way = (itemId: Id) => desk.ask(itemId, '200', desk.rosa, { method: 'card' });
  expect(answerOf(await way(desk.creditId))).toBe('refunds.not_a_card');
  expect(wayOf.name).toBe('wayOf');
});
