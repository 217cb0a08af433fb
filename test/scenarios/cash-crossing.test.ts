/** Two pieces of news about one payment that cross on their way. */
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { currency } from '#kernel/money.ts';
import { sql } from '#platform/postgres/sql.ts';
import { feeOfPolicy } from '#areas/cash/actions/fee-of-policy.ts';
import { receiveLines } from '#areas/cash/actions/receive-lines.ts';
import { returnPayment, reverseReceipt } from '#areas/cash/actions/return-payment.ts';
import { settleReturn } from '#areas/cash/actions/settle-return.ts';
import { lockReceipt } from '#areas/cash/store/receipts.ts';
import { registerBankAccount } from '#areas/bank-files/actions/register-bank-account.ts';
import { proveLedger } from '#areas/ledger/index.ts';
import { fileOf, line, statementOf } from '#test/support/bank-files.ts';
import { type Story, amountIn, answerOf, usd } from '#test/support/builders.ts';
import { type MatchingDesk, deskMatching, remittanceOf } from '#test/support/matching-desk.ts';

async function proved(desk: Story): Promise<void> {
  const { checks } = await proveLedger(desk.db);
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
}

async function states(desk: Story): Promise<string[]> {
  const rows = await desk.db.all(sql<{ state: string }>`
    select n.state
      from cash.receipt_now n
      join cash.receipt r on r.receipt_id = n.receipt_id
     order by r.received_on, r.receipt_id`);
  return rows.map(({ state }) => state);
}

function settle(desk: Story, backId: Id, returnedId: Id) {
  return desk.act(async (context) => {
    const back = await lockReceipt(context.tx, backId);
    if (!back) throw new Error('a return');
    return settleReturn(context, back, returnedId);
  });
}

/** Until somebody else at this database waits for a row that is locked. */
async function someoneWaits(desk: Story): Promise<void> {
  for (;;) {
    const { waiting } = await desk.db.one(sql<{ waiting: boolean }>`
      select exists (select
                       from pg_locks l
                       join pg_locks h on h.pid = l.pid
                       join pg_database d on d.oid = h.database
                      where not l.granted
                        and d.datname = current_database()) as waiting`);
    if (waiting) return;
    await wait(2);
  }
}

describe('a remittance and the reversal of its payment', () => {
  test('leave it reversed: the money is not there to be laid out again', async () => {
    await using desk = await deskMatching('2026-06-03');
    const accountId = await desk.account('NORTHWIND');
    await desk.invoice(accountId, { amount: '120', number: 'I-1', issued: '2026-04-20' });
    const told = { payerName: 'NORTHWIND', channel: 'wire' as const, references: ['FT-9'] };
    await desk.bank('2026-06-03', '460', 'WIRE IN', told);
    const [matched] = await desk.match();
    if (!matched?.posted) throw new Error('a receipt on account');
    const { receiptId } = matched.receipt;
    const head = { payerName: 'NORTHWIND', paymentReference: 'FT-9', paidOn: day('2026-06-03') };
    const remittance = remittanceOf(head, ['I-1', usd('120')]);
    await desk.takeIn({ ...fileOf(), format: 'x12-820', remittances: [remittance] });

    let placing: Promise<unknown> | undefined;
    await desk.done(async (context) => {
      const gone = await reverseReceipt(context, receiptId);
      placing = desk.done(async (other) => accept(await receiveLines(other, desk.companyId)));
      await someoneWaits(desk);
      return gone;
    });
    await placing;
    expect(await states(desk)).toEqual(['reversed']);
    await proved(desk);
  });
});

describe('a return of the bank', () => {
  async function deskPaid(on: MatchingDesk) {
    const accountId = await on.account('NORTHWIND');
    await on.invoice(accountId, { amount: '750', number: 'I-1', issued: '2026-04-20' });
    const told = { payerName: 'NORTHWIND', channel: 'check' as const, checkNumber: '1042' };
    await on.bank('2026-06-03', '750', 'I-1', told);
    const [paid] = await on.match();
    if (!paid?.posted) throw new Error('a receipt that is posted');
    return { ...on, accountId, paid: paid.receipt.receiptId };
  }

  test('of another currency takes nothing back, though its figures are the same', async () => {
    const desk0 = await deskMatching('2026-06-10');
    await using desk = await deskPaid(desk0);
    const { companyId } = desk;
    const euros = { name: 'Euros', number: '9978', cashAccount: '1020' };
    await desk.done((context) =>
      registerBankAccount(context, { companyId, ...euros, currency: currency('EUR') }),
    );
    const back = { ...line('2026-06-09', '-750', 'RETURNED CHECK NSF'), externalId: 'R1' };
    const told = [{ ...back, amount: amountIn('-750', 'EUR') }];
    const more = { account: '9978', currency: currency('EUR') };
    await desk.takeIn(fileOf(statementOf(told, more)));
    await desk.done(async (context) => accept(await receiveLines(context, companyId)));
    const [matched] = await desk.match();
    if (!matched) throw new Error('a return that waits');
    const settled = await settle(desk, matched.receipt.receiptId, desk.paid);
    expect(answerOf(settled)).toBe('cash.not_a_return');
    expect(await states(desk)).toEqual(['posted', 'unposted']);
  });

  test('of a payment that somebody returned by hand before settles with it, once', async () => {
    const desk0 = await deskMatching('2026-06-10');
    await using desk = await deskPaid(desk0);
    const byHand = { bankFee: undefined, customerFee: undefined };
    const wish = { receiptId: desk.paid, returnedOn: day('2026-06-09'), ...byHand };
    await desk.done((context) => returnPayment(context, wish));
    const told = { payerName: 'NORTHWIND', channel: 'check' as const, checkNumber: '1042' };
    const back = { ...told, returned: { reason: 'NSF' } };
    await desk.bank('2026-06-09', '-750', 'RETURNED CHECK 1042 NSF', back);
    await desk.match();
    expect(await states(desk)).toEqual(['returned', 'settled']);
    expect(await desk.open(desk.accountId)).toEqual(['I-1 750.00']);
    await desk.bank('2026-06-10', '-750', 'RETURNED CHECK 1042 NSF', back);
    await desk.match();
    expect(await states(desk)).toEqual(['returned', 'settled', 'unposted']);
    await proved(desk);
  });

  describe('under a policy with a fee', () => {
    const check = { payerName: 'NORTHWIND', channel: 'check' as const, checkNumber: '1042' };

    async function deskWithFee() {
      const desk = await deskMatching('2026-06-10');
      await desk.policy({ returnFeeMinor: '3500' });
      return deskPaid(desk);
    }

    test('charges it on the day of the bank, once a check, and says so', async () => {
      await using desk = await deskWithFee();
      const back = { ...check, returned: { reason: 'NSF' } };
      await desk.bank('2026-06-08', '-750', 'RETURNED CHECK 1042 NSF', back);
      await desk.match();
      expect(await desk.open(desk.accountId)).toEqual(['I-1 750.00', 'FEE-2026-06-08 35.00']);
      await desk.bank('2026-06-09', '750', 'I-1', check);
      await desk.match();
      await desk.bank('2026-06-10', '-750', 'RETURNED CHECK 1042 NSF', back);
      await desk.match();
      expect(await states(desk)).toEqual(['returned', 'settled', 'returned', 'settled']);
      expect(await desk.open(desk.accountId)).toEqual(['I-1 750.00', 'FEE-2026-06-08 35.00']);
      await proved(desk);
    });

    test('is proposed to who enters a return by hand, where the money was missing', async () => {
      await using desk = await deskWithFee();
      const { receipt_id } = await desk.db.one(sql<{ receipt_id: string }>`
        select receipt_id
          from cash.receipt`);
      const proposed = (reason: string) =>
        desk.done(async (context) => {
          const paid = await lockReceipt(context.tx, id(receipt_id));
          return accept(paid && (await feeOfPolicy(context.tx, paid, { reason, said: '' })));
        });
      expect(await proposed('NSF')).toEqual(usd('35.00'));
      expect(await proposed('Insufficient funds, says the bank')).toEqual(usd('35.00'));
      expect(await proposed('R10')).toBeUndefined();
      await desk.policy({ returnFeeMinor: '0' });
      expect(await proposed('NSF')).toBeUndefined();
    });

    test('asks no more than the customer’s state allows', async () => {
      await using desk = await deskWithFee();
      await desk.done(async ({ tx }) => {
        await tx.run(sql`
          update customers.customer
             set state = 'NY', country = 'US'`);
        return accept(null);
      });
      const back = { ...check, returned: { reason: 'R01' } };
      await desk.bank('2026-06-08', '-750', 'RETURNED CHECK 1042', back);
      await desk.match();
      expect(await desk.open(desk.accountId)).toEqual(['I-1 750.00', 'FEE-2026-06-08 20.00']);
    });

    test('asks nothing where a payment was stopped or disputed', async () => {
      await using desk = await deskWithFee();
      const back = { ...check, returned: { reason: 'R08' } };
      await desk.bank('2026-06-08', '-750', 'RETURNED CHECK 1042', back);
      await desk.match();
      expect(await states(desk)).toEqual(['returned', 'settled']);
      expect(await desk.open(desk.accountId)).toEqual(['I-1 750.00']);
    });
  });
});
