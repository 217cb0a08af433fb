import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { bucketSets } from '#areas/ledger/rules/aging.ts';
import { type Story, deskOn } from '#test/support/builders.ts';
import { type Review, crossings, reviewedUpTo } from '../store/review.ts';
import { answerCrossings } from './answer-crossings.ts';

async function reviewOf(desk: Story, memberId: Id, today: string): Promise<Review> {
  const since = await reviewedUpTo(desk.db, memberId, day(today));
  return { memberId, since, today: day(today), edges: bucketSets.standard, companies: 'all' };
}

async function look(desk: Story, memberId: Id, today: string) {
  const review = await reviewOf(desk, memberId, today);
  return { review, ...(await crossings(desk.db, review, { limit: 50, offset: 0 })) };
}

async function memberOf(desk: Story): Promise<Id> {
  const { memberId } = await desk.member('collector');
  if (memberId === null) throw new Error('a member has an id');
  return memberId;
}

test('what moves into a later bucket is listed until it is answered', async () => {
  await using desk = await deskOn('2026-07-01');
  const north = await desk.account('NORTH');
  const itemId = await desk.invoice(north, {
    amount: '1000',
    issued: '2026-06-01',
    due: '2026-07-01',
  });
  const ann = await memberOf(desk);
  expect((await look(desk, ann, '2026-07-01')).count).toBe(0);

  desk.on('2026-07-02');
  const seen = await look(desk, ann, '2026-07-02');
  expect(seen.rows).toMatchObject([{ account: 'NORTH', days: 1, from_days: 0, answer: null }]);

  const items = [{ accountId: north, itemId }];
  const answering = {
    memberId: ann,
    answer: 'acknowledged',
    delegateTo: undefined,
    items,
  } as const;
  await desk.done((context) => answerCrossings(context, { ...answering, review: seen.review }));
  expect(await look(desk, ann, '2026-07-02')).toMatchObject({ count: 1, answered: 1 });

  desk.on('2026-07-03');
  expect((await look(desk, ann, '2026-07-03')).count).toBe(0);
});

test('a review left half done loses nothing', async () => {
  await using desk = await deskOn('2026-07-01');
  const north = await desk.account('NORTH');
  const dues = ['2026-07-01', '2026-07-02'];
  const items = [];
  for (const due of dues)
    items.push(await desk.invoice(north, { amount: '10', issued: '2026-06-01', due }));
  const ann = await memberOf(desk);
  const answer = async (today: string, itemId: Id): Promise<void> => {
    desk.on(today);
    const { review } = await look(desk, ann, today);
    const wish = { memberId: ann, answer: 'actioned', delegateTo: undefined, review } as const;
    const crossed = [{ accountId: north, itemId }];
    await desk.done((context) => answerCrossings(context, { ...wish, items: crossed }));
  };
  await answer('2026-07-02', items[0] ?? north);
  // The second crosses on the 3rd and nobody looks; on the 6th it is still there.
  desk.on('2026-07-06');
  expect((await look(desk, ann, '2026-07-06')).rows).toMatchObject([{ item_id: items[1] }]);
});

test('a delegation names somebody', async () => {
  await using desk = await deskOn('2026-07-02');
  const ann = await memberOf(desk);
  const review = await reviewOf(desk, ann, '2026-07-02');
  const wish = {
    memberId: ann,
    answer: 'delegated',
    delegateTo: undefined,
    items: [],
    review,
  } as const;
  expect(await desk.act((context) => answerCrossings(context, wish))).toMatchObject({
    ok: false,
    refusal: 'reports.nobody_to_delegate_to',
  });
});
