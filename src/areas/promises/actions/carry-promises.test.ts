import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { moveOpenItems } from '#areas/ledger/index.ts';
import { deskOwed1000, usd } from '#test/support/builders.ts';
import { standardPromisePolicy as policy } from '../rules/promise.ts';
import { promisesOfAccount } from '../store/list.ts';
import { carryPromises } from './carry-promises.ts';
import { judgePromises } from './judge-promises.ts';
import { makePromise } from './make-promise.ts';

test('a promise goes where its invoice goes, with what is still to come', async () => {
  await using desk = await deskOwed1000();
  const { accountId: from } = desk;
  const wish = {
    accountId: from,
    amount: usd('600'),
    dueOn: day('2026-07-25'),
    saidBy: 'Ms Orr',
    method: 'wire',
    itemIds: [desk.invoiceId],
    supersedes: [],
    note: '',
  };
  await desk.done((context) => makePromise(context, wish, policy));
  desk.on('2026-07-21');
  await desk.receipt(from, { amount: '200', on: '2026-07-21', pays: [[desk.invoiceId, '200']] });
  await desk.done((context) => judgePromises(context, [from], policy));
  const into = await desk.account('SOUTH');
  const { moved } = await desk.done((context) =>
    moveOpenItems(context, { accountId: from, toAccountId: into }),
  );
  const items = new Map(moved.map((each) => [each.from, each.to]));
  await desk.done((context) => carryPromises(context, { from, into, items }));

  expect(await promisesOfAccount(desk.db, from)).toMatchObject([{ state: 'superseded' }]);
  expect(await promisesOfAccount(desk.db, into)).toMatchObject([
    {
      state: 'open',
      amount: usd('400'),
      madeOn: '2026-07-20',
      dueOn: '2026-07-25',
      saidBy: 'Ms Orr',
      items: [{ itemId: items.get(desk.invoiceId), document: 'I-1' }],
    },
  ]);
});
