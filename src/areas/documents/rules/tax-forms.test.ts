import { expect, test } from 'vitest';
import { currency, formatMoney, money } from '#kernel/money.ts';
import { backupWithholding, fillW9 } from './tax-forms.ts';

const llc = {
  entity: 'LLC',
  isDisregarded: false,
  llcClass: 'P',
  hasForeignOwners: true,
  goesToFlowThroughOfOurs: true,
  ownerClass: null,
  ownerName: null,
  businessName: 'Northgate LLC',
};

test.each([
  [{}, ['Northgate LLC', null, 'LLC', 'P', true]],
  [{ goesToFlowThroughOfOurs: false }, ['Northgate LLC', null, 'LLC', 'P', false]],
  [{ hasForeignOwners: false }, ['Northgate LLC', null, 'LLC', 'P', false]],
  [{ llcClass: 'C' }, ['Northgate LLC', null, 'LLC', 'C', false]],
  [
    { isDisregarded: true, ownerClass: 'individual', ownerName: 'Ana Ruiz' },
    ['Ana Ruiz', 'Northgate LLC', 'individual', null, false],
  ],
  [
    { entity: 'individual', llcClass: null, ownerName: 'Ana Ruiz' },
    ['Ana Ruiz', 'Northgate LLC', 'individual', null, false],
  ],
  [
    { entity: 'sole_proprietor', llcClass: null, ownerName: 'Ana Ruiz' },
    ['Ana Ruiz', 'Northgate LLC', 'sole_proprietor', null, false],
  ],
  [{ entity: 'partnership', llcClass: null }, ['Northgate LLC', null, 'partnership', null, true]],
  [{ entity: 'C', llcClass: null }, ['Northgate LLC', null, 'C', null, false]],
])('with %j the form reads %j', (change, lines) => {
  const { line1, line2, line3a, llcCode, line3b } = fillW9({ ...llc, ...change });
  expect([line1, line2, line3a, llcCode, line3b]).toEqual(lines);
});

test.each`
  status         | due      | amount
  ${'missing'}   | ${true}  | ${'300.00'}
  ${'incorrect'} | ${true}  | ${'300.00'}
  ${'valid'}     | ${false} | ${'0.00'}
  ${'matched'}   | ${false} | ${'0.00'}
`('a number that is $status: withhold $amount', ({ status, due, amount }) => {
  const found = backupWithholding(money(125_000n, currency('USD')), status);
  expect([found.isDue, formatMoney(found.amount)]).toEqual([due, amount]);
});
