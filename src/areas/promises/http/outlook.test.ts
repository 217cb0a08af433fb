import { expect, test } from 'vitest';
import { accept } from '#kernel/outcome.ts';
import { accepted, perform } from '#platform/action.ts';
import { ensureAccounts } from '#areas/customers/index.ts';
import { postItem } from '#areas/ledger/actions/post-item.ts';
import { documentWish } from '#test/support/builders.ts';
import { openDesk } from '#test/support/http-desk.ts';

/** A collector at a browser, and an account that has promised $400 for the 27th. */
async function deskPromised400() {
  const desk = await openDesk();
  const companyId = await desk.company('ACME');
  const actor = { ref: 'job:test', memberId: null };
  const doing = { action: 'test.book', actor, reason: 'for the test', input: null };
  const done = await perform(desk, doing, async (context) => {
    const stated = [{ customerNumber: 'NORTH', name: 'North' }];
    const ensured = await ensureAccounts(context, companyId, stated, { source: 'test' });
    const accountId = ensured.get('NORTH')?.accountId ?? companyId;
    const wish = documentWish(accountId, 'invoice', { amount: '1000', issued: '2026-09-01' });
    accepted(await postItem(context, wish));
    return accept(accountId);
  });
  const rosa = await desk.signIn(await desk.member('collector'));
  await rosa.send('POST', `/api/v1/accounts/${accepted(done).answer}/promises`, {
    amount: '400.00',
    currency: 'USD',
    dueOn: '2026-11-27',
    saidBy: 'Ms Orr',
  });
  return { ...desk, rosa };
}

test('the outlook over HTTP shows the weeks, and a week its promises', async () => {
  await using desk = await deskPromised400();
  expect((await desk.rosa.get('/api/v1/promises/outlook')).body).toMatchObject({
    rate: { judged: 0, kept: 0, pct: null },
    currencies: [{ currency: 'USD', weeks: [{ weekStart: '2026-11-23', outstanding: '400.00' }] }],
  });
  const week = await desk.rosa.get('/api/v1/promises/outlook/2026-11-23?currency=USD');
  expect(week.body).toMatchObject({
    expected: null,
    rows: [{ account: 'NORTH', basis: 'none', expected: null }],
  });
});

test('the outlook shows nothing of companies that the reader may not see', async () => {
  await using desk = await deskPromised400();
  await desk.company('OTHER');
  const limited = await desk.signIn(await desk.member('collector', { companies: ['OTHER'] }));
  expect((await limited.get('/api/v1/promises/outlook')).body).toMatchObject({ currencies: [] });
  expect((await desk.rosa.get('/api/v1/promises/outlook?mine=true')).body).toMatchObject({
    currencies: [],
  });
  const bad = await desk.rosa.get('/api/v1/promises/outlook/november?currency=USD');
  expect(bad.status).toBe(400);
});
