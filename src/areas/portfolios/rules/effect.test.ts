import { expect, test } from 'vitest';
import { currency } from '#kernel/money.ts';
import { anAccount, nth } from '#test/support/portfolios.ts';
import { effectOf } from './effect.ts';

const [ana, ben] = [nth(501), nth(502)];
const people = [ana, ben].map((memberId) => ({
  memberId,
  name: '',
  minutes: 360,
  speaks: ['en'],
  collects: true,
}));
const book = [
  anAccount(1, { ownerId: ana, balance: 100_00n, overdue: 40_00n, due: true }),
  anAccount(2, { ownerId: ana, balance: 50_00n }),
  anAccount(3),
];
const names = new Map([
  [ana, 'Ana'],
  [ben, 'Ben'],
]);
const known = { book, people, names, currency: currency('USD') };

test('a preview says how many accounts, how much, and each load before and after', () => {
  const moves = book.slice(0, 1).map((account) => ({ account, to: ben, rule: 3 }));
  const effect = effectOf(known, moves);
  expect(effect).toMatchObject({ accounts: 1, balance: '100.00', overdue: '40.00' });
  expect(
    effect.people.map(({ name, before, after }) => [name, before.accounts, after.accounts]),
  ).toEqual([
    [null, 1, 1],
    ['Ana', 2, 1],
    ['Ben', 0, 1],
  ]);
  expect(effect.moves).toEqual([
    {
      accountId: nth(1),
      account: 'A-1',
      name: 'Customer 1',
      balance: '100.00',
      from: 'Ana',
      to: 'Ben',
      rule: 3,
    },
  ]);
});

test('an account that is taken from everybody counts under nobody', () => {
  const moves = book.slice(0, 1).map((account) => ({ account, to: null, rule: null }));
  const nobody = effectOf(known, moves).people.find(({ memberId }) => memberId === null);
  expect(nobody?.after).toMatchObject({ accounts: 2, balance: '100.00' });
});
