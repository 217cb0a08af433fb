import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { answerOf, deskOn } from '#test/support/builders.ts';
import { reviews } from '../store/packs.ts';
import { type ReviewPack, reviewPack } from './review-pack.ts';

const review: ReviewPack = {
  packId: 'US-MA-940CMR7',
  reviewed: true,
  reviewer: 'Harlow LLP',
  reviewedOn: day('2026-11-18'),
  note: 'counts of texts confirmed',
};

test('nobody’s counsel has looked until somebody says so, and the last word counts', async () => {
  await using desk = await deskOn('2026-11-20');
  expect((await reviews(desk.db)).size).toBe(0);
  await desk.done((context) => reviewPack(context, review));
  expect((await reviews(desk.db)).get('US-MA-940CMR7')).toMatchObject({
    reviewed: true,
    reviewer: 'Harlow LLP',
  });
  await desk.done((context) => reviewPack(context, { ...review, reviewed: false }));
  expect((await reviews(desk.db)).get('US-MA-940CMR7')).toMatchObject({ reviewed: false });
});

test('a pack that there is not is refused, and a day that has not come', async () => {
  await using desk = await deskOn('2026-11-20');
  const act = (more: Partial<ReviewPack>) =>
    desk.act((context) => reviewPack(context, { ...review, ...more }));
  expect(answerOf(await act({ packId: 'US-XX' }))).toBe('compliance.no_such_pack US-XX');
  expect(answerOf(await act({ reviewedOn: day('2026-11-21') }))).toBe(
    'compliance.reviewed_later_than_today 2026-11-21',
  );
});
