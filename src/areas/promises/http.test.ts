import { describe, expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { accepted, perform } from '#platform/action.ts';
import { ensureAccounts } from '#areas/customers/index.ts';
import { postItem } from '#areas/ledger/actions/post-item.ts';
import { documentWish } from '#test/support/builders.ts';
import { openDesk } from '#test/support/http-desk.ts';

/** A company with an account that owes $1,000, and a collector at a browser. */
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
    const wish = documentWish(accountId, 'invoice', { amount: '1000', issued: '2026-09-01' });
    const posted = accepted(await postItem(context, wish));
    return accept({ accountId, itemId: posted.itemIds[0] ?? null });
  });
  const { accountId, itemId } = accepted(done).answer;
  const rosa = await desk.signIn(await desk.member('collector'));
  const path = `/api/v1/accounts/${accountId}/promises`;
  return { ...desk, companyId, accountId, itemId, rosa, path };
}

const wish = { amount: '400.00', currency: 'USD', dueOn: '2026-11-27', saidBy: 'Ms Orr' };

describe('a promise over HTTP', () => {
  test('is made and then listed', async () => {
    await using desk = await deskOwed1000();
    const made = await desk.rosa.send('POST', desk.path, { ...wish, itemIds: [desk.itemId] });
    expect(made.status).toBe(200);
    const { body } = await desk.rosa.get(desk.path);
    expect(body).toMatchObject({
      rows: [
        {
          account: 'NORTH',
          amount: '400.00',
          lastDay: '2026-11-29',
          graceDays: 2,
          tolerance: '0.00',
          received: '0.00',
          missing: '400.00',
          receivedPct: 0,
          level: 1,
          state: 'open',
          takenBy: 'The collector',
          items: [{ document: 'D-2026-09-01' }],
          history: [{ state: 'open', on: '2026-11-20' }],
        },
      ],
    });
  });

  test('is refused by name and in words', async () => {
    await using desk = await deskOwed1000();
    const tooMuch = await desk.rosa.send('POST', desk.path, { ...wish, amount: '1000.01' });
    expect(tooMuch).toMatchObject({
      status: 422,
      body: {
        code: 'promise.more_than_open_balance',
        detail: 'Only 1,000.00 is open, so 1,000.01 cannot be promised.',
      },
    });
    const unreadable = await desk.rosa.send('POST', desk.path, { ...wish, amount: '1.005' });
    expect(unreadable).toMatchObject({ status: 422, body: { code: 'promise.amount_unreadable' } });
  });

  test('in a dry run is answered and not kept', async () => {
    await using desk = await deskOwed1000();
    const dry = await desk.rosa.send('POST', `${desk.path}?dryRun=true`, wish);
    expect(dry.status).toBe(200);
    expect((await desk.rosa.get(desk.path)).body).toEqual({ rows: [] });
  });

  test('with one idempotency key is made once', async () => {
    await using desk = await deskOwed1000();
    const key = { 'idempotency-key': 'call-1' };
    const first = await desk.rosa.send('POST', desk.path, wish, key);
    const again = await desk.rosa.send('POST', desk.path, wish, key);
    expect(again.body).toEqual(first.body);
    const { body } = await desk.rosa.get('/api/v1/promises');
    expect(body).toMatchObject({ count: 1, nextCursor: null });
  });

  test('is withdrawn with its reason', async () => {
    await using desk = await deskOwed1000();
    const made = await desk.rosa.send('POST', desk.path, wish);
    // The answer of a promise made.
    const { promiseId } = made.body as { promiseId: Id };
    const gone = await desk.rosa.send('POST', `${desk.path}/${promiseId}/withdrawal`, {
      reason: 'Wrong account',
    });
    expect(gone.body).toEqual({ state: 'withdrawn' });
  });
});

test('the list filters by state, day and owner, and pages', async () => {
  await using desk = await deskOwed1000();
  for (const dueOn of ['2026-11-25', '2026-11-27', '2026-12-01']) {
    await desk.rosa.send('POST', desk.path, { ...wish, amount: '100', dueOn });
  }
  const days = async (query: string): Promise<unknown> => {
    const { body } = await desk.rosa.get(`/api/v1/promises?${query}`);
    // The contract's answer.
    return (body as { rows: { dueOn: string }[] }).rows.map((row) => row.dueOn);
  };
  expect(await days('dueFrom=2026-11-26&dueTo=2026-11-30')).toEqual(['2026-11-27']);
  expect(await days('state=kept')).toEqual([]);
  expect(await days('mine=true')).toEqual([]);
  const first = await desk.rosa.get('/api/v1/promises?limit=2');
  expect(first.body).toMatchObject({ count: 3, states: [{ state: 'open', count: 3 }] });
  // As above.
  const { nextCursor } = first.body as { nextCursor: string };
  expect(await days(`limit=2&cursor=${nextCursor}`)).toEqual(['2026-12-01']);
  await desk.company('OTHER');
  const limited = await desk.signIn(await desk.member('collector', { companies: ['OTHER'] }));
  expect((await limited.get('/api/v1/promises')).body).toMatchObject({ rows: [], count: 0 });
});

test('the open promises come first by their due day, then the others newest first', async () => {
  await using desk = await deskOwed1000();
  for (const dueOn of ['2026-11-23', '2026-11-24', '2026-11-30', '2026-12-01']) {
    const made = await desk.rosa.send('POST', desk.path, { ...wish, amount: '100', dueOn });
    // The answer of a promise made.
    const { promiseId } = made.body as { promiseId: Id };
    if (dueOn < '2026-11-30') {
      await desk.rosa.send('POST', `${desk.path}/${promiseId}/withdrawal`, { reason: 'Wrong' });
    }
  }
  const order: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const query: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const { body } = await desk.rosa.get(`/api/v1/promises?limit=1${query}`);
    // The contract's answer.
    const page = body as { rows: { dueOn: string }[]; nextCursor: string | null; count: number };
    order.push(...page.rows.map((row) => row.dueOn));
    cursor = page.nextCursor;
  }
  expect(order).toEqual(['2026-11-30', '2026-12-01', '2026-11-24', '2026-11-23']);
  expect((await desk.rosa.get('/api/v1/promises?state=open')).body).toMatchObject({
    count: 2,
    states: expect.arrayContaining([
      { state: 'open', count: 2 },
      { state: 'withdrawn', count: 2 },
    ]),
  });
});
