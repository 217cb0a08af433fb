/** The bank's lines clear what was cashed, once; a check with another amount is put before us. */
import { expect, test } from 'vitest';
import { sql } from '#platform/postgres/sql.ts';
import { registerBankAccount } from '#areas/bank-files/actions/register-bank-account.ts';
import { takeInFile } from '#areas/bank-files/actions/take-in-file.ts';
import { currency } from '#kernel/money.ts';
import { fingerprint } from '#platform/files/fingerprint.ts';
import { bytesFor, fileOf, line, statementOf } from '#test/support/bank-files.ts';
import { deskOwing200, idsOf } from '#test/support/refund-desk.ts';
import { clearCashed } from './clear-cashed.ts';
import { markStale } from './follow-payment.ts';

/** A refund of $200 by check 1001 that went out on 2026-06-20, and the bank that it is drawn on. */
async function deskPaid() {
  const desk = await deskOwing200();
  const { companyId, accountId } = desk;
  const { refundId, requestId } = idsOf(await desk.ask(desk.creditId, '200', desk.rosa));
  await desk.decide(requestId, 'yes', desk.maya);
  await desk.release(refundId, desk.tess);
  await desk.payOut('check', desk.tess);
  await desk.done((context) =>
    registerBankAccount(context, {
      companyId,
      name: 'Operating',
      number: '000123',
      currency: currency('USD'),
      cashAccount: '1010',
    }),
  );
  const takeIn = async (amount: string, more: Parameters<typeof line>[3]) => {
    const neutral = fileOf(statementOf([line('2026-06-25', amount, 'CHECK PAID', more)]));
    const bytes = bytesFor(neutral);
    const file = { companyId, fileName: 'bank.bai', bytes, neutral, companies: 'all' as const };
    await desk.done((context) =>
      takeInFile(context, { ...file, sha256: fingerprint(bytes), source: 'upload' }),
    );
    await desk.heard();
  };
  const clocks = () =>
    desk.db.all(sql<{ kind: string; state: string }>`
      select kind, state from clocks.clock_card where kind like 'refund_%' order by kind`);
  const state = async () => (await desk.standing(refundId))?.state;
  return { ...desk, one: { accountId, refundId }, takeIn, clocks, state };
}

test('a check that the bank paid is cleared by its line, once', async () => {
  await using desk = await deskPaid();
  desk.on('2026-06-26');
  await desk.done((context) => markStale(context, desk.one));
  expect(await desk.clocks()).toEqual([{ kind: 'refund_stale', state: 'running' }]);
  await desk.takeIn('-200.00', { checkNumber: '00001001' });
  expect(await desk.state()).toBe('cleared');
  expect(await desk.clocks()).toEqual([{ kind: 'refund_stale', state: 'met' }]);
  const again = await desk.done((context) => clearCashed(context, desk.companyId));
  expect(again).toEqual({ cleared: 0, differs: 0 });
  const events = await desk.db.all(sql<{ on: string; line: boolean }>`
    select effective_on as on, facts ? 'lineId' as line
      from refunds.refund_event where kind = 'cleared'`);
  expect(events).toEqual([{ on: '2026-06-25', line: true }]);
});

test('a check paid with another amount is not cleared, and waits for a person', async () => {
  await using desk = await deskPaid();
  desk.on('2026-06-26');
  await desk.takeIn('-2000.00', { checkNumber: '1001' });
  expect(await desk.state()).toBe('paid');
  expect(await desk.clocks()).toEqual([{ kind: 'refund_check_differs', state: 'running' }]);
});

test('the same amount without the number is somebody else’s money', async () => {
  await using desk = await deskPaid();
  desk.on('2026-06-26');
  await desk.takeIn('-200.00', {});
  expect(await desk.state()).toBe('paid');
  expect(await desk.clocks()).toEqual([]);
});
