import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { sql } from '#platform/postgres/sql.ts';
import { answerOf, deskOn, usd } from '#test/support/builders.ts';
import { standardPromisePolicy as policy } from '../rules/promise.ts';
import { promisesOfAccount } from '../store/list.ts';
import { type MakePromise, makePromise } from './make-promise.ts';

/** On 20 November an account owes $1,000, of which $400 is one invoice. */
async function deskOwed1000() {
  const desk = await deskOn('2026-11-20');
  const accountId = await desk.account('NORTH');
  const told = { issued: '2026-09-01', due: '2026-10-01' };
  const small = await desk.invoice(accountId, { ...told, amount: '400', number: 'I-1' });
  const large = await desk.invoice(accountId, { ...told, amount: '600', number: 'I-2' });
  const wish = (part: Partial<MakePromise> = {}): MakePromise => ({
    accountId,
    amount: usd('500'),
    dueOn: day('2026-11-27'),
    saidBy: 'Ms Orr',
    method: 'check',
    itemIds: [],
    supersedes: [],
    note: '',
    ...part,
  });
  const promise = (part?: Partial<MakePromise>) =>
    desk.act((context) => makePromise(context, wish(part), policy));
  return { ...desk, accountId, small, large, wish, promise };
}

test('a promise is written down with its grace, its items and a line on the timeline', async () => {
  await using desk = await deskOwed1000();
  await desk.promise({ amount: usd('400'), itemIds: [desk.small], note: 'Cheque run Thursday' });
  const [made] = await promisesOfAccount(desk.db, desk.accountId);
  expect(made).toMatchObject({
    account: 'NORTH',
    state: 'open',
    amount: usd('400'),
    dueOn: '2026-11-27',
    lastDay: '2026-11-29',
    saidBy: 'Ms Orr',
    level: 1,
    items: [{ itemId: desk.small, document: 'I-1' }],
    history: [{ state: 'open', on: '2026-11-20' }],
  });
  const [line] = await desk.db.all(sql`
    select a.phrase, a.facts, a.text, n.last_touch
      from customers.activity a
      join customers.account_now n on n.account_id = a.account_id`);
  expect(line).toEqual({
    phrase: 'activity.promise_made',
    facts: { amount: '400.00', currency: 'USD', dueOn: '2026-11-27', saidBy: 'Ms Orr' },
    text: 'Cheque run Thursday',
    last_touch: 'touch.promise',
  });
});

describe('a promise is refused', () => {
  test('beyond what is open, net of money on account', async () => {
    await using desk = await deskOwed1000();
    await desk.receipt(desk.accountId, { amount: '100', on: '2026-11-01' });
    expect(answerOf(await desk.promise({ amount: usd('900.01') }))).toBe(
      'promise.more_than_open_balance 900.01 900.00',
    );
    expect(answerOf(await desk.promise({ amount: usd('900') }))).toBe('accepted');
  });

  test('beyond what is open of the items it is for', async () => {
    await using desk = await deskOwed1000();
    const refused = await desk.promise({ itemIds: [desk.small] });
    expect(answerOf(refused)).toBe('promise.more_than_open_balance 500.00 400.00');
  });

  test('for items of another account, or closed ones', async () => {
    await using desk = await deskOwed1000();
    const other = await desk.account('SOUTH');
    const strange = await desk.invoice(other, { amount: '900', issued: '2026-09-01' });
    await desk.receipt(desk.accountId, {
      amount: '400',
      on: '2026-11-01',
      pays: [[desk.small, '400']],
    });
    for (const itemIds of [[strange], [desk.small]]) {
      expect(await desk.promise({ itemIds })).toMatchObject({ refusal: 'promise.item_not_open' });
    }
  });

  test('when the money is promised already, unless the new words replace the old', async () => {
    await using desk = await deskOwed1000();
    const first = await desk.promise({ amount: usd('700') });
    if (!first.ok) throw new Error(first.refusal);
    expect(answerOf(await desk.promise())).toBe('promise.promised_already 700.00 1000.00 USD');
    const replaced = await desk.promise({ supersedes: [first.value.promiseId] });
    expect(replaced.ok).toBe(true);
    const states = (await promisesOfAccount(desk.db, desk.accountId)).map(({ state }) => state);
    expect(states).toEqual(['open', 'superseded']);
  });

  test('on an account that is not there', async () => {
    await using desk = await deskOwed1000();
    const accountId = desk.companyId;
    expect(await desk.promise({ accountId })).toMatchObject({
      refusal: 'promise.no_such_account',
    });
  });
});

test('of two collectors who promise away one balance at once, one is refused', async () => {
  await using desk = await deskOwed1000();
  const both = await Promise.all([
    desk.promise({ amount: usd('800') }),
    desk.promise({ amount: usd('800') }),
  ]);
  expect(both.filter((outcome) => outcome.ok)).toHaveLength(1);
});

test('what was said can be neither changed nor removed', async () => {
  await using desk = await deskOwed1000();
  await desk.promise();
  await expect(desk.db.run(sql`update promises.promise set amount_minor = 1`)).rejects.toThrow(
    'permission denied',
  );
  await expect(desk.db.run(sql`delete from promises.promise`)).rejects.toThrow('permission denied');
});
