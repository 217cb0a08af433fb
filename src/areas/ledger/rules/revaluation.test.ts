import { expect, test } from 'vitest';
import { decimal } from '#kernel/decimal.ts';
import { currency, formatMoney, money } from '#kernel/money.ts';
import { written } from '#test/support/ledger-items.ts';
import { revalue, revaluationLine, revaluedTotals } from './revaluation.ts';

const usd = currency('USD');

test('P-05: the open book at the closing rate, and what is unrealised', () => {
  const euros = { open: money(1000_00n, 'EUR'), openBase: 1100_00n };
  const part = revalue(euros, decimal('1.16'), usd);
  expect(part).toMatchObject({ revalued: 1160_00n, unrealised: 60_00n });
  const totals = revaluedTotals([part], 400_00n, usd);
  expect(Object.values(totals).map(formatMoney)).toEqual(['1500.00', '1560.00', '60.00']);
});

test.each`
  due       | booked    | line
  ${60_00n} | ${0n}     | ${'ar-revaluation/fx-unrealised 0 6000'}
  ${-5_00n} | ${0n}     | ${'fx-unrealised/ar-revaluation 0 500'}
  ${60_00n} | ${60_00n} | ${undefined}
  ${60_00n} | ${70_00n} | ${'fx-unrealised/ar-revaluation 0 1000'}
  ${0n}     | ${-5_00n} | ${'ar-revaluation/fx-unrealised 0 500'}
`('$due due and $booked booked makes $line', ({ due, booked, line }) => {
  const part = { currency: currency('EUR'), book: 0n, revalued: due, unrealised: due };
  const made = revaluationLine(part, booked);
  expect(made && written(made)).toBe(line);
});

test('a book that owes more than it is owed loses when the currency rises', () => {
  const credits = { open: money(-100_00n, 'EUR'), openBase: -110_00n };
  expect(revalue(credits, decimal('1.20'), usd).unrealised).toBe(-10_00n);
});
