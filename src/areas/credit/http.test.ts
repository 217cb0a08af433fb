import { describe, expect, test } from 'vitest';
import { accept } from '#kernel/outcome.ts';
import { accepted, perform } from '#platform/action.ts';
import { ensureAccounts, setCreditLimit } from '#areas/customers/index.ts';
import { postItem } from '#areas/ledger/actions/post-item.ts';
import { sql } from '#platform/postgres/sql.ts';
import { documentWish, usd } from '#test/support/builders.ts';
import { openDesk } from '#test/support/http-desk.ts';

/** Limit 10,000 and 8,000 owed; an order system, a manager, a controller and a collector. */
async function deskOfOrders() {
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
    accepted(await setCreditLimit(context, { accountId, limit: usd('10000'), currency: 'USD' }));
    await postItem(
      context,
      documentWish(accountId, 'invoice', { amount: '8000', issued: '2026-11-01' }),
    );
    return accept(accountId);
  });
  const accountId = accepted(done).answer;
  const manager = await desk.signIn(await desk.member('manager'));
  const rosa = await desk.signIn(await desk.member('collector'));
  const controller = await desk.signIn(await desk.member('controller'));
  const order = (number: string, amount: string, more: object = {}) =>
    manager.send('POST', '/api/v1/orders', {
      account: 'NORTH',
      order: number,
      amount,
      currency: 'USD',
      ...more,
    });
  return { ...desk, accountId, manager, rosa, controller, order };
}

describe('an order over HTTP', () => {
  test('is answered at once, with every reason in the reader’s language', async () => {
    await using desk = await deskOfOrders();
    expect((await desk.order('O1', '2000.00')).body).toMatchObject({
      verdict: 'approved',
      figures: { exposure: '8000.00', withOrder: '10000.00', limit: '10000.00' },
    });
    expect((await desk.order('O2', '0.01')).body).toMatchObject({
      verdict: 'held',
      reasons: [{ reason: 'over_limit', says: 'Over the limit of $10,000.00 by $0.01' }],
    });
    const orders = await desk.rosa.get(`/api/v1/accounts/${desk.accountId}/orders`);
    expect(orders.body).toMatchObject({
      rows: [{ order: 'O2' }, { order: 'O1', open: '2000.00' }],
    });
  });

  test('is asked for without being written, at any document', async () => {
    await using desk = await deskOfOrders();
    const ask = { account: 'north', amount: '3000.00', currency: 'USD' };
    const check = (more: object) =>
      desk.rosa.send('POST', '/api/v1/orders/check', { ...ask, ...more });
    expect((await check({})).body).toMatchObject({ verdict: 'held' });
    expect((await check({ at: 'invoice' })).body).toMatchObject({ verdict: 'approved' });
    const orders = await desk.rosa.get(`/api/v1/accounts/${desk.accountId}/orders`);
    expect(orders.body).toEqual({ rows: [] });
  });

  test.each([
    [{ account: 'NOBODY' }, 'credit.no_such_account'],
    [{ amount: '1.234' }, 'credit.amount_unreadable'],
    [{ orderedOn: '2027-01-01' }, 'credit.order_ahead'],
    [{ delivered: '-1' }, 'credit.amount_negative'],
  ])('with %o is refused by name', async (more, code) => {
    await using desk = await deskOfOrders();
    expect((await desk.order('O1', '5.00', more)).body).toMatchObject({ code });
  });

  test('is refused to who may not state orders, and to who sees other companies', async () => {
    await using desk = await deskOfOrders();
    const body = { account: 'NORTH', order: 'O1', amount: '1.00', currency: 'USD' };
    const stated = await desk.rosa.send('POST', '/api/v1/orders', body);
    expect(stated).toMatchObject({ status: 403, body: { code: 'permission.missing' } });
    const placed = await desk.order('O1', '5000');
    const { orderId } = placed.body as { orderId: string };
    await desk.company('OTHER');
    const away = await desk.signIn(await desk.member('manager', { companies: ['OTHER'] }));
    const seen = await away.get(`/api/v1/orders/${orderId}`);
    expect(seen.body).toMatchObject({ code: 'credit.no_such_order' });
    const released = await away.send('POST', `/api/v1/orders/${orderId}/decision`, {
      act: 'release',
      reason: 'mine',
    });
    expect(released.body).toMatchObject({ code: 'credit.no_such_order' });
    expect((await away.send('POST', '/api/v1/orders/check', body)).body).toMatchObject({
      code: 'credit.no_such_account',
    });
  });
});

describe('the hold list', () => {
  test('of more orders than it lists says how many wait, and is whole at its limit', async () => {
    await using desk = await deskOfOrders();
    const placed = await desk.order('O1', '5000.00');
    const copy = (many: number) =>
      desk.db.run(sql`
        insert into credit.sales_order (account_id, order_id, number, ordered_on, currency,
                                        amount_minor, state, recorded_at, verdict, verdict_how,
                                        held_at)
        select o.account_id, gen_random_uuid(), gen_random_uuid()::text, o.ordered_on, o.currency,
               o.amount_minor + n, 'open', o.recorded_at, 'held', o.verdict_how, o.held_at
          from credit.sales_order o
         cross join generate_series(1, ${many}::integer) n
         where o.order_id = ${(placed.body as { orderId: string }).orderId}`);
    await copy(999);
    const whole = { count: 1000, listed: 1000, waiting: 1000, cut: false };
    expect((await desk.manager.get('/api/v1/holds')).body).toMatchObject(whole);
    await copy(2);
    const first = { count: 1000, listed: 1000, waiting: 1002, cut: true };
    expect((await desk.manager.get('/api/v1/holds')).body).toMatchObject(first);
  });

  test('says who may release, and a release is written with its reason', async () => {
    await using desk = await deskOfOrders();
    const placed = await desk.order('O1', '5000.00');
    const { orderId } = placed.body as { orderId: string };
    expect((await desk.manager.get('/api/v1/holds')).body).toMatchObject({
      count: 1,
      clears: 0,
      reasons: [{ reason: 'over_limit', count: 1 }],
      rows: [{ order: 'O1', authority: { mine: true, who: 'manager' }, amount: '5000.00' }],
    });
    expect((await desk.rosa.get('/api/v1/holds')).body).toMatchObject({
      rows: [{ authority: { mine: false } }],
    });
    const path = `/api/v1/orders/${orderId}/decision`;
    const unasked = await desk.manager.send('POST', path, { act: 'release', reason: ' ' });
    expect(unasked.status).toBe(400);
    const released = await desk.manager.send('POST', path, {
      act: 'release',
      reason: 'paid today',
    });
    expect(released.body).toMatchObject({ verdict: 'released' });
    expect((await desk.manager.get(`/api/v1/orders/${orderId}`)).body).toMatchObject({
      acts: [
        { kind: 'released', by: 'The manager', reason: 'paid today', policy: 'standard 0' },
        { kind: 'held', how: 'check' },
      ],
      statements: [{ amount: '5000.00' }],
    });
    expect((await desk.manager.get('/api/v1/holds')).body).toMatchObject({ count: 0 });
  });

  test('is decided in bulk, the smallest first', async () => {
    await using desk = await deskOfOrders();
    const orderIds: string[] = [];
    for (const [number, amount] of [
      ['A', '50000.00'],
      ['B', '3000.00'],
    ] as const) {
      const { orderId } = (await desk.order(number, amount)).body as { orderId: string };
      orderIds.push(orderId);
    }
    const many = { orderIds, act: 'release', reason: 'as agreed' };
    expect((await desk.manager.send('POST', '/api/v1/orders/decisions', many)).body).toMatchObject({
      done: 1,
      rows: [{ verdict: 'released', refused: null }, { refused: expect.stringContaining('Ask') }],
    });
  });

  test('may be decided by nobody who sets limits', async () => {
    await using desk = await deskOfOrders();
    const { orderId } = (await desk.order('O1', '5000.00')).body as { orderId: string };
    const path = `/api/v1/orders/${orderId}/decision`;
    const refused = await desk.controller.send('POST', path, { act: 'release', reason: 'mine' });
    expect(refused).toMatchObject({ status: 403 });
    const limits = `/api/v1/accounts/${desk.accountId}/limits`;
    const wish = { kind: 'standing', amount: '20000', currency: 'USD', reason: 'audited figures' };
    expect((await desk.manager.send('POST', limits, wish)).status).toBe(403);
    expect((await desk.controller.send('POST', limits, wish)).status).toBe(200);
    expect((await desk.rosa.get(`/api/v1/accounts/${desk.accountId}/credit`)).body).toMatchObject({
      available: '12000.00',
      standing: { amount: '20000.00' },
      orders: [{ order: 'O1', verdict: 'held' }],
    });
  });

  test('an account is held and let go, and a release is asked for', async () => {
    await using desk = await deskOfOrders();
    const hold = `/api/v1/accounts/${desk.accountId}/credit-hold`;
    const held = await desk.manager.send('POST', hold, { act: 'hold', reason: 'address gone' });
    expect(held.body).toEqual({ held: true });
    const { orderId } = (await desk.order('O1', '5.00')).body as { orderId: string };
    const ask = await desk.rosa.send('POST', `/api/v1/orders/${orderId}/release-requests`, {
      reason: 'new address on file',
    });
    expect(ask.status).toBe(200);
    expect((await desk.manager.get('/api/v1/holds')).body).toMatchObject({
      rows: [{ authority: { asked: true } }],
    });
    const limit = { kind: 'standing', amount: '90000', currency: 'USD', reason: 'growing' };
    const asked = await desk.rosa.send(
      'POST',
      `/api/v1/accounts/${desk.accountId}/limit-requests`,
      limit,
    );
    expect(asked.status).toBe(200);
  });
});

describe('a credit policy', () => {
  const written = `policy: house
name: {en: House, es: De la casa}
blocks:
  over_limit: {at: []}
examples:
  - {name: anything goes, order: 9.00 USD, limit: 1.00 USD, expect: approved}
`;

  test('is checked, proposed, approved by another, published, and then counts', async () => {
    await using desk = await deskOfOrders();
    const { manager, controller } = desk;
    const checked = await manager.send('POST', '/api/v1/credit/policies/check', { written });
    expect(checked.body).toMatchObject({ key: 'house', problems: [], results: [{ passed: true }] });
    const bad = await manager.send('POST', '/api/v1/credit/policies/check', {
      written: 'policy: 7',
    });
    expect(bad.body).toMatchObject({ key: null, problems: [{ line: 1, field: 'policy' }, {}, {}] });
    const wish = { written, reason: 'we trust them' };
    const proposed = await manager.send('POST', '/api/v1/credit/policies', wish);
    expect(proposed.body).toEqual({ key: 'house', version: 1, passed: 1, failed: 0 });
    expect((await desk.order('O1', '5000.00')).body).toMatchObject({ verdict: 'held' });
    const version = '/api/v1/policies/credit/house/versions/1';
    const yes = { act: 'approved', reason: 'agreed' };
    expect((await manager.send('POST', `${version}/decision`, yes)).status).toBe(422);
    expect((await controller.send('POST', `${version}/decision`, yes)).status).toBe(200);
    const today = { from: desk.clock.today(), reason: 'from today' };
    expect((await manager.send('POST', `${version}/publication`, today)).status).toBe(200);
    expect((await desk.order('O2', '5000.00')).body).toMatchObject({ verdict: 'approved' });
  });
});
