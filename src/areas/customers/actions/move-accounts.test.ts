import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { deskOn } from '#test/support/builders.ts';
import { accountHead } from '../store/page.ts';
import { moveAccounts } from './move-accounts.ts';
import { proveAccounts } from './prove-accounts.ts';

test('many accounts move in one act, and the past keeps its owners', async () => {
  await using desk = await deskOn('2026-11-10');
  const accounts = [await desk.account('NORTH'), await desk.account('SOUTH')];
  const { memberId } = await desk.member('collector');
  const give = (pinned?: boolean) =>
    desk.done((context) =>
      moveAccounts(
        context,
        accounts.map((accountId) => ({
          accountId,
          memberId,
          ...(pinned === undefined ? {} : { pinned }),
        })),
      ),
    );
  desk.on('2026-11-20');
  expect(await give(true)).toHaveLength(2);
  expect(await give(true)).toEqual([]);
  expect(await give(false)).toMatchObject([{ ownerId: memberId, pinned: true }, { pinned: true }]);

  const knownAt = desk.clock.now();
  const [first] = accounts;
  const ownerOn = async (on: string) =>
    first && (await accountHead(desk.db, first, { asOf: day(on), knownAt }))?.owner_id;
  expect(await ownerOn('2026-11-19')).toBeNull();
  expect(await ownerOn('2026-11-20')).toBe(memberId);
  const { checks } = await proveAccounts(desk.db);
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
});
