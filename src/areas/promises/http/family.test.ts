import { expect, test } from 'vitest';
import { accept } from '#kernel/outcome.ts';
import { accepted, perform } from '#platform/action.ts';
import { ensureAccounts } from '#areas/customers/index.ts';
import { postItem } from '#areas/ledger/actions/post-item.ts';
import { documentWish } from '#test/support/builders.ts';
import { openDesk } from '#test/support/http-desk.ts';

/** NORTH under HEAD owes $1,000; HEAD owes nothing. */
async function deskOfFamily() {
  const desk = await openDesk();
  const companyId = await desk.company('ACME');
  const actor = { ref: 'job:test', memberId: null };
  const doing = { action: 'test.book', actor, reason: 'for the test', input: null };
  const done = await perform(desk, doing, async (context) => {
    const stated = [
      { customerNumber: 'HEAD', name: 'Head' },
      { customerNumber: 'NORTH', name: 'North', parentNumber: 'HEAD' },
    ];
    const ensured = await ensureAccounts(context, companyId, stated, { source: 'test' });
    const accountId = ensured.get('NORTH')?.accountId ?? companyId;
    const wish = documentWish(accountId, 'invoice', { amount: '1000', issued: '2026-09-01' });
    accepted(await postItem(context, wish));
    return accept({ accountId, headId: ensured.get('HEAD')?.accountId ?? companyId });
  });
  return { ...desk, ...accepted(done).answer };
}

const wish = { amount: '400.10', currency: 'USD', dueOn: '2026-11-27', saidBy: 'Ms Orr' };

test('a family’s word is tried out, given from any account, and refused to readers', async () => {
  await using desk = await deskOfFamily();
  const rosa = await desk.signIn(await desk.member('collector'));
  const path = `/api/v1/accounts/${desk.headId}/promises/family`;
  const tried = await rosa.send('POST', `${path}?dryRun=true`, wish);
  expect(tried.body).toMatchObject({
    dryRun: true,
    answer: {
      promises: [{ account: 'NORTH', amount: '400.10', items: [{ promised: '400.10' }] }],
    },
  });
  const list = `/api/v1/accounts/${desk.accountId}/promises`;
  expect((await rosa.get(list)).body).toEqual({ rows: [] });
  expect((await rosa.send('POST', path, wish)).status).toBe(200);
  expect((await rosa.get(list)).body).toMatchObject({ rows: [{ amount: '400.10' }] });
  expect(await rosa.send('POST', path, { ...wish, amount: '1.005' })).toMatchObject({
    status: 422,
    body: { code: 'promise.amount_unreadable' },
  });
  const auditor = await desk.signIn(await desk.member('auditor'));
  expect((await auditor.send('POST', path, wish)).status).toBe(403);
});
