import { expect, test } from 'vitest';
import { plusDays } from '#kernel/day.ts';
import { accept } from '#kernel/outcome.ts';
import { accepted, perform } from '#platform/action.ts';
import { ensureAccounts, setCreditLimit } from '#areas/customers/index.ts';
import { postItem } from '#areas/ledger/actions/post-item.ts';
import { documentWish, usd } from '#test/support/builders.ts';
import { openDesk } from '#test/support/http-desk.ts';

/** Limits of 10,000: NORTH owes 9,500, SOUTH 2,000, EAST nothing. */
async function deskOfLimits() {
  const desk = await openDesk();
  const companyId = await desk.company('ACME');
  const actor = { ref: 'job:test', memberId: null };
  const doing = { action: 'test.book', actor, reason: 'for the test', input: null };
  const done = await perform(desk, doing, async (context) => {
    const numbers = ['NORTH', 'SOUTH', 'EAST'];
    const stated = numbers.map((customerNumber) => ({ customerNumber, name: customerNumber }));
    const ensured = await ensureAccounts(context, companyId, stated, { source: 'test' });
    const idOf = (number: string) => ensured.get(number)?.accountId ?? companyId;
    const currency = 'USD';
    for (const number of numbers) {
      const given = { accountId: idOf(number), limit: usd('10000'), currency };
      accepted(await setCreditLimit(context, given));
    }
    const owed = [['NORTH', '9500'] as const, ['SOUTH', '2000'] as const];
    for (const [number, amount] of owed) {
      const wish = documentWish(idOf(number), 'invoice', { amount, issued: '2026-11-01' });
      await postItem(context, wish);
    }
    return accept(idOf('SOUTH'));
  });
  return { ...desk, south: accepted(done).answer };
}

test('limits nearly used up or due for review are listed; a stranger sees none', async () => {
  await using desk = await deskOfLimits();
  const controller = await desk.signIn(await desk.member('controller'));
  const today = desk.clock.today();
  const more = { reviewOn: plusDays(today, 10), untilOn: plusDays(today, 20) };
  const limit = { kind: 'standing', amount: '10000', currency: 'USD', reason: 'as before' };
  const path = `/api/v1/accounts/${desk.south}/limits`;
  expect((await controller.send('POST', path, { ...limit, ...more })).status).toBe(200);
  const list = async (query: string) =>
    (await controller.get(`/api/v1/credit/limits${query}`)).body;
  const north = { account: 'NORTH', used: 95, exposure: '9500.00', findings: ['used'] };
  const south = { account: 'SOUTH', used: 20, findings: ['expiring', 'review'], ...more };
  expect(await list('')).toMatchObject({ rows: [north, south], count: 2, cut: false });
  expect(await list('?direction=asc')).toMatchObject({ rows: [south, north] });
  expect(await list('?view=used')).toMatchObject({ rows: [north], count: 1 });
  expect(await list('?view=review&sort=review')).toMatchObject({ rows: [south] });
  expect(await list('?within=5&percent=96')).toMatchObject({ rows: [] });
  expect((await desk.ask('GET', '/api/v1/credit/limits')).status).toBe(401);
});

test('the common limit of a family is listed with what all of it has at risk', async () => {
  await using desk = await deskOfLimits();
  const controller = await desk.signIn(await desk.member('controller'));
  const limit = { kind: 'group', amount: '4000', currency: 'USD', reason: 'one owner' };
  const path = `/api/v1/accounts/${desk.south}/limits`;
  expect((await controller.send('POST', path, limit)).status).toBe(200);
  const list = async (query: string) =>
    (await controller.get(`/api/v1/credit/limits${query}`)).body;
  const family = { family: 'SOUTH', limit: '4000.00', exposure: '2000.00', used: 50, findings: [] };
  expect(await list('?view=family')).toMatchObject({ rows: [family], count: 1 });
  expect(await list('?view=all')).toMatchObject({ rows: [{ account: 'NORTH', family: null }] });
  expect(await list('?view=all&percent=50')).toMatchObject({
    rows: [{ account: 'NORTH' }, { family: 'SOUTH', findings: ['used'] }],
  });
});
