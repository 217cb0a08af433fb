import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { deskWithAbsence } from '#test/support/absences.ts';
import { answerOf } from '#test/support/builders.ts';
import { coveringOn } from '../store/absences.ts';
import { cancelAbsence } from './cancel-absence.ts';

test('an absence is called off before it begins, and then covers nothing', async () => {
  await using desk = await deskWithAbsence();
  const cancel = () => desk.act((context) => cancelAbsence(context, desk.absenceId));
  expect(answerOf(await cancel())).toBe('accepted');
  expect(await coveringOn(desk.db, day('2026-07-07'))).toEqual([]);
  expect(answerOf(await cancel())).toBe('team.absence_not_planned cancelled');
});

test('an absence that has begun is not called off, and an unknown one is not there', async () => {
  await using desk = await deskWithAbsence();
  desk.on('2026-07-06');
  const outcome = await desk.act((context) => cancelAbsence(context, desk.absenceId));
  expect(answerOf(outcome)).toBe('team.absence_not_planned active');
  expect(await coveringOn(desk.db, day('2026-07-07'))).toHaveLength(1);
  const unknown = await desk.act((context) => cancelAbsence(context, desk.companyId));
  expect(answerOf(unknown)).toBe('team.no_such_absence');
});
