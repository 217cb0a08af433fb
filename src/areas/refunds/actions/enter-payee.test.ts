/** Where a customer's money goes, changed while a refund is on its way to the old place. */
import { expect, test } from 'vitest';
import { type Id, id } from '#kernel/ids.ts';
import { day } from '#kernel/day.ts';
import type { Actor } from '#platform/action.ts';
import { answerOf } from '#test/support/builders.ts';
import { deskOwing200, idsOf, vault } from '#test/support/refund-desk.ts';
import { payeesOf } from '../store/payees.ts';
import { enterPayee, payeeGranted, recordCallBack } from './enter-payee.ts';
import { retryRefund, returnPayment } from './follow-payment.ts';
import { freeRefund } from './free-refund.ts';
import { payeePurpose } from './make-payout.ts';
import { saveSetting } from './save-setting.ts';
import { withdrawRefund } from './withdraw-refund.ts';

const [first, second] = ['1', '2'].map((at) => id(`01900000-0000-7000-8000-00000000000${at}`)) as [
  // Two ids come of two digits.
  Id,
  Id,
];
const byAch = { method: 'ach' } as const;
const setting = { bankRouting: '021000021', companyName: 'MAIN', companyId: '1234567890' };

/** A desk that owes $200 and knows no bank account yet. */
async function deskOfDetails() {
  const desk = await deskOwing200();
  const { accountId, companyId } = desk;
  await desk.done((context) =>
    saveSetting(context, { companyId, method: 'ach', details: setting }),
  );
  const enter = (payeeId: Id, number: string, by: Actor, bank = '021000021') => {
    const wish = { accountId, payeeId, kind: 'ach', holder: 'North', bank, number } as const;
    const sealed = vault.close(number, payeePurpose(payeeId));
    const mark = vault.mark(`${bank} ${number}`, 'refunds.payee');
    const also = { accountType: 'checking', source: 'a letter', evidence: '' } as const;
    return desk.act((context) => enterPayee(context, { ...wish, sealed, mark, ...also }), by);
  };
  return {
    ...desk,
    enter,
    /** Entered by the manager, agreed to by the controller. */
    confirm: async (payeeId: Id, number: string) => {
      const entered = await enter(payeeId, number, desk.maya);
      if (!entered.ok) throw new Error(entered.refusal);
      await desk.decide(entered.value.requestId, 'yes', desk.ingrid);
    },
    callBack: (payeeId: Id, by: Actor) => {
      const call = { accountId, payeeId, number: '+12025550100', spokeTo: 'Ms Orr' };
      return desk.act((context) => recordCallBack(context, call), by);
    },
    free: (refundId: Id, by: Actor) =>
      desk.act((context) => freeRefund(context, { accountId, refundId }), by),
  };
}

/** Asked for by Rosa, freed and approved by Ingrid, released by Tess, to the first account. */
async function deskReleased() {
  const desk = await deskOfDetails();
  await desk.confirm(first, '111111111');
  await desk.callBack(first, desk.rosa);
  desk.on('2026-08-01');
  const { refundId, requestId } = idsOf(await desk.ask(desk.creditId, '200', desk.rosa, byAch));
  await desk.decide(requestId, 'yes', desk.ingrid);
  expect(answerOf(await desk.release(refundId, desk.tess))).toBe('accepted');
  return { ...desk, one: { accountId: desk.accountId, refundId } };
}

test('new bank details hold the refund until the customer was called back', async () => {
  await using desk = await deskOfDetails();
  const { accountId } = desk;
  const wrong = await desk.enter(first, '123456789', desk.maya, '1');
  expect(answerOf(wrong)).toBe('refunds.routing_number_wrong 1');
  const entered = await desk.enter(first, '123456789', desk.maya);
  if (!entered.ok) throw new Error(entered.refusal);
  const { requestId } = entered.value;
  expect(answerOf(await desk.ask(desk.creditId, '200', desk.rosa, byAch))).toBe(
    'refunds.no_bank_details ach',
  );
  expect(answerOf(await desk.decide(requestId, 'yes', desk.maya))).toBe('approvals.own_request');
  await desk.decide(requestId, 'yes', desk.ingrid);
  expect(await desk.done((context) => payeeGranted(context, requestId))).toEqual({
    confirmed: false,
  });
  expect((await payeesOf(desk.db, [accountId])).map(({ state }) => state)).toEqual(['confirmed']);

  const asked = await desk.ask(desk.creditId, '200', desk.rosa, byAch);
  expect(asked).toMatchObject({ value: { held: 'bank_changed' } });
  const { refundId } = idsOf(asked);
  const free = () => desk.free(refundId, desk.ingrid);
  expect(answerOf(await free())).toBe('refunds.call_back_first');
  expect(answerOf(await desk.callBack(first, desk.maya))).toBe('refunds.own_details');
  expect(answerOf(await desk.callBack(first, desk.rosa))).toBe('accepted');
  expect(answerOf(await free())).toBe('accepted');
});

test('a duplicate that is waved through still waits for the call-back', async () => {
  await using desk = await deskOfDetails();
  const half = idsOf(await desk.ask(desk.creditId, '100', desk.rosa));
  expect((await desk.standing(half.refundId))?.held).toBeNull();
  await desk.confirm(first, '111111111');
  const { refundId } = idsOf(await desk.ask(desk.creditId, '100', desk.rosa, byAch));
  const held = async () => (await desk.standing(refundId))?.held;
  expect(await held()).toBe('duplicate');
  expect(answerOf(await desk.free(refundId, desk.ingrid))).toBe('accepted');
  expect(await held()).toBe('bank_changed');
  expect(answerOf(await desk.free(refundId, desk.ingrid))).toBe('refunds.call_back_first');
});

test('what was released to bank details that ended since is never paid there', async () => {
  await using desk = await deskReleased();
  await desk.confirm(second, '222222222');
  const { one } = desk;
  expect(await desk.standing(one.refundId)).toMatchObject({
    state: 'released',
    held: 'bank_ended',
  });
  expect(answerOf(await desk.payOut('ach', desk.tess))).toBe('refunds.nothing_released ach');
  expect(answerOf(await desk.free(one.refundId, desk.maya))).toBe('refunds.bank_details_ended');

  await desk.done((context) => withdrawRefund(context, one));
  const again = await desk.ask(desk.creditId, '200', desk.rosa, byAch);
  expect(again).toMatchObject({ ok: true, value: { held: 'bank_changed' } });
  expect((await desk.standing(idsOf(again).refundId))?.payeeId).toBe(second);
});

test('what came back from bank details that ended is not sent there a second time', async () => {
  await using desk = await deskReleased();
  expect(answerOf(await desk.payOut('ach', desk.tess))).toBe('accepted');
  await desk.confirm(second, '222222222');
  const back = { ...desk.one, on: day('2026-08-01'), code: 'R02' };
  await desk.done((context) => returnPayment(context, back));
  const retried = await desk.act((context) => retryRefund(context, desk.one));
  expect(answerOf(retried)).toBe('refunds.bank_details_ended');
  expect(await desk.available()).toEqual(['20000']);
});
