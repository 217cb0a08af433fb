import { expect, test } from 'vitest';
import { sampleOf } from './sample.ts';

test('a sample is spread over the whole and always the same', () => {
  const all = Array.from({ length: 12 }, (_, index) => index);
  expect(sampleOf(all, 5)).toEqual([0, 2, 4, 7, 9]);
  expect(sampleOf([1, 2], 5)).toEqual([1, 2]);
  expect(sampleOf([], 5)).toEqual([]);
});
