import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { deskOwed1000 } from '#test/support/builders.ts';
import { statusOn } from '../store/facts.ts';
import { endStatus } from './end-status.ts';
import { setStatus } from './set-status.ts';

test('what stood before holds again, and another status that was set since is left', async () => {
  await using desk = await deskOwed1000();
  const { accountId } = desk;
  const today = day('2026-07-20');
  const set = (status: 'hold' | 'agency' | 'bankrupt') =>
    desk.done((context) => setStatus(context, { accountId, status, effectiveOn: today }));
  const end = () => desk.done((context) => endStatus(context, { accountId, status: 'agency' }));
  const now = () => statusOn(desk.db, accountId, today);
  await set('agency');
  await end();
  expect(await now()).toBe('open');
  await set('hold');
  await set('agency');
  await end();
  expect(await now()).toBe('hold');
  await set('bankrupt');
  await end();
  expect(await now()).toBe('bankrupt');
});
