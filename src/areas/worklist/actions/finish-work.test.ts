import { describe, expect, test } from 'vitest';
import { accept } from '#kernel/outcome.ts';
import type { Id } from '#kernel/ids.ts';
import { sql } from '#platform/postgres/sql.ts';
import { deskOn } from '#test/support/builders.ts';
import { listWork } from '../store/list.ts';
import type { ListState } from '../store/listed.ts';
import { buildAll, rebuildAccounts } from './build-worklist.ts';
import { finishWork } from './finish-work.ts';

/** Three accounts of nobody's, largest first, and a collector who works them. */
async function deskWithThree() {
  const desk = await deskOn('2026-11-17');
  const rosa = await desk.member('collector');
  const accountIds: Id[] = [];
  for (const [number, amount] of Object.entries({ A: '9000', B: '800', C: '60' })) {
    const accountId = await desk.account(number);
    await desk.invoice(accountId, { amount, issued: '2026-09-01', due: '2026-10-01' });
    accountIds.push(accountId);
  }
  await desk.done(async (context) => accept(await buildAll(context)));
  const finish = (accountId: Id) =>
    desk.done(
      (context) => finishWork(context, { accountId, result: 'not_reached', note: 'rang out' }),
      rosa,
    );
  const listed = async (state: ListState = 'due'): Promise<string[]> => {
    const now = desk.clock.now();
    const wanted = { owner: 'all', companies: 'all', state, now } as const;
    const reader = { memberId: null, at: now };
    const { rows } = await listWork(desk.db, wanted, {
      sort: 'rank',
      limit: null,
      reader,
    });
    return rows.map((row) => row.account);
  };
  const [a = desk.companyId, b = desk.companyId, c = desk.companyId] = accountIds;
  return { ...desk, a, b, c, finish, listed };
}

describe('done', () => {
  test('takes the account off the list until tomorrow and leads to the next', async () => {
    await using desk = await deskWithThree();
    expect(await desk.finish(desk.a)).toEqual({ next: desk.b });
    expect(await desk.listed()).toEqual(['B', 'C']);
    expect(await desk.listed('done')).toEqual(['A']);
    desk.on('2026-11-18');
    await desk.done(async (context) => accept(await buildAll(context)));
    expect(await desk.listed()).toEqual(['A', 'B', 'C']);
  });

  test('goes on below the account just left, then from the top, then nowhere', async () => {
    await using desk = await deskWithThree();
    expect(await desk.finish(desk.b)).toEqual({ next: desk.c });
    expect(await desk.finish(desk.c)).toEqual({ next: desk.a });
    expect(await desk.finish(desk.a)).toEqual({ next: null });
  });

  test('walks the list that is looked at, in its order', async () => {
    await using desk = await deskWithThree();
    const rosa = await desk.member('collector');
    const viewed = { owner: 'all', companies: 'all', sort: 'name' } as const;
    const wish = { result: 'reached', note: '', viewed } as const;
    const finish = (accountId: Id, search?: string) =>
      desk.done(
        (context) => finishWork(context, { ...wish, accountId, viewed: { ...viewed, search } }),
        rosa,
      );
    expect(await finish(desk.a, 'C')).toEqual({ next: desk.c });
    expect(await finish(desk.c)).toEqual({ next: desk.b });
  });

  test('is on the timeline with what was noted, and is a touch', async () => {
    await using desk = await deskWithThree();
    await desk.finish(desk.a);
    const line = await desk.db.one(sql`
      select a.phrase, a.text, n.last_touch
        from customers.activity a
        join customers.account_now n on n.account_id = a.account_id`);
    expect(line).toEqual({
      phrase: 'activity.work_not_reached',
      text: 'rang out',
      last_touch: 'touch.work',
    });
  });

  test('does not hide an account to which something new happens', async () => {
    await using desk = await deskWithThree();
    await desk.finish(desk.a);
    await desk.receipt(desk.a, { amount: '50', on: '2026-11-17' });
    await desk.done(async (context) => accept(await rebuildAccounts(context, [desk.a])));
    expect(await desk.listed()).toEqual(['A', 'B', 'C']);
  });
});
