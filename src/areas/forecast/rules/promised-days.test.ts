import { expect, test } from 'vitest';
import { keepRate } from './keeping.ts';
import { promisedDays } from './promised-days.ts';

const item = (itemId: string, open: bigint) => ({
  itemId,
  accountId: 'NORTH',
  currency: 'USD',
  open,
});
const promise = { accountId: 'NORTH', currency: 'USD', dueOn: 50, left: 150n, itemIds: [] };

test('a promise for the account pays the oldest items as far as it reaches', () => {
  const items = [item('A', 100n), item('B', 100n), item('C', 100n)];
  expect([...promisedDays(items, [promise])]).toEqual([
    ['A', 50],
    ['B', 50],
  ]);
});

test('a promise that names items speaks for those, and the earliest counts', () => {
  const items = [item('A', 100n), item('B', 100n)];
  const named = { ...promise, dueOn: 40, left: 100n, itemIds: ['B'] };
  expect(promisedDays(items, [promise, named]).get('B')).toBe(40);
  expect(promisedDays(items, [{ ...promise, accountId: 'SOUTH' }]).size).toBe(0);
  expect(promisedDays(items, [{ ...promise, currency: 'EUR' }]).size).toBe(0);
});

test('few promises lean on those of all, many stand for themselves', () => {
  const desk = { judged: 100, kept: 60 };
  expect(keepRate({ judged: 0, kept: 0 }, desk)).toBeCloseTo(0.602, 3);
  expect(keepRate({ judged: 40, kept: 4 }, desk)).toBeLessThan(0.2);
});
