import { expect, test } from 'vitest';
import { answerOf } from '#test/support/builders.ts';
import { deskWithCoveredAccount } from '#test/support/covered-account.ts';
import { latestHandOvers } from '../store/hand-over.ts';
import { readHandOver } from './read-hand-over.ts';
import { writeHandOver } from './write-hand-over.ts';

test('only the cover of the day reads the latest note, once and again', async () => {
  await using desk = await deskWithCoveredAccount();
  const { ana, ben, north: accountId, absenceId } = desk;
  const wish = { accountId, said: 'They pay on Fridays', nextStep: '', avoid: '' };
  const write = () =>
    desk.done((context) => writeHandOver(context, wish, { forOthers: false }), ana);
  const { noteId: older } = await write();
  desk.on('2026-07-06');
  const { noteId } = await write();
  const read = (by: typeof ben, note: typeof noteId) =>
    desk.act((context) => readHandOver(context, { accountId, noteId: note }), by);
  expect(answerOf(await read(ana, noteId))).toBe('worklist.only_the_cover');
  expect(answerOf(await read(ben, older))).toBe('worklist.hand_over_replaced');
  expect(answerOf(await read(ben, noteId))).toBe('accepted');
  expect(answerOf(await read(ben, noteId))).toBe('accepted');
  const left = await latestHandOvers(desk.db, [{ accountId, absenceId }]);
  expect(left.get(accountId)?.readBy).toEqual([{ memberId: ben.memberId, name: 'senior' }]);
  desk.on('2026-07-11');
  expect(answerOf(await read(ben, noteId))).toBe('worklist.only_the_cover');
});
