import { expect, test } from 'vitest';
import { luckMark, runLuckMark } from './luck.ts';

test.each([
  ['one of three', 1, 3, 1_234_567n, 'luck:-6'],
  ['two of ten', 2, 10, 1_234_567n, 'luck:-5'],
  ['four of fifty', 4, 50, 1_234_567n, 'luck:-1'],
  ['eight of sixty', 8, 60, 1_234_567n, 'luck:1'],
  ['two of ten in whole dollars', 2, 10, 1_234_500n, 'luck:-3'],
])('%s', (_, size, among, amount, mark) => {
  expect(luckMark(size, among, amount)).toBe(mark);
});

test('a run from the oldest on fits by luck less often than a run from anywhere', () => {
  expect(runLuckMark(100, true, 1_234_567n)).toBe('luck:-5');
  expect(runLuckMark(100, false, 1_234_567n)).toBe('luck:-3');
});
