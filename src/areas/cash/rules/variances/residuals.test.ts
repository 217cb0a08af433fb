import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { standardMatchingPolicy } from '../matching/policy.ts';
import { residualsOf, unidentifiedOf } from './residuals.ts';
import type { Rest } from './variance.ts';

function rest(told: Partial<Rest>): Rest {
  return {
    accountId: 'north',
    itemId: 'item A-1',
    number: 'A-1',
    currency: 'USD',
    totalMinor: 100_000n,
    openMinor: 20_000n,
    receiptId: 'receipt 1',
    payer: 'NORTH',
    method: 'check',
    on: day('2026-11-10'),
    shortMinor: 0n,
    reason: null,
    offeredMinor: 0n,
    ...told,
  };
}

const short = { shortMinor: 20_000n };

test.each<[string, Partial<Rest>, string[]]>([
  ['noted as a late discount', { ...short, reason: 'late_discount' }, ['unearned_discount -']],
  ['noted as a bank fee', { ...short, reason: 'bank_fee' }, ['bank_fee -']],
  ['noted for its price', { ...short, reason: 'price' }, ['short_paid -']],
  ['noted without a cause', { ...short, reason: 'unknown' }, ['short_paid -']],
  ['equal to the discount offered', { offeredMinor: 20_000n }, ['unearned_discount -']],
  ['of a wire, as large as a fee', { method: 'wire', openMinor: 2_500n }, ['bank_fee -']],
  ['of a check, as large as a fee', { openMinor: 2_500n }, []],
  ['within the tolerance', { openMinor: 500n }, ['short_paid write_off']],
  ['a cent beyond it', { openMinor: 501n }, []],
  ['small, of a small document', { totalMinor: 10_000n, openMinor: 51n }, []],
  [
    'small, and a late discount',
    { openMinor: 500n, reason: 'late_discount' },
    ['unearned_discount write_off'],
  ],
])('a rest %s', (_, told, expected) => {
  const found = residualsOf([rest(told)], standardMatchingPolicy);
  expect(found.map(({ cause, fix }) => `${cause} ${fix?.kind ?? '-'}`)).toEqual(expected);
});

test('a payment without an account is matched by a person', () => {
  const on = day('2026-11-10');
  const stray = { receiptId: 'receipt 1', payer: 'X', currency: 'USD', amountMinor: 100n, on };
  expect(unidentifiedOf([stray])).toMatchObject([
    { cause: 'unidentified', accountId: null, fix: { kind: 'match', receiptId: 'receipt 1' } },
  ]);
});
