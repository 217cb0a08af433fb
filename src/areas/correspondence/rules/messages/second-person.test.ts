import { expect, test } from 'vitest';
import { needsSecondPerson } from './second-person.ts';

test('a final demand needs a second person, a reminder does not', () => {
  expect([needsSecondPerson('final'), needsSecondPerson('reminder')]).toEqual([true, false]);
  expect(needsSecondPerson(null)).toBe(false);
});
