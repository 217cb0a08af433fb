import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { deskOwed1000, usd } from '#test/support/builders.ts';
import { standardPromisePolicy as policy } from '../rules/promise.ts';
import { promisesOfAccount } from '../store/list.ts';
import { judgePromises } from './judge-promises.ts';
import { makePromise } from './make-promise.ts';
import { withdrawPromise } from './withdraw-promise.ts';

async function deskWithPromise() {
  const desk = await deskOwed1000();
  const { accountId } = desk;
  const wish = {
    accountId,
    amount: usd('500'),
    dueOn: day('2026-07-25'),
    saidBy: 'Ms Orr',
    method: null,
    itemIds: [],
    supersedes: [],
    note: '',
  };
  const { promiseId } = await desk.done((context) => makePromise(context, wish, policy));
  const withdraw = (which: Id) =>
    desk.act((context) => withdrawPromise(context, { accountId, promiseId: which }));
  return { ...desk, promiseId, withdraw };
}

test('a promise written down wrongly is withdrawn and breaks no word', async () => {
  await using desk = await deskWithPromise();
  expect(await desk.withdraw(desk.promiseId)).toMatchObject({ value: { state: 'withdrawn' } });
  desk.on('2026-08-10');
  await desk.done((context) => judgePromises(context, [desk.accountId], policy));
  const [promise] = await promisesOfAccount(desk.db, desk.accountId);
  expect(promise?.history.map(({ state, on }) => [state, on])).toEqual([
    ['open', '2026-07-20'],
    ['withdrawn', '2026-07-20'],
  ]);
});

test('only an open promise can be withdrawn', async () => {
  await using desk = await deskWithPromise();
  desk.on('2026-07-28');
  await desk.done((context) => judgePromises(context, [desk.accountId], policy));
  expect(await desk.withdraw(desk.promiseId)).toMatchObject({
    refusal: 'promise.not_open',
    facts: { state: 'broken' },
  });
  expect(await desk.withdraw(desk.accountId)).toMatchObject({ refusal: 'promise.no_such_promise' });
});
