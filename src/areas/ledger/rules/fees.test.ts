import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { money } from '#kernel/money.ts';
import { anId, written } from '#test/support/ledger-items.ts';
import { bankFeePosting, chargePosting, noticeChargePosting } from './fees.ts';

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

test('the charges of a notice are one item, with a line for interest and one for fees', () => {
  const dueOn = day('2026-06-10');
  const of = (minor: bigint) => ({ amount: money(minor, 'USD'), base: minor });
  const both = { interest: of(1775n), fees: of(2500n), dueOn };
  const { posting, item } = noticeChargePosting(both, head, anId);
  expect(posting.lines.map(written)).toEqual([
    'ar/interest-income 1775 1775',
    'ar/fee-income 2500 2500',
  ]);
  expect(item).toMatchObject({ kind: 'charge', amount: money(4275n, 'USD'), base: 4275n, dueOn });
  const alone = noticeChargePosting({ ...both, fees: of(0n) }, head, anId);
  expect(alone.posting.lines.map(written)).toEqual(['ar/interest-income 1775 1775']);
});
