import { expect, test } from 'vitest';
import { dutiesOf, forbiddenPairs, heldPairs, joinedPair } from './duties.ts';
import { allRoles } from './roles.ts';

test.each([
  [['cash_posting', 'write_off_approval'], [['cash_posting', 'write_off_approval']]],
  [['write_off_approval', 'cash_posting'], [['cash_posting', 'write_off_approval']]],
  [
    ['refund_release', 'refund_request', 'refund_approval'],
    [
      ['refund_approval', 'refund_release'],
      ['refund_approval', 'refund_request'],
      ['refund_release', 'refund_request'],
    ],
  ],
  [
    ['journal', 'period_close', 'user_admin'],
    [
      ['journal', 'period_close'],
      ['journal', 'user_admin'],
    ],
  ],
  [['invoicing', 'cash_posting'], []],
  [['collector', 'promise_entry'], []],
  [['cash_posting', 'cash_posting'], []],
  [['constructor', 'toString'], []],
  [[], []],
])('%j are kept apart in %j', (duties, pairs) => {
  expect(forbiddenPairs(duties)).toEqual(pairs);
});

test('roles come to duties, and what only several roles join is told from what one does', () => {
  expect(dutiesOf(['poster'])).toEqual(['cash_posting', 'deposit_rdc']);
  expect(dutiesOf(['auditor', 'nobody'])).toEqual([]);
  expect(joinedPair(['poster', 'cfo'])).toEqual({
    one: 'cash_posting',
    other: 'credit_memo_approval',
    within: null,
  });
  expect(heldPairs(['poster', 'cfo']).map(({ other }) => other)).toEqual([
    'credit_memo_approval',
    'write_off_approval',
  ]);
  expect(joinedPair(['collector', 'poster'])).toBeUndefined();
});

test('no role by itself counts as joined, whatever it holds', () => {
  expect(allRoles.filter((role) => joinedPair([role]) !== undefined)).toEqual([]);
  expect(heldPairs(['manager'])).toEqual([
    { one: 'credit_memo_approval', other: 'invoicing', within: 'manager' },
  ]);
});
