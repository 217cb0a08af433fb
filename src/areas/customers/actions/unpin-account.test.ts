import { expect, test } from 'vitest';
import { deskOn } from '#test/support/builders.ts';
import { assignOwner } from './assign-owner.ts';
import { ensureAccounts } from './ensure-accounts.ts';
import { unpinAccount } from './unpin-account.ts';
import { lockOwned } from '../store/owners.ts';
import { accept } from '#kernel/outcome.ts';

test('what a person gave away is pinned, also against files, until it is unpinned', async () => {
  await using desk = await deskOn('2026-11-10');
  const accountId = await desk.account('NORTH');
  const { memberId } = await desk.member('collector');
  const takeIn = () =>
    desk.done(async (context) => {
      const stated = [{ customerNumber: 'NORTH', name: 'NORTH', ownerEmail: '' }];
      await ensureAccounts(context, desk.companyId, stated, { source: 'story' });
      return accept((await lockOwned(context.tx, [accountId])).get(accountId));
    });
  const unpin = () => desk.act((context) => unpinAccount(context, accountId));

  expect(await unpin()).toMatchObject({ refusal: 'customers.not_pinned' });
  await desk.done((context) => assignOwner(context, { accountId, memberId }));
  expect(await takeIn()).toMatchObject({ ownerId: memberId, pinned: true });
  expect(await unpin()).toEqual({ ok: true, value: { pinned: false } });
  expect(await takeIn()).toMatchObject({ ownerId: null, pinned: false });
});
