/** Checks on paper and the bank's list of them: numbered once, void ones kept as void. */
import { mkdtempDisposable, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { accepted } from '#platform/action.ts';
import { refuseAddress } from '#areas/customers/actions/refuse-address.ts';
import { saveAddress } from '#areas/customers/actions/save-address.ts';
import { printChecks } from '#areas/refunds/answers/checks/print-checks.ts';
import { answerOf } from '#test/support/builders.ts';
import { runCommand } from '#test/support/commands.ts';
import { deskOwing200, idsOf } from '#test/support/refund-desk.ts';
import { checkCommands } from './checks.ts';
import { checksOfPayout } from '../store/checks.ts';
import { retryRefund, returnPayment } from '../actions/follow-payment.ts';
import { saveSetting } from '../actions/save-setting.ts';

test('a check bears its street for the window, and none that mail came back from', async () => {
  await using desk = await deskOwing200();
  const { accountId } = desk;
  const { refundId, requestId } = idsOf(await desk.ask(desk.creditId, '200', desk.rosa));
  await desk.decide(requestId, 'yes', desk.maya);
  await desk.release(refundId, desk.tess);
  const { payoutId } = accepted(await desk.payOut('check', desk.tess));
  const lines = async () => (await checksOfPayout(desk.db, 'all', payoutId))[0]?.address;
  const before = await lines();
  expect(before).toEqual([]);
  const address = {
    attention: 'Accounts receivable',
    line1: '12 Quay St',
    line2: 'Suite 4',
    city: 'Portland',
    state: 'ME',
    postalCode: '04101',
    country: 'US',
  };
  const saved = await desk.done((context) => saveAddress(context, { accountId, address }));
  expect(await lines()).toEqual([
    'NORTH',
    'Accounts receivable',
    'Suite 4',
    '12 Quay St',
    'Portland ME 04101',
  ]);
  expect(await printChecks(desk.db, 'all', payoutId)).toMatchObject({ ok: true });
  const { addressId } = saved;
  const back = { accountId, addressId, cause: 'moved', on: day('2026-06-20') };
  await desk.done((context) => refuseAddress(context, back));
  expect(await lines()).toEqual([]);
});

test('a void check keeps its number and its line; the next one has the next number', async () => {
  await using desk = await deskOwing200();
  const { companyId, accountId } = desk;
  const set = (details: Record<string, string>) =>
    desk.act((context) => saveSetting(context, { companyId, method: 'check', details }));
  expect(answerOf(await set({ bankRouting: '021000022' }))).toBe(
    'refunds.routing_number_wrong 021000022',
  );
  expect(answerOf(await set({ checkColumns: 'number' }))).toBe(
    'refunds.check_column_unknown number',
  );
  const columns = 'act:I/V,check_number:8,amount:cents,issued_on:MMDDYY,payee';
  await set({ bankRouting: '021000021', bankAccount: '99', checkColumns: columns });
  const { refundId, requestId } = idsOf(await desk.ask(desk.creditId, '200', desk.rosa));
  await desk.decide(requestId, 'yes', desk.maya);
  await desk.release(refundId, desk.tess);
  const { payoutId } = accepted(await desk.payOut('check', desk.tess));
  const printed = accepted(await printChecks(desk.db, 'all', payoutId));
  expect(printed.name).toBe('checks-1001-1001.pdf');
  expect(Buffer.from(printed.body).subarray(0, 5).toString()).toBe('%PDF-');

  desk.on('2026-07-01');
  const one = { accountId, refundId };
  const back = { ...one, on: day('2026-07-01'), code: 'void' };
  await desk.done((context) => returnPayment(context, back));
  await desk.done((context) => retryRefund(context, one));
  await desk.release(refundId, desk.tess);
  await desk.payOut('check', desk.tess);
  expect(await checksOfPayout(desk.db, 'all', payoutId)).toMatchObject([
    {
      number: '1001',
      voidedOn: '2026-07-01',
      credits: [{ document: 'CM-1', amount: 20_000n }],
    },
  ]);
  expect(await printChecks(desk.db, [], payoutId)).toMatchObject({ refusal: 'refunds.no_checks' });

  const run = (...args: string[]) => runCommand(checkCommands, 'checks', desk, args);
  const head = 'act,check_number,amount,issued_on,payee';
  expect((await run('positive-pay')).out).toBe(
    `${head}\nI,00001002,20000,070126,NORTH\nV,00001001,20000,062026,NORTH`,
  );
  expect((await run('positive-pay', '--from', '2026-06-21', '--to', '2026-06-30')).out).toBe(head);
  await using folder = await mkdtempDisposable(path.join(tmpdir(), 'checks-'));
  const file = path.join(folder.path, 'checks.pdf');
  await run('print', payoutId, '--out', file);
  expect((await readFile(file)).subarray(0, 5).toString()).toBe('%PDF-');
});
