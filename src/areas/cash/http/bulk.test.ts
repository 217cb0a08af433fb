import { expect, test } from 'vitest';
import { id } from '#kernel/ids.ts';
import { currency } from '#kernel/money.ts';
import { accept } from '#kernel/outcome.ts';
import { type Context, accepted, perform } from '#platform/action.ts';
import { fingerprint } from '#platform/files/fingerprint.ts';
import { registerBankAccount } from '#areas/bank-files/actions/register-bank-account.ts';
import { takeInFile } from '#areas/bank-files/actions/take-in-file.ts';
import { bytesFor, fileOf, line, statementOf } from '#test/support/bank-files.ts';
import { openDesk } from '#test/support/http-desk.ts';
import { receiveLines } from '../actions/receive-lines.ts';

/** The bank credited 1,000 for many payments; a poster and a collector look at it. */
async function deskCredited() {
  const desk = await openDesk();
  const companyId = await desk.company('ACME');
  const actor = { ref: 'job:test', memberId: null };
  const doing = { action: 'test.bank', actor, reason: 'for the test', input: null };
  const more = { channel: 'ach', code: 'bai:166' } as const;
  const on = desk.clock.today();
  const neutral = fileOf(statementOf([line(on, '1000', 'ACH SETTLEMENT', more)]));
  const bytes = bytesFor(neutral);
  const come = { companyId, fileName: 'bank.bai', bytes, sha256: fingerprint(bytes), neutral };
  const account = { name: 'Operating', number: '000123', cashAccount: '1010' };
  const work = async (context: Context) => {
    const wish = { companyId, ...account, currency: currency('USD') };
    accepted(await registerBankAccount(context, wish));
    accepted(await takeInFile(context, { ...come, source: 'upload', companies: 'all' }));
    return accept(await receiveLines(context, companyId));
  };
  accepted(await perform(desk, doing, work));
  const poster = await desk.signIn(await desk.member('poster'));
  const collector = await desk.signIn(await desk.member('collector'));
  const { body } = await poster.get('/api/v1/cash/receipts?view=waiting');
  // The answer of the queue.
  const [receipt] = (body as { rows: { receiptId: string; state: string }[] }).rows;
  const path = `/api/v1/cash/receipts/${receipt?.receiptId ?? ''}`;
  return { ...desk, poster, collector, receipt, path };
}

test('a credit of many payments is awaited, split by name, and its parts are told', async () => {
  await using desk = await deskCredited();
  const { poster, collector, path } = desk;
  expect(desk.receipt).toMatchObject({ state: 'awaiting', waitsUntil: expect.any(String) });
  const clocks = await poster.get('/api/v1/clocks');
  expect(clocks.body).toMatchObject({ rows: [{ kind: 'bulk_details', state: 'running' }] });

  const parts = ['600.00', '400.00'].map((amount) => ({ payerName: `Payer ${amount}`, amount }));
  const body = { parts, reason: 'the bank said so by phone' };
  expect((await collector.send('POST', `${path}/parts`, body)).status).toBe(403);
  const short = { ...body, parts: [...parts, { amount: '0.01' }] };
  expect(await poster.send('POST', `${path}/parts`, short)).toMatchObject({
    status: 422,
    body: { code: 'cash.parts_differ', facts: { parts: '1000.01', amount: '1000.00' } },
  });
  const strange = { ...body, parts: parts.map((part) => ({ ...part, account: 'NOWHERE' })) };
  expect(await poster.send('POST', `${path}/parts`, strange)).toMatchObject({
    status: 422,
    body: { code: 'cash.part_of_no_account', facts: { account: 'NOWHERE', part: 1 } },
  });
  const made = await poster.send('POST', `${path}/parts`, body);
  expect(made.status).toBe(200);
  const told = await collector.get(`${path}/parts`);
  expect(told.body).toMatchObject({
    bulkId: null,
    parts: [
      { payerName: 'Payer 600.00', amount: '600.00' },
      { payerName: 'Payer 400.00', amount: '400.00' },
    ],
  });
});

test('a person takes it as one payment, and says again that it is many', async () => {
  await using desk = await deskCredited();
  const { poster, collector, path } = desk;
  const body = { reason: 'one payer after all' };
  expect((await collector.send('POST', `${path}/one-payment`, body)).status).toBe(403);
  expect((await poster.send('POST', `${path}/one-payment`, body)).status).toBe(200);
  expect(await poster.send('POST', `${path}/one-payment`, body)).toMatchObject({
    status: 422,
    body: { code: 'cash.details_not_awaited' },
  });
  const until = { until: '2027-01-04', reason: 'the list is to come' };
  expect((await collector.send('POST', `${path}/details-awaited`, until)).status).toBe(403);
  expect((await poster.send('POST', `${path}/details-awaited`, until)).status).toBe(200);
  const clocks = await poster.get('/api/v1/clocks');
  expect(clocks.body).toMatchObject({ rows: [{ state: 'running', dueOn: '2027-01-04' }] });
  const { body: queue } = await poster.get('/api/v1/cash/receipts?state=awaiting');
  expect(queue).toMatchObject({ rows: [{ state: 'awaiting', waitsUntil: '2027-01-04' }] });
  const nobody = `/api/v1/cash/receipts/${id('0198c0de-0000-7000-8000-000000000001')}/parts`;
  expect((await poster.get(nobody)).status).toBe(404);
});
