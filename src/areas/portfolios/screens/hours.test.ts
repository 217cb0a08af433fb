import { expect, test } from 'vitest';
import { hoursOf, minutesIn } from './hours.ts';

test.each([
  ['6', 360],
  ['6.5', 390],
  ['6,5', 390],
  ['6:30', 390],
  ['7.25', 435],
  ['0', 0],
  ['24', 1440],
  ['25', undefined],
  ['six', undefined],
  ['', undefined],
])('%s is %s minutes', (text, minutes) => {
  expect(minutesIn(text)).toBe(minutes);
});

test('minutes are shown as one would type them', () => {
  expect([360, 390, 5].map(hoursOf)).toEqual(['6', '6:30', '0:05']);
});
