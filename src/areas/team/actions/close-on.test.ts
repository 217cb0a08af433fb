import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { answerOf, deskOn } from '#test/support/builders.ts';
import { isBusinessDay } from '../rules/calendar.ts';
import { calendarOf } from '../store/calendars.ts';
import { chooseCalendar } from './choose-calendar.ts';
import { closeOn, openAfterAll } from './close-on.ts';

test('a closing counts from now on, can be taken back before its day, and only once', async () => {
  await using desk = await deskOn('2026-11-20');
  const { companyId } = desk;
  const on = day('2026-11-27');
  const open = async () => isBusinessDay(on, await calendarOf(desk.db, companyId));
  const close = () => desk.act((context) => closeOn(context, { companyId, on, name: 'Bridge' }));
  const takeBack = () => desk.act((context) => openAfterAll(context, { companyId, on }));

  expect(await open()).toBe(true);
  expect(answerOf(await close())).toBe('accepted');
  expect(await open()).toBe(false);
  expect(answerOf(await close())).toMatch(/^team\.already_closed/u);
  expect(answerOf(await takeBack())).toBe('accepted');
  expect(await open()).toBe(true);
  expect(answerOf(await takeBack())).toMatch(/^team\.no_such_closing/u);
  expect(answerOf(await close())).toBe('accepted');
  desk.on('2026-11-30');
  expect(answerOf(await takeBack())).toMatch(/^team\.closing_passed/u);
});

test('a company that keeps no federal holidays works on Thanksgiving Day', async () => {
  await using desk = await deskOn('2026-11-20');
  const { companyId } = desk;
  const open = async () => isBusinessDay(day('2026-11-26'), await calendarOf(desk.db, companyId));
  expect(await open()).toBe(false);
  await desk.done((context) => chooseCalendar(context, { companyId, base: 'weekdays' }));
  expect(await open()).toBe(true);
});
