import { expect, test } from 'vitest';
import { daysOfBucket, overdueBuckets } from './account-filter.ts';

test('the buckets stand one after another without a gap, open at the end', () => {
  const spans = overdueBuckets.map(daysOfBucket);
  expect(spans[0]).toEqual({ from: 1, to: 30 });
  expect(spans.at(-1)).toEqual({ from: 121, to: null });
  spans.slice(1).forEach(({ from }, index) => expect(from).toBe((spans[index]?.to ?? 0) + 1));
});
