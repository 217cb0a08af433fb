import { expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { accepted, perform } from '#platform/action.ts';
import { postItem } from '#areas/ledger/actions/post-item.ts';
import { postReceipt } from '#areas/ledger/actions/post-receipt.ts';
import { standardPolicy } from '#areas/ledger/rules/policy.ts';
import { documentWish, receiptWish } from '#test/support/builders.ts';
import { type TestDesk, openDesk } from '#test/support/http-desk.ts';

const terms = {
  graceDays: 0,
  interest: { ratePct: '12', per: 'year', dayCount: 'ACT/365F', clause: '§ 7' },
  fees: [{ currency: 'USD', from: '0', amount: '25.00' }],
  feeClause: '§ 8',
  statutes: [],
  alone: false,
};

test('terms, quote, run and its decision; each write has its permission', async () => {
  await using desk = await openDesk();
  const companyId = await desk.company('ACME');
  const runId = await desk.account(companyId, 'N-1');
  const auditor = await desk.signIn(await desk.member('auditor'));
  const senior = await desk.signIn(await desk.member('senior'));
  const controller = await desk.signIn(await desk.member('controller'));
  const policy = '/api/v1/companies/ACME/charge-terms';
  expect((await auditor.get(policy)).body).toMatchObject({ interest: null, fees: [] });
  const said = { ...terms, reason: 'contract of 2026' };
  expect(await senior.send('PUT', policy, said)).toMatchObject({ status: 403 });
  expect((await controller.send('PUT', policy, { ...said, feeClause: '' })).body).toMatchObject({
    code: 'charges.fee_without_clause',
  });
  expect(await controller.send('PUT', policy, said)).toMatchObject({ status: 200 });
  expect((await auditor.get(policy)).body).toEqual(terms);
  const quoted = await auditor.get('/api/v1/charges/quote?asOf=2026-11-20');
  const runs = '/api/v1/charges/runs';
  const run = { reason: 'end of the month' };
  expect(await auditor.send('POST', runs, run)).toMatchObject({ status: 403 });
  expect((await senior.send('POST', runs, run)).body).toMatchObject({
    code: 'charges.nothing_to_charge',
  });
  expect(quoted.body).toMatchObject({ company: 'ACME', asOf: '2026-11-20', rows: [], totals: [] });
  expect((await auditor.get(runs)).body).toEqual({ rows: [] });
  const nowhere = `${runs}/${runId}`;
  expect((await auditor.get(nowhere)).body).toMatchObject({ code: 'charges.no_such_run' });
  const yes = { said: 'yes', reason: 'seen' };
  expect(await auditor.send('POST', `${nowhere}/decision`, yes)).toMatchObject({ status: 403 });
  expect((await senior.send('POST', `${nowhere}/decision`, yes)).body).toMatchObject({
    code: 'charges.no_such_run',
  });
});

test('an answered rest makes room in a cut list for the next, and all are counted', async () => {
  await using desk = await openDesk();
  const accountId = await desk.account(await desk.company('ACME'), 'N-1');
  const manager = await desk.signIn(await desk.member('manager'));
  await restsOf(desk, accountId, ['900', '800', '700']);
  const path = '/api/v1/charges/short-payments?limit=1';
  const first = (await manager.get(path)).body as { rows: { itemId: string }[] };
  expect(first).toMatchObject({ count: 3, cut: true, rows: [{ open: '900.00' }] });
  const answer = { answer: 'ask', note: 'called' };
  const rest = `/api/v1/accounts/${accountId}/items/${first.rows[0]?.itemId}/short-answer`;
  expect(await manager.send('POST', rest, answer)).toMatchObject({ status: 200 });
  const then = (await manager.get(path)).body;
  expect(then).toMatchObject({ count: 2, cut: true, rows: [{ open: '800.00' }] });
});

/** Debts of 1,000 that are late, each paid but for so much. */
async function restsOf(desk: TestDesk, accountId: Id, rests: readonly string[]): Promise<void> {
  const actor = { ref: 'job:test', memberId: null };
  const booking = { action: 'test.book', actor, reason: 'for the test', input: null };
  await perform(desk, booking, async (context) => {
    for (const rest of rests) {
      const told = { amount: '1000', issued: '2026-09-01', number: rest };
      const posted = accepted(await postItem(context, documentWish(accountId, 'invoice', told)));
      const amount = String(1000 - Number(rest));
      const pays = posted.itemIds.map((itemId) => [itemId, amount] as const);
      const wish = receiptWish(accountId, { amount, on: '2026-11-01', reference: rest, pays });
      accepted(await postReceipt(context, wish, standardPolicy));
    }
    return accept(null);
  });
}

test('what is not there is not waived, reversed, reinstated or answered for', async () => {
  await using desk = await openDesk();
  const accountId = await desk.account(await desk.company('ACME'), 'N-1');
  const auditor = await desk.signIn(await desk.member('auditor'));
  const manager = await desk.signIn(await desk.member('manager'));
  expect((await auditor.get('/api/v1/charges')).body).toEqual({ rows: [] });
  const why = { reason: 'x' };
  for (const verb of ['waiver', 'waiver-requests', 'reversal', 'reinstatement']) {
    const path = `/api/v1/accounts/${accountId}/charges/${accountId}/${verb}`;
    expect(await auditor.send('POST', path, why)).toMatchObject({ status: 403 });
    expect((await manager.send('POST', path, why)).body).toMatchObject({
      code: 'charges.no_such_charge',
    });
  }
  expect((await auditor.get('/api/v1/charges/short-payments')).body).toMatchObject({ rows: [] });
  const path = `/api/v1/accounts/${accountId}/items/${accountId}/short-answer`;
  const said = { answer: 'ask', note: 'x' };
  expect(await auditor.send('POST', path, said)).toMatchObject({ status: 403 });
  expect((await manager.send('POST', path, said)).body).toMatchObject({
    code: 'charges.no_such_rest',
  });
});
