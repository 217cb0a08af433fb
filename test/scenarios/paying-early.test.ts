/** An early-payment discount with tax in it: earned on the last day, not the day after. */
import { expect, test } from 'vitest';
import { day, plusDays } from '#kernel/day.ts';
import { formatMoney, minus } from '#kernel/money.ts';
import { sql } from '#platform/postgres/sql.ts';
import { discountFor, dueItems } from '#areas/customers/rules/terms.ts';
import { parseTerms } from '#areas/customers/rules/terms-text.ts';
import { postReceipt } from '#areas/ledger/actions/post-receipt.ts';
import { standardPolicy } from '#areas/ledger/rules/policy.ts';
import { accepted } from '#platform/action.ts';
import { agingOf, nothing } from '#test/support/agings.ts';
import { deskOn, receiptWish, usd } from '#test/support/builders.ts';

/** 400 + 18 % tax 72, 10 % if paid within 10 days, issued 2026-03-02. */
async function deskOwed472() {
  const desk = await deskOn('2026-03-31');
  const accountId = await desk.account('NORTH');
  const issuedOn = day('2026-03-02');
  const terms = accepted(parseTerms('10/10 net 30'));
  const tax = usd('72');
  const net = minus(usd('472'), tax);
  const until = plusDays(issuedOn, 10);
  const offer = accepted(discountFor(issuedOn, until, net, tax, terms));
  const discounts = [{ until, amount: offer.total.minor, tax: offer.tax.minor }];
  const dues = dueItems(issuedOn, usd('472'), terms).map((due) => ({ ...due, discounts }));
  const told = { amount: '472', tax: '72', issued: '2026-03-02', dues };
  const invoiceId = await desk.invoice(accountId, told);

  async function pay(on: string) {
    const paid = { amount: '424.80', on, pays: [[invoiceId, '424.80', '47.20']] } as const;
    const wish = receiptWish(accountId, paid);
    return desk.done((context) => postReceipt(context, wish, standardPolicy));
  }
  return { ...desk, accountId, invoiceId, pay };
}

test('P-08: on the tenth day the discount closes the invoice, with its tax', async () => {
  await using desk = await deskOwed472();
  const posted = await desk.pay('2026-03-12');
  expect(posted.leftOpen).toEqual([]);
  expect(await agingOf(desk, { asOf: '2026-03-31' })).toEqual(nothing);
  const lines = await desk.db.all(sql<{ debit: string; amount_minor: bigint }>`
    select debit, amount_minor
      from ledger.line
     where credit = 'ar'
     order by amount_minor desc`);
  expect(lines).toEqual([
    { debit: 'cash-clearing', amount_minor: 42_480n },
    { debit: 'discounts', amount_minor: 4_000n },
    { debit: 'sales-tax', amount_minor: 720n },
  ]);
});

test('P-08: on the eleventh day it is unearned and stays open with that reason', async () => {
  await using desk = await deskOwed472();
  const { leftOpen } = await desk.pay('2026-03-13');
  expect(leftOpen.map(({ amount, reason }) => [formatMoney(amount), reason])).toEqual([
    ['47.20', 'unearned_discount'],
  ]);
  expect(await agingOf(desk, { asOf: '2026-03-31' })).toMatchObject({
    unapplied: '0.00',
    balance: '47.20',
  });
  const news = await desk.db.all(sql<{ payload: unknown }>`
    select payload from platform.event where name = 'ledger.discount_unearned'`);
  expect(news).toEqual([
    { payload: { itemId: desk.invoiceId, amount: '47.20', reason: 'unearned_discount' } },
  ]);
});
