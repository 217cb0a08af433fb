import { expect, test } from 'vitest';
import { deskWithAbsence } from '#test/support/absences.ts';
import { answerOf } from '#test/support/builders.ts';
import { absenceById } from '../store/absences.ts';
import { handBackAbsence } from './hand-back-absence.ts';

test('only who was away takes the work back, once, when the absence is over', async () => {
  await using desk = await deskWithAbsence();
  const { absenceId, ana, ben } = desk;
  const back = (by: typeof ana) => desk.act((context) => handBackAbsence(context, absenceId), by);
  desk.on('2026-07-10');
  expect(answerOf(await back(ana))).toBe('team.absence_not_over active');
  desk.on('2026-07-11');
  expect(answerOf(await back(ben))).toBe('team.only_who_was_away');
  expect(answerOf(await back(ana))).toBe('accepted');
  expect(await absenceById(desk.db, absenceId)).toMatchObject({ handedBack: true });
  expect(answerOf(await back(ana))).toBe('team.absence_not_over handed_back');
});
