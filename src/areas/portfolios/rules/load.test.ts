import { expect, test } from 'vitest';
import { anAccount, nth } from '#test/support/portfolios.ts';
import { loadsOf, minutesOf, weightOf } from './load.ts';

const owing = anAccount(1, { due: true, overdue: 5_00n, balance: 1_234_56n });

test('an account takes a minute, two more overdue, ten more when something waits', () => {
  expect(minutesOf(anAccount(1))).toBe(1);
  expect(minutesOf(anAccount(1, { overdue: 1n }))).toBe(3);
  expect(minutesOf(owing)).toBe(13);
});

test('what is evened out is a matter of choice', () => {
  expect(weightOf(owing, 'work', 100n)).toBe(13);
  expect(weightOf(owing, 'accounts', 100n)).toBe(1);
  expect(weightOf(owing, 'overdue', 100n)).toBe(1);
  expect(weightOf(owing, 'amount', 100n)).toBe(1234);
  expect(weightOf(anAccount(2, { balance: -5_00n }), 'amount', 100n)).toBe(0);
});

test('loads are summed by owner, and nobody is one of them', () => {
  const accounts = [owing, anAccount(2), anAccount(3, { ownerId: nth(9) })];
  const loads = loadsOf(accounts.map((account) => ({ ownerId: account.ownerId, account })));
  expect(loads.get(null)).toMatchObject({ accounts: 2, due: 1, overdueAccounts: 1, minutes: 14 });
  expect(loads.get(nth(9))).toMatchObject({ accounts: 1, balance: 0n, minutes: 1 });
});
