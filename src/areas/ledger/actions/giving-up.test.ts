/** Charges, write-offs, reversals and recoveries on a real book. */
import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { newId } from '#platform/ids.ts';
import { agingOf } from '#test/support/agings.ts';
import { answerOf, deskOn, deskOwed1000, usd } from '#test/support/builders.ts';
import { standardPolicy } from '../rules/policy.ts';
import { chargeAccount } from './charge-account.ts';
import { recoverWriteOff } from './recover-write-off.ts';
import { reverseApplication } from './reverse-application.ts';
import { reverseItem } from './reverse-item.ts';
import { writeOffItem } from './write-off-item.ts';
import { standingApplications } from '../store/items.ts';

describe('a charge', () => {
  test('is owed from its day and waived by a reversal', async () => {
    await using desk = await deskOn('2026-07-20');
    const accountId = await desk.account('NORTH');
    const days = { chargedOn: day('2026-07-10'), dueOn: day('2026-07-15') };
    const wish = { accountId, kind: 'interest', amount: usd('17.75'), ...days } as const;
    const { itemId } = await desk.done((context) => chargeAccount(context, wish));
    expect((await agingOf(desk, { asOf: '2026-07-20' })).buckets[1]).toBe('17.75');
    const waive = { accountId, itemId, reversedOn: day('2026-07-20') };
    await desk.done((context) => reverseItem(context, waive));
    expect((await agingOf(desk, { asOf: '2026-07-20' })).balance).toBe('0.00');
    expect((await agingOf(desk, { asOf: '2026-07-19' })).balance).toBe('17.75');
    const twice = await desk.act((context) => reverseItem(context, waive));
    expect(answerOf(twice)).toBe('ledger.item_in_use INT-2026-07-10 17.75');
  });

  test.each`
    amount | charged         | due             | answer
    ${'0'} | ${'2026-07-20'} | ${'2026-07-20'} | ${'ledger.amount_not_positive'}
    ${'1'} | ${'2026-07-21'} | ${'2026-07-21'} | ${'ledger.day_ahead 2026-07-21 2026-07-20'}
    ${'1'} | ${'2026-07-20'} | ${'2026-07-19'} | ${'ledger.due_before_charge 2026-07-20'}
  `('of $amount on $charged due $due is refused: $answer', async (row) => {
    await using desk = await deskOn('2026-07-20');
    const accountId = await desk.account('NORTH');
    const days = { chargedOn: day(row.charged), dueOn: day(row.due) };
    const wish = { accountId, kind: 'fee', amount: usd(row.amount), ...days } as const;
    expect(answerOf(await desk.act((context) => chargeAccount(context, wish)))).toBe(row.answer);
  });

  test('that was paid is not reversed, an invoice never is', async () => {
    await using desk = await deskOwed1000();
    const { accountId, invoiceId } = desk;
    const reverse = (itemId: Id) =>
      desk.act((context) =>
        reverseItem(context, { accountId, itemId, reversedOn: day('2026-07-20') }),
      );
    expect(answerOf(await reverse(invoiceId))).toBe('ledger.kind_not_reversible I-1 invoice');
    expect(answerOf(await reverse(newId()))).toBe('ledger.no_such_item');
  });
});

describe('a write-off', () => {
  test('goes by the roles of whoever does it, small ones together', async () => {
    await using desk = await deskOwed1000();
    const { accountId, invoiceId } = desk;
    const [manager, controller] = [await desk.member('manager'), await desk.member('controller')];
    const give = (amount: string, by = manager) =>
      desk.act(
        (context) => writeOffItem(context, { accountId, itemId: invoiceId, amount: usd(amount) }),
        by,
      );
    expect(answerOf(await give('500.01'))).toBe('ledger.beyond_authority 500.01 controller 30');
    expect(answerOf(await give('400'))).toBe('accepted');
    expect(answerOf(await give('100.01'))).toBe('ledger.beyond_authority 500.01 controller 30');
    expect(answerOf(await give('100.01', controller))).toBe('accepted');
    expect(answerOf(await give('500', controller))).toBe('ledger.more_than_open 499.99 I-1');
    const job = { ref: 'job:night', memberId: null };
    expect(answerOf(await give('0.01', job))).toBe('ledger.beyond_authority 500.02 controller 30');
  });

  test('P-09: taken back next month opens the item again, and not before', async () => {
    await using desk = await deskOwed1000();
    const { accountId, invoiceId } = desk;
    const told = { amount: '994.10', on: '2026-07-20', pays: [[invoiceId, '994.10']] } as const;
    await desk.receipt(accountId, told);
    expect((await agingOf(desk, { asOf: '2026-07-20' })).balance).toBe('5.90');
    const rest = { accountId, itemId: invoiceId, amount: usd('5.90') };
    const manager = await desk.member('manager');
    const { itemId } = await desk.done((context) => writeOffItem(context, rest), manager);
    desk.on('2026-08-20');
    const [application] = await standingApplications(desk.db, accountId, itemId);
    if (!application) throw new Error('the write-off was expected to stand');
    const { applicationId } = application;
    const back = { accountId, applicationId, when: day('2026-08-20') };
    await desk.done((context) => reverseApplication(context, back));
    expect((await agingOf(desk, { asOf: '2026-08-19' })).balance).toBe('0.00');
    const aged = await agingOf(desk, { asOf: '2026-08-20' });
    expect(aged).toMatchObject({ unapplied: '0.00', balance: '5.90' });
    // 50 days after the due day, 2026-07-01.
    expect(aged.buckets[2]).toBe('5.90');
  });

  test('that is paid after all is recovered, up to what it was', async () => {
    await using desk = await deskOwed1000();
    const { accountId, invoiceId } = desk;
    const cfo = await desk.member('cfo');
    const all = { accountId, itemId: invoiceId, amount: usd('1000') };
    const { itemId } = await desk.done((context) => writeOffItem(context, all), cfo);
    desk.on('2026-09-01');
    const recover = (amount: string, writeOffItemId = itemId) =>
      desk.act((context) =>
        recoverWriteOff(
          context,
          {
            accountId,
            writeOffItemId,
            amount: usd(amount),
            receivedOn: day('2026-09-01'),
            method: 'wire',
            reference: 'W-7',
          },
          standardPolicy,
        ),
      );
    expect(answerOf(await recover('600'))).toBe('accepted');
    expect(answerOf(await recover('400.01'))).toBe('ledger.more_than_written_off 400.00 WOFF-I-1');
    expect(answerOf(await recover('400'))).toBe('accepted');
    expect(answerOf(await recover('1', invoiceId))).toBe('ledger.not_written_off');
    expect((await agingOf(desk, { asOf: '2026-09-01' })).balance).toBe('0.00');
  });
});
