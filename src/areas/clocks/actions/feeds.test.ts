/** A calendar address belongs to a person, and to nobody else. */
import { expect, test } from 'vitest';
import { answerOf, deskOwed1000 } from '#test/support/builders.ts';
import { feedsOf } from '../store/feeds.ts';
import { endFeed } from './end-feed.ts';
import { openFeed } from './open-feed.ts';

test('only a person has a calendar address, and only who made it revokes it, once', async () => {
  await using desk = await deskOwed1000();
  const rosa = await desk.member('collector');
  const wish = { name: 'Phone', tokenHash: 'hash' };
  expect(answerOf(await desk.act((context) => openFeed(context, wish)))).toBe(
    'clocks.only_people_have_feeds',
  );
  const { feedId } = await desk.done((context) => openFeed(context, wish), rosa);
  const maya = await desk.member('manager');
  const end = (by: typeof rosa) => desk.act((context) => endFeed(context, feedId), by);
  expect(answerOf(await end(maya))).toBe('clocks.no_such_feed');
  expect(answerOf(await end(rosa))).toBe('accepted');
  expect(answerOf(await end(rosa))).toBe('clocks.no_such_feed');
  if (rosa.memberId === null) throw new Error('a person has an id');
  expect(await feedsOf(desk.db, rosa.memberId)).toEqual([]);
});
