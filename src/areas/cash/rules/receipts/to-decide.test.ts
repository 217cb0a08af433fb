import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { currency } from '#kernel/money.ts';
import type { Allocation } from '../matching/model.ts';
import { feeOf, receiptToDecide, spreadOf } from './to-decide.ts';

const account = '00000000-0000-7000-8000-000000000008';

function allocation(item: number, told: Partial<Allocation>): Allocation {
  return {
    itemId: `00000000-0000-7000-8000-00000000000${item}`,
    accountId: account,
    cashMinor: 0n,
    discountMinor: 0n,
    feeMinor: 0n,
    toleranceMinor: 0n,
    leftMinor: 0n,
    leftBecause: null,
    named: true,
    ...told,
  };
}

test('a proposal is laid onto the book with its short rest and its reason', () => {
  const proposal = {
    accountId: account,
    onAccountMinor: 0n,
    confidence: 0.9,
    reasons: [],
    allocations: [
      allocation(1, { cashMinor: 80n, leftMinor: 20n, leftBecause: 'deduction' }),
      allocation(2, { cashMinor: 50n, leftMinor: 50n, leftBecause: 'part_payment' }),
      allocation(3, { cashMinor: -10n }),
      allocation(4, { cashMinor: 985n, feeMinor: 15n }),
    ],
  };
  expect(spreadOf(proposal).lines).toMatchObject([
    { amount: 80n, short: 20n, shortReason: 'unknown' },
    { amount: 50n, short: 50n, shortReason: null },
    { amount: -10n },
    { amount: 1000n },
  ]);
  expect(feeOf(proposal)).toBe(15n);
});

test('all that was said is read together, each word once', () => {
  const told = receiptToDecide({
    receiptId: 'r',
    method: 'wire',
    amount: { minor: 5n, currency: currency('USD') },
    receivedOn: day('2026-06-02'),
    payerName: 'North',
    payerAccount: '',
    checkNumber: '',
    reference: 'FT-9',
    said: 'INV 7',
    refs: ['FT-9', 'INV 7'],
    remittance: [],
    statedNumber: 'NORTH',
  });
  expect(told.text).toBe('INV 7\nFT-9\nNORTH');
});
