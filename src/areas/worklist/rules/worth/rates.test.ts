import { expect, test } from 'vitest';
import { standing } from '#test/support/standings.ts';
import { bookRate, ownRate, staysOpen } from './rates.ts';

const book = bookRate({ paid: 300, lateDays: 9970 });

test('a book pays so often a late day; one that showed nothing, once a month', () => {
  expect(book).toBeCloseTo(0.03, 3);
  expect(bookRate({ paid: 0, lateDays: 0 })).toBeCloseTo(1 / 30, 6);
});

test('an account that showed nothing is like its book, and its own history counts soon', () => {
  expect(ownRate({ paid: 0, lateDays: 0 }, book)).toBeCloseTo(book, 6);
  expect(ownRate({ paid: 10, lateDays: 50 }, book)).toBeGreaterThan(5 * book);
  expect(ownRate({ paid: 0, lateDays: 200 }, book)).toBeLessThan(book / 5);
});

test('the longer nothing came, the less comes by itself', () => {
  const chances = [0, 10, 60, 200].map((lateDays) =>
    staysOpen(standing({ paying: { paid: 1, lateDays } }), book),
  );
  expect(chances).toEqual(chances.toSorted((a, b) => a - b));
  expect(Math.max(...chances)).toBeLessThan(1);
});

test('a forecast goes before the rates', () => {
  expect(staysOpen(standing({ staysOpen: 0.35 }), book)).toBe(0.35);
});
