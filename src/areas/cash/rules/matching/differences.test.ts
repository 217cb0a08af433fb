import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { bookOf, cents, customer, openItem, receipt } from '#test/support/matching.ts';
import { openItemsOf } from './book.ts';
import { settleOn } from './differences.ts';
import { emptyMemory } from './memory.ts';
import { type OpenItem, type ReceiptToDecide } from './model.ts';
import { standardMatchingPolicy as policy } from './policy.ts';

const settle = (item: Partial<OpenItem>, came: string, more: Partial<ReceiptToDecide> = {}) => {
  const open = [openItem('A', 'INV-1', '1,000', item)];
  const lives = openItemsOf(bookOf([customer('A', 'Acme')], open), ['A'], 'USD');
  const come = receipt(came, more);
  return settleOn(lives, come.amountMinor, { receipt: come, policy, memory: emptyMemory });
};
const discount = { by: day('2026-06-10'), minor: cents('20') };

describe('of 1,000 comes', () => {
  test.each([
    ['1,000', 'equal', { cashMinor: cents('1000'), leftMinor: 0n }],
    ['1,010', 'over', { cashMinor: cents('1000') }],
    ['2,000', 'far_over', { cashMinor: cents('1000') }],
    ['995', 'tolerance', { cashMinor: cents('995'), toleranceMinor: cents('5'), leftMinor: 0n }],
    ['994.99', 'short', { leftMinor: cents('5.01'), leftBecause: 'short_pay' }],
  ])('%s: %s', (came, difference, allocation) => {
    const settled = settle({}, came);
    expect(settled.difference).toBe(difference);
    expect(settled.allocations[0]).toMatchObject(allocation);
  });

  test('980 in time: the discount is earned, its day included', () => {
    const settled = settle({ discount }, '980');
    expect(settled).toMatchObject({ difference: 'discount' });
    expect(settled.allocations[0]).toMatchObject({ discountMinor: cents('20'), leftMinor: 0n });
  });

  test('980 a day late: the discount stays open with its reason', () => {
    const late = settle({ discount }, '980', { valueOn: day('2026-06-11') });
    expect(late).toMatchObject({ difference: 'late_discount' });
    expect(late.allocations[0]).toMatchObject({
      discountMinor: 0n,
      leftMinor: cents('20'),
      leftBecause: 'late_discount',
    });
  });

  test('975 by wire that states its charge: the bank took 25', () => {
    const more = { channel: 'wire', text: 'INV-1 CHGS/USD25.00/' } as const;
    const settled = settle({}, '975', more);
    expect(settled).toMatchObject({ difference: 'fee_said' });
    expect(settled.allocations[0]).toMatchObject({ feeMinor: cents('25'), leftMinor: 0n });
  });

  test('975 by ACH is no bank fee, whatever it says', () => {
    expect(settle({}, '975', { text: 'CHGS/USD25.00/' }).difference).toBe('short');
  });

  test.each([
    ['INV-1 LESS DAMAGES', 'deduction_said', 'deduction'],
    ['INV-1 PARTIAL', 'part_said', 'part_payment'],
    ['INV-1 ABONO', 'part_said', 'part_payment'],
  ])('850 with the words %s', (text, difference, because) => {
    const settled = settle({}, '850', { text });
    expect(settled.difference).toBe(difference);
    expect(settled.allocations[0]?.leftBecause).toBe(because);
  });
});
