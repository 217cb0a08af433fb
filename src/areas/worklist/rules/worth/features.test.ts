import { expect, test } from 'vitest';
import { standing } from '#test/support/standings.ts';
import { featureNames, featuresOf } from './features.ts';

test('every feature has a name, and every name a number', () => {
  const segments = ['retail', 'health'];
  const features = featuresOf(standing({ segment: 'health' }), 0.03, segments);
  expect(features).toHaveLength(featureNames(segments).length);
  expect(features.every(Number.isFinite)).toBe(true);
  expect(features.slice(-2)).toEqual([0, 1]);
});

test('an account without any history still has its numbers', () => {
  const unknown = standing({ usualDays: null, paying: { paid: 0, lateDays: 0 }, daysLate: 1 });
  expect(featuresOf(unknown, 0.03, []).every(Number.isFinite)).toBe(true);
});
