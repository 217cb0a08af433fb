import { expect, test } from 'vitest';
import { forbiddenPairs } from './duties.ts';

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
