import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { answerOf, deskOwed1000 } from '#test/support/builders.ts';
import { readRests } from '../answers/wire.ts';
import { answerShort } from './answer-short.ts';

test('a rest is answered for as it stands, and asked about again after a payment', async () => {
  await using desk = await deskOwed1000();
  const { accountId, invoiceId: itemId } = desk;
  const today = () => desk.clock.today();
  const rests = () => readRests(desk.db, 'all', today());
  const say = (answer: 'ask' | 'leave', until: string | null = null) => {
    const last = until === null ? null : day(until);
    const wish = { accountId, itemId, answer, until: last, note: 'called' };
    return desk.act((context) => answerShort(context, wish));
  };
  expect(await rests()).toEqual([]);
  expect(answerOf(await say('ask'))).toBe('charges.no_such_rest');
  const pay = (amount: string) =>
    desk.receipt(accountId, { amount, on: '2026-07-20', pays: [[itemId, amount]] });
  await pay('400');
  expect(await rests()).toMatchObject([{ why: 'part_paid', open: '600.00', said: null }]);
  expect(answerOf(await say('leave', '2026-07-20'))).toContain('charges.leave_needs_day');
  expect(answerOf(await say('leave', '2026-07-25'))).toBe('accepted');
  expect(await rests()).toMatchObject([{ said: { answer: 'leave', until: '2026-07-25' } }]);
  desk.on('2026-07-25');
  expect(await rests()).toMatchObject([{ said: null }]);
  expect(answerOf(await say('ask'))).toBe('accepted');
  await desk.receipt(accountId, { amount: '100', on: '2026-07-25', pays: [[itemId, '100']] });
  expect(await rests()).toMatchObject([{ open: '500.00', said: null }]);
});
