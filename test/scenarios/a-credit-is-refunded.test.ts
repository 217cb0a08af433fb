/** A credit memo, what is left of it, and who may spend that. */
import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { payRefund } from '#areas/ledger/actions/pay-refund.ts';
import { releaseReservation } from '#areas/ledger/actions/release-reservation.ts';
import { reserveCredit } from '#areas/ledger/actions/reserve-credit.ts';
import { applyCredit } from '#areas/ledger/actions/apply-credit.ts';
import { agingOf, nothing } from '#test/support/agings.ts';
import { type Story, answerOf, deskOn, usd } from '#test/support/builders.ts';

type CreditStory = Story & { accountId: Id; invoiceId: Id; creditId: Id };

/** An invoice of 300 and a credit memo of 500, 300 of it applied on 06-12. */
async function deskOwing200(): Promise<CreditStory> {
  const desk = await deskOn('2026-06-20');
  const accountId = await desk.account('NORTH');
  const invoiceId = await desk.invoice(accountId, { amount: '300', issued: '2026-06-01' });
  const memo = { amount: '500', issued: '2026-06-10', number: 'CM-1' };
  const [creditId] = await desk.document(accountId, 'credit_memo', memo);
  if (!creditId) throw new Error('a credit memo was expected');
  const part = { from: creditId, onto: invoiceId, amount: '300', on: '2026-06-12' };
  await desk.apply(accountId, part);
  return { ...desk, accountId, invoiceId, creditId };
}

function refund(desk: CreditStory, amount: string, reservationId?: Id) {
  const wish = {
    accountId: desk.accountId,
    creditItemId: desk.creditId,
    amount: usd(amount),
    paidOn: day('2026-06-20'),
    method: 'check',
    reference: '',
    ...(reservationId ? { reservationId } : {}),
  } as const;
  return desk.act((context) => payRefund(context, wish));
}

test('P-06: a credit memo pays an invoice, the rest is refunded once and no more', async () => {
  await using desk = await deskOwing200();
  expect(answerOf(await refund(desk, '200.01'))).toBe('ledger.more_than_available 200.00 CM-1');
  expect(answerOf(await refund(desk, '200'))).toBe('accepted');
  expect(answerOf(await refund(desk, '200'))).toBe('ledger.more_than_available 0.00 CM-1');
  expect(answerOf(await refund(desk, '0.01'))).toBe('ledger.more_than_available 0.00 CM-1');

  expect(await agingOf(desk, { asOf: '2026-06-15' })).toEqual({
    ...nothing,
    unapplied: '-200.00',
    balance: '-200.00',
  });
  expect(await agingOf(desk, { asOf: '2026-06-20' })).toEqual(nothing);
});

test('P-07: what is reserved for a refund cannot be spent otherwise', async () => {
  await using desk = await deskOwing200();
  const { accountId, creditId } = desk;
  const other = await desk.invoice(accountId, { amount: '400', issued: '2026-06-15' });
  const hold = { accountId, creditItemId: creditId, amount: usd('200') };
  const { reservationId } = await desk.done((context) => reserveCredit(context, hold));
  const spend = {
    accountId,
    creditItemId: creditId,
    debitItemId: other,
    amount: usd('150'),
    effectiveOn: day('2026-06-20'),
  };
  const apply = () => desk.act((context) => applyCredit(context, spend));
  expect(answerOf(await apply())).toBe('ledger.more_than_available 0.00 CM-1');
  expect(answerOf(await refund(desk, '200'))).toBe('ledger.more_than_available 0.00 CM-1');

  const release = { accountId, reservationId };
  await desk.done((context) => releaseReservation(context, release));
  const twice = await desk.act((context) => releaseReservation(context, release));
  expect(answerOf(twice)).toBe('ledger.no_such_reservation');

  const again = await desk.done((context) => reserveCredit(context, hold));
  expect(answerOf(await refund(desk, '200', again.reservationId))).toBe('accepted');
  expect((await agingOf(desk, { asOf: '2026-06-20' })).unapplied).toBe('0.00');
});
