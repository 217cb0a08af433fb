import { expect, test } from 'vitest';
import { compare } from './matching.ts';

const our = (number: string, minor: bigint) => {
  return { itemId: number, number, minor, dueOn: '2026-06-01' };
};
const their = (number: string, minor: bigint) => ({ number, minor, on: null });
const told = (...sides: Parameters<typeof compare>) =>
  compare(...sides).map(({ key, kind, difference }) => `${key} ${kind} ${difference}`);

test('numbers are compared by letters and digits; the largest difference comes first', () => {
  const ours = [our('INV-0001', 100n), our('INV-2', 200n), our('INV-3', 300n), our('R-9', -50n)];
  const theirs = [their('inv 0001', 100n), their('INV2', 150n), their('INV-8', 900n)];
  expect(told(ours, theirs)).toEqual([
    'INV8 only_theirs 900',
    'INV3 only_ours -300',
    'INV2 amount -50',
    'R9 only_ours 50',
    'INV0001 agreed 0',
  ]);
});

test('instalments of one document count together, and so do their lines', () => {
  const ours = [our('INV-1', 50n), our('INV-1', 50n)];
  expect(told(ours, [their('INV-1', 100n)])).toEqual(['INV1 agreed 0']);
  expect(told([our('INV-1', 100n)], [their('INV-1', 60n), their('INV-1', 60n)])).toEqual([
    'INV1 amount 20',
  ]);
});

test('an amount that stands once on either side is the same document; twice is no proof', () => {
  expect(told([our('INV-1', 77n)], [their('4711', 77n)])).toEqual(['INV1 agreed 0']);
  expect(told([our('INV-1', 77n), our('INV-2', 77n)], [their('4711', 77n)])).toEqual([
    '4711 only_theirs 77',
    'INV1 only_ours -77',
    'INV2 only_ours -77',
  ]);
});

test('the differences add up to the whole difference', () => {
  const ours = [our('A', 10n), our('B', 25n), our('C', 7n)];
  const theirs = [their('A', 12n), their('X', 30n), their('C', 7n)];
  const whole = compare(ours, theirs).reduce((sum, each) => sum + each.difference, 0n);
  expect(whole).toBe(49n - 42n);
});
