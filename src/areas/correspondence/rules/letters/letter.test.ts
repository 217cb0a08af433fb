import { expect, test } from 'vitest';
import { certifiedNumber, letterState } from './letter.ts';

test('a letter is printed, then mailed, then perhaps back', () => {
  expect([letterState(false, false), letterState(true, false), letterState(true, true)]).toEqual([
    'printed',
    'mailed',
    'returned',
  ]);
});

test('a number of certified mail has 20 or 22 digits, however it is spaced', () => {
  expect(certifiedNumber('9407 1000 0000 0000 0000 01')).toBe('9407100000000000000001');
  expect(certifiedNumber('9407 1000')).toBeUndefined();
});
