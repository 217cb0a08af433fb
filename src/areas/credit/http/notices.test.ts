import { expect, test } from 'vitest';
import { accept } from '#kernel/outcome.ts';
import { accepted, perform } from '#platform/action.ts';
import { ensureAccounts, setCreditLimit } from '#areas/customers/index.ts';
import { usd } from '#test/support/builders.ts';
import { openDesk } from '#test/support/http-desk.ts';

test('a limit that is cut is told; who only reads marks nothing as sent', async () => {
  await using desk = await openDesk();
  const companyId = await desk.company('ACME');
  const doing = {
    action: 'test.book',
    actor: { ref: 'job:test', memberId: null },
    reason: 'for the test',
    input: null,
  };
  const done = await perform(desk, doing, async (context) => {
    const stated = [{ customerNumber: 'NORTH', name: 'North' }];
    const ensured = await ensureAccounts(context, companyId, stated, { source: 'test' });
    const accountId = ensured.get('NORTH')?.accountId ?? companyId;
    accepted(await setCreditLimit(context, { accountId, limit: usd('10000'), currency: 'USD' }));
    return accept(accountId);
  });
  const accountId = accepted(done).answer;
  const controller = await desk.signIn(await desk.member('controller'));
  const auditor = await desk.signIn(await desk.member('auditor'));
  const cut = { kind: 'standing', amount: '4000', currency: 'USD', reason: 'weak figures' };
  const set = await controller.send('POST', `/api/v1/accounts/${accountId}/limits`, cut);
  expect(set.status).toBe(200);
  const due = (await auditor.get('/api/v1/credit/notices')).body as {
    rows: { clockId: string }[];
  };
  expect(due).toMatchObject({ rows: [{ account: 'NORTH', order: null, sentOn: null }] });
  const path = `/api/v1/accounts/${accountId}/credit-notices/${due.rows[0]?.clockId}/sent`;
  const letter = path.replace(/sent$/u, 'letter');
  const said = { act: 'We cut your limit to 4,000.' };
  expect((await auditor.send('POST', letter, said)).status).toBe(403);
  const tried = await controller.send('POST', `${letter}?dryRun=true`, said);
  expect(tried).toMatchObject({ status: 200 });
  const how = { reason: 'by letter' };
  expect((await auditor.send('POST', path, how)).status).toBe(403);
  expect((await controller.send('POST', path, how)).body).toMatchObject({ late: false });
  expect((await controller.send('POST', path, how)).status).toBe(422);
  expect((await auditor.get('/api/v1/credit/notices')).body).toEqual({ rows: [], cut: false });
  expect((await auditor.get('/api/v1/credit/notices?view=sent')).body).toMatchObject({
    rows: [{ account: 'NORTH' }],
  });
});
