import { expect, test } from 'vitest';
import { bare, coreRun, indexNumbers, numbered, oneSlipAway } from './numbers.ts';

test.each([
  ['INV-0123456', '0123456'],
  ['26/SI/004512', '004512'],
  ['FA2026-00123', '00123'],
  ['2026-0123', '0123'],
  ['DRAFT', ''],
])('the core of %s is %s', (number, run) => {
  expect(coreRun(number)).toBe(run);
});

test('a number is found without its zeros and by all its letters', () => {
  const one = numbered({ id: '1', accountId: 'A', number: 'INV-0004512' }, null);
  const index = indexNumbers([one]);
  expect(index.byCore.get(bare('0004512'))).toEqual([one]);
  expect(index.byWhole.get('INV0004512')).toEqual([one]);
});

test('one slip is another digit, two swapped, one dropped or one too many', () => {
  const near = oneSlipAway('1234');
  expect(near).toEqual(expect.arrayContaining(['1239', '1324', '123', '12344', '01234']));
  expect(near).not.toContain('1234');
  expect(near).not.toContain('4321');
});
