import { expect, test } from 'vitest';
import { dayOfMdy, dayOfYmd } from './short-day.ts';

test.each([
  ['261120', '2026-11-20'],
  ['20261120', '2026-11-20'],
  ['700101', '1970-01-01'],
  ['691231', '2069-12-31'],
  ['260230', undefined],
  ['26112', undefined],
  ['', undefined],
])('%s, year first, is %s', (text, day) => {
  expect(dayOfYmd(text)).toBe(day);
});

test('month first is the other reading of six digits', () => {
  expect(dayOfMdy('051616')).toBe('2016-05-16');
  expect(dayOfMdy('160516')).toBeUndefined();
});
