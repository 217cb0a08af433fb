import { expect, test } from 'vitest';
import { answerOf } from '#test/support/builders.ts';
import { deskWithCoveredAccount } from '#test/support/covered-account.ts';
import { latestHandOvers, nextAbsenceOf } from '../store/hand-over.ts';
import { writeHandOver } from './write-hand-over.ts';

const note = { said: 'They pay on Fridays', nextStep: 'Ask for Lee', avoid: '' };
const owners = { forOthers: false };

test('the owner leaves a note for the cover, and a later one replaces it', async () => {
  await using desk = await deskWithCoveredAccount();
  const { ana, north, absenceId } = desk;
  const write = (nextStep: string) =>
    desk.done(
      (context) => writeHandOver(context, { accountId: north, ...note, nextStep }, owners),
      ana,
    );
  await write('Ask for Lee');
  desk.on('2026-07-02');
  await write('Ask for Kim');
  const left = await latestHandOvers(desk.db, [{ accountId: north, absenceId }]);
  expect(left.get(north)).toMatchObject({ nextStep: 'Ask for Kim', by: 'collector', readBy: [] });
});

test('others may not, unless they plan for the team; and an empty note is none', async () => {
  await using desk = await deskWithCoveredAccount();
  const { ana, ben, north } = desk;
  const wish = { accountId: north, ...note };
  const by = (who: typeof ana, forOthers: boolean, told = wish) =>
    desk.act((context) => writeHandOver(context, told, { forOthers }), who);
  expect(answerOf(await by(ben, false))).toBe('worklist.only_the_owner');
  expect(answerOf(await by(ben, true))).toBe('accepted');
  const empty = { accountId: north, said: ' ', nextStep: '', avoid: '' };
  expect(answerOf(await by(ana, false, empty))).toBe('worklist.hand_over_empty');
  const strange = { ...wish, accountId: desk.companyId };
  expect(answerOf(await by(ana, false, strange))).toBe('worklist.no_such_account');
  const nobody = await desk.act((context) => writeHandOver(context, wish, owners));
  expect(answerOf(nobody)).toBe('worklist.needs_person');
});

test('without an absence ahead there is nobody to leave a note for', async () => {
  await using desk = await deskWithCoveredAccount();
  const { ana, north } = desk;
  desk.on('2026-07-11');
  const wish = { accountId: north, ...note };
  const outcome = await desk.act((context) => writeHandOver(context, wish, owners), ana);
  expect(answerOf(outcome)).toBe('worklist.no_absence_ahead');
  expect(await nextAbsenceOf(desk.db, ana.memberId, desk.clock.today())).toBeUndefined();
});
