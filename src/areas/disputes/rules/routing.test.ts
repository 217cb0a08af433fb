import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { federalBankCalendar } from '#areas/team/rules/calendar.ts';
import { disputeReasons } from './case.ts';
import { answerBy, billingErrorDays, departments, standardRoute } from './routing.ts';

test('every reason has a department and days in which it answers', () => {
  for (const reason of disputeReasons) {
    const route = standardRoute(reason);
    expect(departments).toContain(route.department);
    expect(route.answerDays).toBeGreaterThan(0);
  }
});

test('a freight charge is answered sooner than a price, in business days', () => {
  const friday = day('2026-11-20');
  expect(answerBy(standardRoute('freight'), friday, federalBankCalendar)).toBe('2026-11-25');
  expect(answerBy(standardRoute('price'), friday, federalBankCalendar)).toBe('2026-11-30');
});

test('a billing error is acknowledged within 30 days and resolved within 90', () => {
  expect(billingErrorDays(day('2026-01-31'))).toEqual({
    acknowledge: '2026-03-02',
    resolve: '2026-05-01',
  });
});
