import { expect, test } from 'vitest';
import { certifiedNumber, letterState } from './letter.ts';

test.each([
  ['printed', {}],
  ['withdrawn', { withdrawn: true }],
  ['mailed', { mailed: true }],
  ['returned', { mailed: true, returned: true }],
])('a letter is %s', (state, was) => {
  const nothing = { mailed: false, returned: false, withdrawn: false };
  expect(letterState({ ...nothing, ...was })).toBe(state);
});

test('a number of certified mail has 20 or 22 digits, however it is spaced', () => {
  expect(certifiedNumber('9407 1000 0000 0000 0000 01')).toBe('9407100000000000000001');
  expect(certifiedNumber('9407 1000')).toBeUndefined();
});
