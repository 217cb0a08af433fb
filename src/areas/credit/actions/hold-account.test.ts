import { expect, test } from 'vitest';
import { plusDays } from '#kernel/day.ts';
import type { HeardEvent } from '#platform/events/listener.ts';
import { accept } from '#kernel/outcome.ts';
import { answerOf, deskOn } from '#test/support/builders.ts';
import { deskOfP28 } from '#test/support/credit.ts';
import { endHold } from '../reactions.ts';
import { holdUntil, standingHold } from '../store/account-holds.ts';
import { holdAccount } from './hold-account.ts';

test('an account that is held until a day is let go when the day has passed', async () => {
  await using desk = await deskOn('2026-11-20');
  const accountId = await deskOfP28(desk);
  const untilOn = plusDays(desk.clock.today(), 5);
  await desk.done((context) => holdAccount(context, { accountId, act: 'hold', untilOn }));
  expect(await holdUntil(desk.db, accountId)).toBe(untilOn);
  const standing = await standingHold(desk.db, accountId);
  const passed = (key: string) => ({ kind: 'account_hold_end', key });
  const hear = (payload: HeardEvent['payload']) =>
    desk.done(async (context) => {
      const { newId, at } = context;
      const event = { eventId: newId(), name: 'clocks.clock_passed', at, accountId, payload };
      return accept(await endHold(context, event));
    });
  await hear(passed('account_hold/00000000-0000-7000-8000-000000000000'));
  expect(await standingHold(desk.db, accountId)).toEqual(standing);
  await hear(passed(`account_hold/${standing?.holdId}`));
  expect(await standingHold(desk.db, accountId)).toBeUndefined();
  expect(await holdUntil(desk.db, accountId)).toBeNull();
});

test('a hold that a person ends needs no last day, and none that has passed is taken', async () => {
  await using desk = await deskOn('2026-11-20');
  const accountId = await deskOfP28(desk);
  const untilOn = plusDays(desk.clock.today(), -1);
  const late = await desk.act((context) =>
    holdAccount(context, { accountId, act: 'hold', untilOn }),
  );
  expect(answerOf(late)).toContain('credit.hold_until_passed');
  await desk.done((context) => holdAccount(context, { accountId, act: 'hold' }));
  expect(await holdUntil(desk.db, accountId)).toBeNull();
  await desk.done((context) => holdAccount(context, { accountId, act: 'release' }));
  expect(await standingHold(desk.db, accountId)).toBeUndefined();
});
