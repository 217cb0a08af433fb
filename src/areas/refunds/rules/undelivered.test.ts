import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { undeliveredUntil } from './undelivered.ts';

test.each([
  ['2026-02-02', '2026-05-04', '2026-06-18'],
  ['2026-02-02', '2026-09-20', '2026-09-30'],
])('Title IV issued %s and back %s is tried again by %s', (first, back, until) => {
  expect(undeliveredUntil('title_iv', day(first), day(back))).toEqual({
    dueOn: until,
    source: '34 CFR 668.164(l)',
    returnBy: '2026-09-30',
  });
});

test('other money is tried again within a month, and never goes to the Department', () => {
  expect(undeliveredUntil('overpayment', day('2026-02-02'), day('2026-05-04'))).toEqual({
    dueOn: '2026-06-03',
    source: 'policy: refunds',
    returnBy: null,
  });
});
