import { describe, expect, test } from 'vitest';
import { accept } from '#kernel/outcome.ts';
import { accepted, perform } from '#platform/action.ts';
import { ensureAccounts } from '#areas/customers/index.ts';
import { postItem } from '#areas/ledger/actions/post-item.ts';
import { documentWish } from '#test/support/builders.ts';

import { openDesk } from '#test/support/http-desk.ts';
import { metricScopes } from './contract.ts';

/** A company with an account that owes $1,000, 20 days late, and a collector at a browser. */
async function deskOwed1000() {
  const desk = await openDesk();
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
    const told = { amount: '1000', issued: '2026-10-01', due: '2026-10-31' };
    accepted(await postItem(context, documentWish(accountId, 'invoice', told)));
    return accept({ accountId });
  });
  const { accountId } = accepted(done).answer;
  const rosa = await desk.signIn(await desk.member('collector'));
  return { ...desk, accountId, rosa };
}

describe('figures over HTTP', () => {
  test('come in their usual variants with formula and parts', async () => {
    await using desk = await deskOwed1000();
    const { status, body } = await desk.rosa.get('/api/v1/metrics?company=ACME&keys=overdue,dso');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      figures: [
        { metric: 'overdue', value: '1000.00', unit: 'money', currency: 'USD' },
        {
          metric: 'dso',
          variant: 'period_end',
          value: '92.00',
          period: { from: '2026-08-21', to: '2026-11-20' },
          parts: [
            { name: 'ar', role: 'numerator', value: '1000.00' },
            { name: 'sales', role: 'denominator', value: '1000.00' },
          ],
        },
      ],
    });
  });

  test('can be narrowed to a segment or a customer, who are found by name or number', async () => {
    await using desk = await deskOwed1000();
    const found = await desk.rosa.get('/api/v1/metrics/scopes?company=ACME&search=nort');
    expect(found).toMatchObject({
      status: 200,
      body: { segments: [], customers: [{ number: 'NORTH', name: 'North' }] },
    });
    const [north] = metricScopes.answer.parse(found.body).customers;
    const customerId = north?.customerId ?? '';
    const none = await desk.rosa.get('/api/v1/metrics/scopes?search=zebra');
    expect(none.body).toMatchObject({ customers: [] });
    const named = await desk.rosa.get(`/api/v1/metrics/scopes?search=zebra&customer=${customerId}`);
    expect(named.body).toMatchObject({ customers: [{ customerId }] });
    const { body } = await desk.rosa.get(`/api/v1/metrics?keys=overdue&customer=${customerId}`);
    expect(body).toMatchObject({ figures: [{ value: '1000.00' }] });
  });

  test('open to the rows of a part, which lead to the account', async () => {
    await using desk = await deskOwed1000();
    const { body } = await desk.rosa.get('/api/v1/metrics/overdue/rows?company=ACME');
    expect(body).toMatchObject({
      part: 'overdue',
      total: '1000.00',
      count: 1,
      rows: [{ accountId: desk.accountId, account: 'NORTH', value: '1000.00', on: '2026-10-31' }],
    });
  });

  test('come as a course, in all variants, and as a file', async () => {
    await using desk = await deskOwed1000();
    const course = await desk.rosa.get('/api/v1/metrics/ar/series?company=ACME&count=3');
    expect(course.body).toMatchObject({
      figures: [{ value: '0.00' }, { value: '1000.00' }, { value: '1000.00' }],
    });
    const cei = await desk.rosa.get('/api/v1/metrics/cei?company=ACME');
    expect(cei.body).toMatchObject({ figures: [{}, { variant: 'period_total' }] });
    const file = await desk.rosa.get('/api/v1/metrics/export?company=ACME&format=csv');
    expect(file.text).toContain('Past due,due_date,1000.00,USD');
    const book = await desk.rosa.get('/api/v1/metrics/export?company=ACME&format=xlsx');
    expect(book.status).toBe(200);
  });

  test.each([
    ['/api/v1/metrics?company=NONE', 404, 'team.no_such_company'],
    ['/api/v1/metrics?keys=dso.best', 404, 'metrics.no_such_figure'],
    ['/api/v1/metrics/cei?variant=best', 404, 'metrics.no_such_figure'],
    ['/api/v1/metrics/dso/rows?part=promised', 404, 'metrics.no_such_part'],
    ['/api/v1/metrics?from=2027-01-01', 422, 'metrics.period_backwards'],
  ])('%s is refused by name', async (path, status, code) => {
    await using desk = await deskOwed1000();
    expect(await desk.rosa.get(path)).toMatchObject({ status, body: { code } });
  });

  test('are refused to whoever is not signed in', async () => {
    await using desk = await deskOwed1000();
    expect((await desk.ask('GET', '/api/v1/metrics')).status).toBe(401);
  });
});
