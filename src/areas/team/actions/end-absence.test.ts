import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { deskWithAbsence } from '#test/support/absences.ts';
import { answerOf } from '#test/support/builders.ts';
import { absenceById, coveringOn } from '../store/absences.ts';
import { endAbsence } from './end-absence.ts';

test('who is back early has the work again, and the past keeps its cover', async () => {
  await using desk = await deskWithAbsence();
  desk.on('2026-07-08');
  expect(await desk.done((context) => endAbsence(context, desk.absenceId))).toEqual({
    lastOn: '2026-07-07',
  });
  expect(await coveringOn(desk.db, day('2026-07-07'))).toHaveLength(1);
  expect(await coveringOn(desk.db, day('2026-07-08'))).toEqual([]);
});

test('who is back on the first day was not away', async () => {
  await using desk = await deskWithAbsence();
  desk.on('2026-07-06');
  expect(await desk.done((context) => endAbsence(context, desk.absenceId))).toEqual({
    lastOn: null,
  });
  expect(await absenceById(desk.db, desk.absenceId)).toMatchObject({ cancelled: true });
});

test('only an absence that goes on ends early', async () => {
  await using desk = await deskWithAbsence();
  const end = () => desk.act((context) => endAbsence(context, desk.absenceId));
  expect(answerOf(await end())).toBe('team.absence_not_active planned');
  desk.on('2026-07-11');
  expect(answerOf(await end())).toBe('team.absence_not_active over');
});
