import { expect, test } from 'vitest';
import { id } from '#kernel/ids.ts';
import { answerOf, deskOn } from '#test/support/builders.ts';
import { tagRecord, tagsInUse, tagsOf } from '../store/tags.ts';
import { setTags } from './set-tags.ts';

test('an account carries the tags said last, and the record keeps the others', async () => {
  await using desk = await deskOn('2026-11-20');
  const accountId = await desk.account('NORTH');
  const set = (...tags: string[]) => desk.done((context) => setTags(context, { accountId, tags }));
  expect(await tagsOf(desk.db, accountId)).toEqual([]);
  expect(await set('VIP', 'seasonal')).toEqual({ tags: ['seasonal', 'vip'] });
  expect(await set('vip', 'seasonal')).toEqual({ tags: ['seasonal', 'vip'] });
  await set('vip');
  expect(await tagsOf(desk.db, accountId)).toEqual(['vip']);
  const record = await tagRecord(desk.db, accountId);
  expect(record.map(({ tags }) => tags)).toEqual([['vip'], ['seasonal', 'vip']]);
  expect(await tagsInUse(desk.db)).toEqual([{ tag: 'vip', accounts: 1 }]);
});

test('nobody tags what is not there', async () => {
  await using desk = await deskOn('2026-11-20');
  const accountId = id('00000000-0000-7000-8000-000000000009');
  const said = await desk.act((context) => setTags(context, { accountId, tags: ['vip'] }));
  expect(answerOf(said)).toContain('customers.no_such_account');
});
