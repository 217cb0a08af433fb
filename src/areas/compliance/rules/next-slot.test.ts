import { expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { firstMomentThat } from './next-slot.ts';

const from = instant('2026-07-06T12:30:00Z');
const los = { zones: ['America/Los_Angeles'], opens: [8] };

test('the first full hour or midnight of a zone at which it is allowed', () => {
  const asked: string[] = [];
  const found = firstMomentThat((at) => asked.push(at) > 0 && at >= '2026-07-06T15', from, los);
  expect(found).toBe('2026-07-06T15:00:00.000000Z');
  expect(asked.every((at) => at > from)).toBe(true);
});

test('nothing within five weeks is never', () => {
  expect(firstMomentThat(() => false, from, los)).toBeNull();
  expect(firstMomentThat((at) => at > '2026-10-01', from, los)).toBeNull();
});

test('without a zone days are counted in UTC', () => {
  const found = firstMomentThat((at) => at >= '2026-07-07', from, { zones: [], opens: [] });
  expect(found).toBe('2026-07-07T00:00:00.000000Z');
});
