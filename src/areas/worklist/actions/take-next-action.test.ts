import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { accept } from '#kernel/outcome.ts';
import { newId } from '#platform/ids.ts';
import { sql } from '#platform/postgres/sql.ts';
import { deskOwed1000 } from '#test/support/builders.ts';
import { buildAll } from './build-worklist.ts';
import { takeBackNextAction, takeNextAction } from './take-next-action.ts';

test('an account comes up on the day of its next action, and an undo takes that back', async () => {
  await using desk = await deskOwed1000();
  const { memberId } = await desk.member('collector');
  if (memberId === null) throw new Error('a collector is a member');
  const { accountId } = desk;
  const action = { accountId, answerId: newId(), memberId, dueOn: day('2026-07-22'), note: 'call' };
  const row = () =>
    desk.db.one(sql<{ hidden_as: string | null; kinds: string[] }>`
      select hidden_as, kinds from worklist.account_work`);
  await desk.done((context) => takeNextAction(context, action));
  expect(await row()).toMatchObject({ hidden_as: 'snoozed' });
  desk.on('2026-07-22');
  await desk.done(async (context) => accept(await buildAll(context)));
  expect((await row()).kinds).toContain('follow_up');
  await desk.done(async (context) => accept(await takeBackNextAction(context, action)));
  expect((await row()).kinds).not.toContain('follow_up');
});

test('an account that is not there is refused', async () => {
  await using desk = await deskOwed1000();
  const action = { accountId: newId(), answerId: newId(), memberId: newId(), note: '' };
  expect(
    await desk.act((context) => takeNextAction(context, { ...action, dueOn: day('2026-07-22') })),
  ).toMatchObject({ refusal: 'worklist.no_such_account' });
});
