import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { deskWithCoveredAccount } from '#test/support/covered-account.ts';
import { placeOf } from '../store/place.ts';
import { listOf, listWorkedOn } from './whose-list.ts';

test('a cover’s list has the covered person’s accounts in the window only', async () => {
  await using desk = await deskWithCoveredAccount();
  const { ana, ben } = desk;
  const covered = async (on: string) => (await listOf(desk.db, ben.memberId, day(on))).owner;
  const hers = { ownerId: ana.memberId, companyId: null, letters: null };
  expect(await covered('2026-07-05')).toEqual({ memberId: ben.memberId, covered: [] });
  expect(await covered('2026-07-06')).toEqual({ memberId: ben.memberId, covered: [hers] });
  expect(await covered('2026-07-11')).toEqual({ memberId: ben.memberId, covered: [] });
});

test('a covered account is worked on the cover’s list, by others on its owner’s', async () => {
  await using desk = await deskWithCoveredAccount();
  const { ana, ben, north } = desk;
  const place = await placeOf(desk.db, north);
  if (!place) throw new Error('NORTH is there');
  const on = day('2026-07-06');
  const worked = (memberId: typeof ben.memberId) => listWorkedOn(desk.db, place, memberId, on);
  expect(await worked(ben.memberId)).toMatchObject({ memberId: ben.memberId });
  expect(await worked(desk.companyId)).toEqual({ memberId: ana.memberId, covered: [] });
  expect(await listWorkedOn(desk.db, { ...place, ownerId: null }, ben.memberId, on)).toBe('nobody');
});
