import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { accept } from '#kernel/outcome.ts';
import { newId } from '#platform/ids.ts';
import { sql } from '#platform/postgres/sql.ts';
import { agingOf } from '#test/support/agings.ts';
import { answerOf, deskOn, usd } from '#test/support/builders.ts';
import { type ChargeAccount, chargeAccount } from './charge-account.ts';
import { returnReceipt } from './return-receipt.ts';
import { reverseItem } from './reverse-item.ts';

const today = day('2026-07-20');

/** A New Yorker whose payment of 150.00 the bank will return today. */
async function deskInNewYork() {
  const desk = await deskOn(today);
  const accountId = await desk.account('NORTH');
  await desk.done(async ({ tx }) => {
    await tx.run(sql`
      update customers.customer
         set state = 'NY', country = 'US'`);
    return accept(null);
  });
  const invoiceId = await desk.invoice(accountId, { amount: '100', issued: '2026-06-01' });
  const returned = await desk.receipt(accountId, { amount: '150', on: '2026-07-05' });
  const charge = (amount: string, wish: Partial<ChargeAccount> = {}) => {
    const days = { chargedOn: today, dueOn: today };
    const fee = { accountId, kind: 'fee', amount: usd(amount), ...days, returned } as const;
    return desk.act((context) => chargeAccount(context, { ...fee, ...wish }));
  };
  const back = (customerFee?: string) =>
    desk.done((context) =>
      returnReceipt(context, {
        accountId,
        itemId: returned,
        returnedOn: today,
        ...(customerFee === undefined ? {} : { customerFee: usd(customerFee) }),
      }),
    );
  return { desk, accountId, invoiceId, charge, back };
}

test('a fee typed for a return is refused above what the state allows', async () => {
  const { desk, invoiceId, charge, back } = await deskInNewYork();
  await using _ = desk;
  expect(answerOf(await charge('20'))).toMatch(/^ledger.not_returned/u);
  await back();
  expect(answerOf(await charge('20.01'))).toBe(
    'ledger.fee_above_state 20.01 20.00 USD NY trustly-2026',
  );
  expect(answerOf(await charge('5', { kind: 'interest' }))).toBe('ledger.only_a_fee');
  expect(answerOf(await charge('5', { returned: invoiceId }))).toMatch(/^ledger.not_returned/u);
  expect(answerOf(await charge('5', { returned: newId() }))).toBe('ledger.no_such_item');
  expect((await agingOf(desk, { asOf: today })).balance).toBe('100.00');
  expect(answerOf(await charge('20'))).toBe('accepted');
  expect((await agingOf(desk, { asOf: today, of: 'NORTH' })).balance).toBe('120.00');
});

test('a return has one fee, and another only once that is waived', async () => {
  const { desk, accountId, charge, back } = await deskInNewYork();
  await using _ = desk;
  const { itemId } = await back('35');
  if (!itemId) throw new Error('a fee was expected');
  expect(answerOf(await charge('5'))).toMatch(/^ledger.return_fee_charged/u);
  await desk.done((context) => reverseItem(context, { accountId, itemId, reversedOn: today }));
  expect(answerOf(await charge('15'))).toBe('accepted');
  expect(answerOf(await charge('15'))).toMatch(/^ledger.return_fee_charged/u);
  expect((await agingOf(desk, { asOf: today })).balance).toBe('115.00');
});

test('a fee that is for no return is measured by no list', async () => {
  const { desk, charge } = await deskInNewYork();
  await using _ = desk;
  expect(answerOf(await charge('35', { returned: undefined }))).toBe('accepted');
});
