import { expect, test } from 'vitest';
import { sql } from '#platform/postgres/sql.ts';
import { deskOn } from '#test/support/builders.ts';
import { calendarBase } from '../store/calendars.ts';
import { chooseCalendar } from './choose-calendar.ts';

test('the latest choice counts, and the same choice again writes nothing', async () => {
  await using desk = await deskOn('2026-11-20');
  const { companyId } = desk;
  const choose = (base: 'federal-bank' | 'weekdays') =>
    desk.done((context) => chooseCalendar(context, { companyId, base }));
  await choose('federal-bank');
  await choose('weekdays');
  await choose('weekdays');
  expect(await calendarBase(desk.db, companyId)).toBe('weekdays');
  const rows = await desk.db.all(sql`select base from team.calendar_choice`);
  expect(rows).toEqual([{ base: 'weekdays' }]);
});
