import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { money } from '#kernel/money.ts';
import { anId, written } from '#test/support/ledger-items.ts';
import { bankFeePosting, chargePosting } from './fees.ts';

const head = { accountId: anId(), effectiveOn: day('2026-05-11') };

test.each`
  kind          | line                          | number
  ${'interest'} | ${'ar/interest-income 35 35'} | ${'INT-2026-05-11'}
  ${'fee'}      | ${'ar/fee-income 35 35'}      | ${'FEE-2026-05-11'}
`('$kind is charged: $line', ({ kind, line, number }) => {
  const dueOn = day('2026-06-10');
  const charge = { kind, amount: money(35n, 'USD'), base: 35n, dueOn };
  const { posting, item } = chargePosting(charge, head, anId);
  expect(posting.lines.map(written)).toEqual([line]);
  expect(item).toMatchObject({ number, kind: 'charge', side: 'debit', dueOn });
});

test('the bank’s own fee is our expense and nobody’s item', () => {
  const posting = bankFeePosting({ amount: money(12n, 'USD'), base: 12n }, head, anId());
  expect(posting.lines.map(written)).toEqual(['bank-fees/cash-clearing 12 12']);
  expect(posting.items).toEqual([]);
});
