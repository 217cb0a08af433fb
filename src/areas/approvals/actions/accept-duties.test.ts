import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { answerOf, deskOwed1000 } from '#test/support/builders.ts';
import { acceptedPairs } from '../store/duties.ts';
import { acceptDuties } from './accept-duties.ts';

test('the latest word on a pair counts, and a program answers for nobody', async () => {
  await using desk = await deskOwed1000();
  const [maya, omar] = [await desk.member('manager'), await desk.member('cfo')];
  if (maya.memberId === null) throw new Error('the manager is nobody');
  const wish = {
    memberId: maya.memberId,
    pair: ['invoicing', 'credit_memo_approval'],
    untilOn: day('2026-12-31'),
  } as const;
  expect(answerOf(await desk.act((context) => acceptDuties(context, wish)))).toBe(
    'approvals.only_people_decide',
  );
  await desk.done((context) => acceptDuties(context, wish), omar);
  const shorter = { ...wish, untilOn: day('2026-09-30') };
  await desk.done((context) => acceptDuties(context, shorter), omar);
  expect(await acceptedPairs(desk.db)).toMatchObject([
    { one: 'credit_memo_approval', other: 'invoicing', by: 'cfo', untilOn: '2026-09-30' },
  ]);
});
