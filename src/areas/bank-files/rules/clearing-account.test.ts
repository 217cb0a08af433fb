import { expect, test } from 'vitest';
import { nextClearingAccount } from './clearing-account.ts';

test.each([
  [[], '1010'],
  [['Operating'], '1010'],
  [['1010'], '1020'],
  [['1020', '1010'], '1030'],
  [['1010', '1105'], '1115'],
  [['CASH-001'], 'CASH-011'],
  [['0990'], '1000'],
])('after %j comes %s, and it is never one of them', (taken, next) => {
  expect(nextClearingAccount(taken)).toBe(next);
  expect(taken).not.toContain(next);
});
