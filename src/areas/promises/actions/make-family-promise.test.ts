import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { answerOf, deskOn, usd } from '#test/support/builders.ts';
import { standardPromisePolicy as policy } from '../rules/promise.ts';
import { promisesOfAccount } from '../store/list.ts';
import { type MakeFamilyPromise, makeFamilyPromise } from './make-family-promise.ts';

/** NORTH and SOUTH under one head owe $300 and $200, SOUTH for longer; EAST is of nobody. */
async function deskOfFamily() {
  const desk = await deskOn('2026-11-20');
  const head = await desk.account('HEAD');
  const north = await desk.account('NORTH', { parent: 'HEAD' });
  const south = await desk.account('SOUTH', { parent: 'HEAD' });
  const east = await desk.account('EAST');
  await desk.invoice(north, { amount: '300.10', issued: '2026-09-01', number: 'N-1' });
  await desk.invoice(south, { amount: '200', issued: '2026-08-01', number: 'S-1' });
  await desk.invoice(east, { amount: '900', issued: '2026-07-01' });
  const promise = (part: Partial<MakeFamilyPromise>) =>
    desk.act((context) =>
      makeFamilyPromise(
        context,
        {
          accountId: head,
          accountIds: [],
          companies: 'all',
          amount: usd('400.05'),
          dueOn: day('2026-11-27'),
          saidBy: 'Ms Orr',
          method: null,
          note: '',
          ...part,
        },
        policy,
      ),
    );
  return { ...desk, head, north, south, east, promise };
}

test('one word is shared over the accounts of the family, the oldest debts first', async () => {
  await using desk = await deskOfFamily();
  const made = await desk.promise({});
  if (!made.ok) throw new Error(made.refusal);
  const told = made.value.promises.toSorted((a, b) => (a.account < b.account ? -1 : 1));
  expect(told).toMatchObject([
    { account: 'NORTH', amount: '200.05', items: [{ document: 'N-1', promised: '200.05' }] },
    { account: 'SOUTH', amount: '200.00', items: [{ document: 'S-1', promised: '200.00' }] },
  ]);
  expect(await promisesOfAccount(desk.db, desk.north)).toMatchObject([
    { state: 'open', amount: usd('200.05'), items: [{ document: 'N-1' }] },
  ]);
  expect(await promisesOfAccount(desk.db, desk.east)).toEqual([]);
});

test('more than the family owes and has not promised is refused, and nothing is kept', async () => {
  await using desk = await deskOfFamily();
  expect(answerOf(await desk.promise({ amount: usd('500.11') }))).toBe(
    'promise.more_than_open_balance 500.11 500.10',
  );
  await desk.promise({ amount: usd('400') });
  expect(answerOf(await desk.promise({ amount: usd('100.11') }))).toContain(
    'promise.more_than_open_balance',
  );
  expect(await promisesOfAccount(desk.db, desk.south)).toHaveLength(1);
});

test('a day too far takes the whole word back, and a stranger is named as one', async () => {
  await using desk = await deskOfFamily();
  expect(answerOf(await desk.promise({ dueOn: day('2027-03-01') }))).toContain(
    'promise.day_too_far',
  );
  expect(await promisesOfAccount(desk.db, desk.south)).toEqual([]);
  expect(await desk.promise({ accountIds: [desk.east] })).toMatchObject({
    refusal: 'promise.not_in_family',
  });
  expect(await desk.promise({ companies: [] })).toMatchObject({
    refusal: 'promise.no_such_account',
  });
  const one = await desk.promise({ accountIds: [desk.south], amount: usd('150') });
  expect(one).toMatchObject({ ok: true, value: { promises: [{ account: 'SOUTH' }] } });
});
