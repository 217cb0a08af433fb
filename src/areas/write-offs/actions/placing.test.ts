import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { statusOn } from '#areas/customers/index.ts';
import { answerOf, deskOwed1000, usd } from '#test/support/builders.ts';
import { placeWithAgency, recallFromAgency } from './place-with-agency.ts';

test('an account is with one agency at a time, for no more than it owes', async () => {
  await using desk = await deskOwed1000();
  const { accountId } = desk;
  const wish = { accountId, agency: 'Heron', reference: 'H-1', feeBps: 2500 };
  const place = (amount: string) =>
    desk.act((context) => placeWithAgency(context, { ...wish, amount: usd(amount) }));
  expect(answerOf(await place('1000.01'))).toBe('write_offs.placed_beyond_owed 1000.00');
  const placed = await place('1000');
  if (!placed.ok) throw new Error(answerOf(placed));
  expect(answerOf(await place('1'))).toBe('write_offs.placed_already Heron');
  const { placementId } = placed.value;
  const status = () => statusOn(desk.db, accountId, day('2026-07-20'));
  expect(await status(), 'nobody here contacts them').toBe('agency');
  const recall = () => desk.act((context) => recallFromAgency(context, { accountId, placementId }));
  expect(answerOf(await recall())).toBe('accepted');
  expect(await status()).toBe('open');
  expect(answerOf(await recall())).toBe('write_offs.recalled_already 2026-07-20');
  expect(answerOf(await place('1'))).toBe('accepted');
});
