import { expect, test } from 'vitest';
import { chance, fitted, logOdds } from './logistic.ts';

const settings = { from: {}, pull: 0.1, rounds: 200, least: 1 };
const examples = [
  ...Array.from({ length: 90 }, () => ({ names: ['any', 'number'], right: true })),
  ...Array.from({ length: 10 }, () => ({ names: ['any', 'number'], right: false })),
  ...Array.from({ length: 30 }, (_, at) => ({ names: ['any', 'sum'], right: at < 6 })),
];

test('what was right nine times in ten is given nine chances in ten', () => {
  const weights = fitted(examples, settings);
  expect(chance(logOdds(weights, ['any', 'number']))).toBeCloseTo(0.9, 1);
  expect(chance(logOdds(weights, ['any', 'sum']))).toBeCloseTo(0.2, 1);
});

test('the same examples give the same weights', () => {
  expect(fitted(examples, settings)).toEqual(fitted(examples, settings));
});

test('a name without enough examples keeps what was known of it', () => {
  const weights = fitted(examples, { ...settings, from: { sum: 2 }, least: 50 });
  expect(weights['sum']).toBe(2);
});
