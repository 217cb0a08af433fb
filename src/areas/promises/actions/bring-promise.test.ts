import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { sql } from '#platform/postgres/sql.ts';
import { deskOwed1000, usd } from '#test/support/builders.ts';
import { bringPromise, takeBackPromise } from './bring-promise.ts';

const told = {
  amount: usd('200'),
  madeOn: day('2026-06-10'),
  dueOn: day('2026-06-20'),
  saidBy: 'Ann',
  method: null,
  itemIds: [],
  note: null,
  end: null,
};

test('a promise keeps the days that its system stated, and can be taken back', async () => {
  await using desk = await deskOwed1000();
  const { accountId } = desk;
  const end = { as: 'kept', on: day('2026-06-18'), received: 20_000n } as const;
  const { promiseId } = await desk.done((context) =>
    bringPromise(context, { ...told, accountId, end }),
  );
  const row = () =>
    desk.db.one(sql<object>`
      select p.made_on, n.state, n.state_on, n.received_minor
        from promises.promise p
        join promises.promise_now n on n.promise_id = p.promise_id`);
  expect(await row()).toEqual({
    made_on: '2026-06-10',
    state: 'kept',
    state_on: '2026-06-18',
    received_minor: 20_000n,
  });
  await desk.act(async (context) => {
    await takeBackPromise(context, { accountId, promiseId });
    return { ok: true, value: null };
  });
  expect(await row()).toMatchObject({ state: 'withdrawn' });
});

test('a promise of nothing, backwards, or of tomorrow is refused by name', async () => {
  await using desk = await deskOwed1000();
  const { accountId } = desk;
  const bring = (change: object) =>
    desk.act((context) => bringPromise(context, { ...told, accountId, ...change }));
  expect(await bring({ amount: usd('0') })).toMatchObject({
    refusal: 'promise.amount_not_positive',
  });
  expect(await bring({ dueOn: day('2026-06-01') })).toMatchObject({
    refusal: 'promise.due_before_made',
  });
  expect(await bring({ madeOn: day('2026-08-01'), dueOn: day('2026-08-02') })).toMatchObject({
    refusal: 'promise.in_the_future',
  });
});
