import { expect, test } from 'vitest';
import { money } from '#kernel/money.ts';
import { accept } from '#kernel/outcome.ts';
import { type Context, accepted, perform } from '#platform/action.ts';
import { fingerprint } from '#platform/files/fingerprint.ts';
import { takeInFile } from '#areas/bank-files/actions/take-in-file.ts';
import { bytesFor, fileOf } from '#test/support/bank-files.ts';
import { openDesk } from '#test/support/http-desk.ts';

test('payments of claims are seen by all, posted by posters, and await money', async () => {
  await using desk = await openDesk();
  const companyId = await desk.company('ACME');
  const usd = (minor: bigint) => money(minor, 'USD');
  const line = {
    record: 1,
    kind: 'claim',
    reference: 'C-1',
    paid: usd(80n),
    gross: usd(100n),
    deductions: [{ amount: usd(20n), reason: 'CO-45' }],
    note: 'status 1, payer claim P1',
  } as const;
  const head = { record: 1, payerName: 'Blue Shield', paymentReference: 'EFT-1' };
  const remittance = { ...head, total: usd(80n), lines: [line] };
  const neutral = { ...fileOf(), format: 'x12-835', remittances: [remittance] };
  const bytes = bytesFor(neutral);
  const file = { companyId, fileName: 'a.835', bytes, sha256: fingerprint(bytes), neutral };
  const actor = { ref: 'job:test', memberId: null };
  const doing = { action: 'test.claims', actor, reason: 'for the test', input: null };
  const work = async (context: Context) =>
    accept(accepted(await takeInFile(context, { ...file, source: 'upload', companies: 'all' })));
  accepted(await perform(desk, doing, work));

  const poster = await desk.signIn(await desk.member('poster'));
  const collector = await desk.signIn(await desk.member('collector'));
  const { body } = await collector.get('/api/v1/cash/claim-payments');
  expect(body).toMatchObject({
    rows: [{ payerName: 'Blue Shield', reference: 'EFT-1', total: '0.80', state: 'awaits_money' }],
  });
  // The answer of the list above.
  const [row] = (body as { rows: { remittanceId: string }[] }).rows;
  const path = `/api/v1/cash/claim-payments/${row?.remittanceId ?? ''}`;
  expect((await collector.get(path)).body).toMatchObject({
    claims: [{ claim: 'C-1', charged: '1.00', reductions: [{ reason: 'CO-45', amount: '0.20' }] }],
    posted: [],
  });
  expect((await collector.send('POST', `${path}/posting`, {})).status).toBe(403);
  expect(await poster.send('POST', `${path}/posting`, {})).toMatchObject({
    status: 422,
    body: { code: 'cash.claims_await_money' },
  });
});
