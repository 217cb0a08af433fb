/** Two collectors, two workers, one balance: who comes second is refused by name. */
import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { openDb } from '#platform/postgres/db.ts';
import { perform } from '#platform/action.ts';
import { applyCredit } from '#areas/ledger/actions/apply-credit.ts';
import { payRefund } from '#areas/ledger/actions/pay-refund.ts';
import { proveLedger } from '#areas/ledger/actions/prove-ledger.ts';
import { returnReceipt } from '#areas/ledger/actions/return-receipt.ts';
import { reverseApplication } from '#areas/ledger/actions/reverse-application.ts';
import { transferCredit } from '#areas/ledger/actions/transfer-credit.ts';
import { itemStates } from '#areas/ledger/store/items.ts';
import { type Story, answerOf, deskOn, usd } from '#test/support/builders.ts';

async function deskHolding1000() {
  const desk = await deskOn('2026-07-20');
  const accountId = await desk.account('NORTH');
  const other = await desk.account('SOUTH');
  const receiptId = await desk.receipt(accountId, {
    amount: '1000',
    on: '2026-07-01',
    reference: '77',
  });
  const invoices: Id[] = [];
  for (let count = 0; count < 8; count += 1) {
    invoices.push(await desk.invoice(accountId, { amount: '300', issued: '2026-06-01' }));
  }
  return { ...desk, accountId, other, receiptId, invoices };
}

describe('I-5: one receipt of 1,000', () => {
  test('pays three of eight invoices of 300 when eight people apply it at once', async () => {
    await using desk = await deskHolding1000();
    const answers = await Promise.all(
      desk.invoices.map((invoice) =>
        desk.act((context) => applyCredit(context, part(desk, invoice))),
      ),
    );
    expect(tally(answers.map(answerOf))).toEqual({
      accepted: 3,
      'ledger.more_than_available 100.00 77': 5,
    });
    await proved(desk);
  });

  test('is spent once by two server processes that refund, apply and transfer it', async () => {
    await using desk = await deskHolding1000();
    await using other = disposable(openDb(desk.url, { poolSize: 4 }));
    const worker = { db: other.db, clock: desk.clock };
    const whole = { accountId: desk.accountId, creditItemId: desk.receiptId, amount: usd('1000') };
    const paid = { paidOn: day('2026-07-20'), method: 'check', reference: '' } as const;
    const doing = (key: string) => ({
      action: 'test.race',
      actor: { ref: `job:${key}`, memberId: null },
      reason: 'a race',
      input: key,
    });
    const answers = await Promise.all([
      desk.act((context) => payRefund(context, { ...whole, ...paid })),
      perform(worker, doing('refund'), (context) => payRefund(context, { ...whole, ...paid })),
      perform(worker, doing('transfer'), (context) =>
        transferCredit(context, {
          ...whole,
          toAccountId: desk.other,
          effectiveOn: day('2026-07-20'),
        }),
      ),
    ]);
    expect(tally(answers.map(answerOf))).toEqual({
      accepted: 1,
      'ledger.more_than_available 0.00 77': 2,
    });
    await proved(desk);
  });

  test('is returned once, and its application taken back once', async () => {
    await using desk = await deskHolding1000();
    const [invoice] = desk.invoices;
    if (!invoice) throw new Error('an invoice was expected');
    const { accountId, receiptId } = desk;
    const applicationId = await desk.apply(accountId, {
      from: receiptId,
      onto: invoice,
      amount: '300',
      on: '2026-07-20',
    });
    const back = { accountId, applicationId, when: day('2026-07-20') };
    const undone = await Promise.all(
      [1, 2, 3].map(() => desk.act((context) => reverseApplication(context, back))),
    );
    expect(tally(undone.map(answerOf))).toEqual({
      accepted: 1,
      'ledger.no_such_application': 2,
    });
    const wish = { accountId, itemId: receiptId, returnedOn: day('2026-07-20') };
    const returned = await Promise.all(
      [1, 2, 3].map(() => desk.act((context) => returnReceipt(context, wish))),
    );
    expect(tally(returned.map(answerOf))).toEqual({
      accepted: 1,
      'ledger.already_returned 77 2026-07-20': 2,
    });
    await proved(desk);
  });
});

test('transfers the opposite way do not wait for each other for ever', async () => {
  await using desk = await deskHolding1000();
  const back = await desk.receipt(desk.other, { amount: '1000', on: '2026-07-01' });
  const ways = [
    { accountId: desk.accountId, toAccountId: desk.other, creditItemId: desk.receiptId },
    { accountId: desk.other, toAccountId: desk.accountId, creditItemId: back },
  ];
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, index) => ways[index % 2]).flatMap((way) =>
      way
        ? desk.act((context) =>
            transferCredit(context, { ...way, amount: usd('10'), effectiveOn: day('2026-07-20') }),
          )
        : [],
    ),
  );
  expect(tally(answers.map(answerOf))).toEqual({ accepted: 8 });
  await proved(desk);
});

test('I-4: applying and taking back is as if nothing had been', async () => {
  await using desk = await deskOn('2026-07-20');
  const accountId = await desk.account('NORTH');
  await desk.rate('EUR', '1.25', '2026-06-01');
  await desk.rate('EUR', '1.21', '2026-07-01');
  const euros = { currency: 'EUR' };
  const invoice = await desk.invoice(accountId, { amount: '1200', issued: '2026-06-01', ...euros });
  const receipt = await desk.receipt(accountId, { amount: '700', on: '2026-07-01', ...euros });
  const states = () => itemStates(desk.db, accountId, [invoice, receipt]);
  const before = await states();
  const told = { from: receipt, onto: invoice, amount: '333.33', on: '2026-07-10', ...euros };
  const applicationId = await desk.apply(accountId, told);
  const back = { accountId, applicationId, when: 'correction' as const };
  await desk.done((context) => reverseApplication(context, back));
  expect(await states()).toEqual(before);
  await proved(desk);
});

function part(desk: { accountId: Id; receiptId: Id }, invoice: Id) {
  const items = { creditItemId: desk.receiptId, debitItemId: invoice };
  const { accountId } = desk;
  return { accountId, ...items, amount: usd('300'), effectiveOn: day('2026-07-20') };
}

async function proved({ db }: Pick<Story, 'db'>): Promise<void> {
  const { checks } = await proveLedger(db);
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
}

function tally(answers: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const answer of answers) counts[answer] = (counts[answer] ?? 0) + 1;
  return counts;
}

function disposable(db: ReturnType<typeof openDb>) {
  return { db, [Symbol.asyncDispose]: () => db.close() };
}
