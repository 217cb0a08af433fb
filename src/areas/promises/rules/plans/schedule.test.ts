import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimal } from '#kernel/decimal.ts';
import { currency, formatMoney, money, plus, sum } from '#kernel/money.ts';
import { equalInstallments, levelPlan } from './schedule.ts';

const usd = currency('USD');

test.each`
  cents       | count | parts
  ${100_000n} | ${3}  | ${['333.34', '333.33', '333.33']}
  ${100_001n} | ${3}  | ${['333.34', '333.34', '333.33']}
  ${100n}     | ${1}  | ${['1.00']}
  ${2n}       | ${3}  | ${['0.01', '0.01', '0.00']}
`('$cents cents in $count parts', ({ cents, count, parts }) => {
  expect(equalInstallments(money(cents, usd), count).map(formatMoney)).toEqual(parts);
});

test('level payments at 9 % for a year; the last one clears', () => {
  const plan = levelPlan(money(600_000n, usd), decimal('9'), 12);
  expect([plan.payment, plan.finalPayment, plan.totalInterest].map(formatMoney)).toEqual([
    '524.71',
    '524.70',
    '296.51',
  ]);
  const [first] = plan.rows;
  expect(first && [first.interest, first.principal, first.balance].map(formatMoney)).toEqual([
    '45.00',
    '479.71',
    '5520.29',
  ]);
});

test('without interest the payments are equal parts', () => {
  const plan = levelPlan(money(100_000n, usd), decimal('0'), 3);
  expect([plan.payment, plan.finalPayment].map(formatMoney)).toEqual(['333.33', '333.34']);
});

test('principal and interest paid are all that was owed', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 1000n, max: 10_000_000n }),
      fc.integer({ min: 0, max: 3600 }),
      fc.integer({ min: 1, max: 48 }),
      (minor, bps, count) => {
        const owed = money(minor, usd);
        const plan = levelPlan(owed, { units: BigInt(bps), scale: 2 }, count);
        const paid = sum(
          plan.rows.map((row) => plus(row.principal, row.interest)),
          usd,
        );
        expect(paid).toEqual(plus(owed, plan.totalInterest));
        expect(plan.rows.at(-1)?.balance.minor).toBe(0n);
      },
    ),
  );
});
