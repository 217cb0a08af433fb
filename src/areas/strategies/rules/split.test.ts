import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { decimal } from '#kernel/decimal.ts';
import { armOf } from './split.ts';

const experiment = {
  challenger: 'softer',
  sharePct: decimal('10'),
  from: day('2026-01-01'),
  to: day('2026-12-31'),
};
const accounts = Array.from({ length: 10_000 }, (_, index) => `C${index}`);

test('the share of accounts goes to the challenger, always the same ones', () => {
  const challenged = accounts.filter((each) => armOf(each, 'b2b', experiment) === 'challenger');
  expect(challenged.length).toBeGreaterThan(900);
  expect(challenged.length).toBeLessThan(1100);
  const again = accounts.filter((each) => armOf(each, 'b2b', experiment) === 'challenger');
  expect(again).toEqual(challenged);
});

test('another experiment draws other accounts', () => {
  const one = new Set(accounts.filter((each) => armOf(each, 'b2b', experiment) === 'challenger'));
  const other = accounts.filter((each) => armOf(each, 'schools', experiment) === 'challenger');
  const both = other.filter((each) => one.has(each)).length;
  expect(both).toBeLessThan(200);
});

test.each([
  ['0', 0],
  ['100', 10_000],
])('a share of %s percent is %d accounts', (share, count) => {
  const given = { ...experiment, sharePct: decimal(share) };
  expect(accounts.filter((each) => armOf(each, 'b2b', given) === 'challenger')).toHaveLength(count);
});
