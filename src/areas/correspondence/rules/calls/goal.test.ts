import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { federalBankCalendar } from '#areas/team/rules/calendar.ts';
import { answerOf, usd } from '#test/support/builders.ts';
import { goalOf, planParts } from './goal.ts';

test.each([
  ['2026-11-17', '2026-11-20', 'a Tuesday asks for this Friday'],
  ['2026-11-18', '2026-11-20', 'a Wednesday still does'],
  ['2026-11-19', '2026-11-27', 'a Thursday leaves no time and asks for the next'],
  ['2026-11-20', '2026-11-27', 'a Friday asks for the next'],
  ['2026-12-22', '2026-12-24', 'a holiday asks for the day before it'],
])('on %s one asks for %s: %s', (today, by) => {
  expect(goalOf(usd('68000'), day(today), federalBankCalendar)).toMatchObject({
    by,
    halves: [usd('34000'), usd('34000')],
    mostParts: 3,
  });
});

test('a plan in three parts adds up to the cent and keeps its rhythm', () => {
  const wish = { amount: usd('100.00'), parts: 3, firstOn: day('2026-11-27') };
  const parts = planParts({ ...wish, every: 'two_weeks' });
  expect(parts).toEqual({
    ok: true,
    value: [
      { amount: usd('33.34'), dueOn: '2026-11-27' },
      { amount: usd('33.33'), dueOn: '2026-12-11' },
      { amount: usd('33.33'), dueOn: '2026-12-25' },
    ],
  });
  expect(answerOf(planParts({ ...wish, parts: 4, every: 'week' }))).toBe(
    'call.plan_beyond_authority 4 3',
  );
});
