import { expect, test } from 'vitest';
import { sql } from '#platform/postgres/sql.ts';
import { deskOn } from '#test/support/builders.ts';
import { nothingStated } from '../rules/debt-profile.ts';
import { profilesOf } from '../store/profiles.ts';
import { carryHolds, carryProfile } from './carry-holds.ts';
import { setDebtProfile } from './set-debt-profile.ts';

test.each([
  ['only of what came: it holds here', null, true, ['activity.debt_profile_stated'], 'consumer'],
  ['the same of both: nothing to say', 'consumer', false, [], 'consumer'],
  [
    'otherwise of both: it is said, and ours stands',
    'commercial',
    false,
    ['activity.debt_profile_kept'],
    'commercial',
  ],
] as const)('a kind of debt stated %s', async (_, own, profile, lines, purpose) => {
  await using desk = await deskOn('2026-11-20');
  const [from, into] = [await desk.account('OLD'), await desk.account('NEW')];
  const state = async (accountId: typeof from, kind: 'consumer' | 'commercial') => {
    const stated = { ...nothingStated, accountId, purpose: kind };
    await desk.done((context) => setDebtProfile(context, stated));
  };
  await state(from, 'consumer');
  if (own !== null) await state(into, own);
  const told = async () => {
    const rows = await desk.db.all(sql<{ phrase: string }>`
      select phrase
        from customers.activity
       where account_id = ${into}
       order by recorded_at, activity_id`);
    return rows.map(({ phrase }) => phrase);
  };
  const before = (await told()).length;
  const merge = { from, into, items: new Map() };
  expect(await desk.done((context) => carryProfile(context, merge))).toEqual({ profile });
  expect((await told()).slice(before)).toEqual(lines);
  expect((await profilesOf(desk.db, into))[0]?.purpose).toBe(purpose);
  expect(await desk.done((context) => carryHolds(context, merge))).toEqual({ holds: 0 });
});
