import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { accept } from '#kernel/outcome.ts';
import { setStatus, statusOn } from '#areas/customers/index.ts';
import { deskOwed1000 } from '#test/support/builders.ts';
import { beginAgency, endAgency } from './with-agency.ts';

test('an agency sets aside what stood before, but not what forbids contact by law', async () => {
  await using desk = await deskOwed1000();
  const { accountId } = desk;
  const today = day('2026-07-20');
  const set = (status: 'written_off' | 'bankrupt') =>
    desk.done((context) => setStatus(context, { accountId, status, effectiveOn: today }));
  const doing = (what: typeof beginAgency) =>
    desk.done(async (context) => accept(await what(context, accountId)));
  const during = async (): Promise<string[]> => {
    await doing(beginAgency);
    const placed = await statusOn(desk.db, accountId, today);
    await doing(endAgency);
    return [placed, await statusOn(desk.db, accountId, today)];
  };
  await set('written_off');
  expect(await during()).toEqual(['agency', 'written_off']);
  await set('bankrupt');
  expect(await during()).toEqual(['bankrupt', 'bankrupt']);
});
