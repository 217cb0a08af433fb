/** The closed watermark: what is known at it never changes, whoever still writes. */
import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { accept } from '#kernel/outcome.ts';
import { type Desk, accepted, perform } from '#platform/action.ts';
import { freshDatabase } from '#test/support/db.ts';
import { openDb } from './db.ts';
import { closedWatermark } from './watermark.ts';

const actor = { ref: 'job:test', memberId: null };
const doing = { action: 'test.write', actor, reason: 'for the test', input: null };

async function aDesk() {
  const database = await freshDatabase();
  const db = openDb(database.url, { poolSize: 3 });
  let now = '2026-11-20T10:00:00.500Z';
  const clock = { today: () => day('2026-11-20'), now: (): Instant => instant(now) };
  const desk: Desk = { db, clock };
  return {
    ...desk,
    at: (moment: string) => (now = moment),
    watermark: () => closedWatermark(db, clock.now()),
    async [Symbol.asyncDispose]() {
      await db.close();
      await database[Symbol.asyncDispose]();
    },
  };
}

test('with nobody writing it stands as far back as clocks may lie apart', async () => {
  await using desk = await aDesk();
  expect(await desk.watermark()).toBe(instant('2026-11-20T10:00:00.250Z'));
});

test('it does not pass a writer that has not committed, and moves on when that has', async () => {
  await using desk = await aDesk();
  const begun = Promise.withResolvers<Instant>();
  const held = Promise.withResolvers<void>();
  const writing = perform(desk, doing, async (context) => {
    begun.resolve(context.at);
    await held.promise;
    return accept(null);
  });
  const recordedAt = await begun.promise;
  desk.at('2026-11-20T10:05:00.000Z');
  const during = await desk.watermark();
  expect(during < recordedAt).toBe(true);
  expect(during).toBe(instant('2026-11-20T09:59:59.999Z'));
  held.resolve();
  accepted(await writing);
  expect(await desk.watermark()).toBe(instant('2026-11-20T10:04:59.750Z'));
});

test('the oldest of several writers holds it', async () => {
  await using desk = await aDesk();
  const held = Promise.withResolvers<void>();
  const write = (moment: string) => {
    desk.at(moment);
    const begun = Promise.withResolvers<void>();
    const done = perform(desk, doing, async () => {
      begun.resolve();
      await held.promise;
      return accept(null);
    });
    return { begun: begun.promise, done };
  };
  const one = write('2019-12-31T23:59:59.000Z');
  await one.begun;
  const other = write('2026-11-20T10:00:00.000Z');
  await other.begun;
  expect(await desk.watermark()).toBe(instant('2019-12-31T23:59:58.999Z'));
  held.resolve();
  await Promise.all([one.done, other.done]);
  expect(await desk.watermark()).toBe(instant('2026-11-20T09:59:59.750Z'));
});
