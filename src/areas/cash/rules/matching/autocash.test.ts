import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { bookOf, customer, knowing, openItem, receipt, said } from '#test/support/matching.ts';
import { decide } from './decide.ts';
import { type AutocashStep, standardMatchingPolicy } from './policy.ts';

const open = [
  openItem('A', 'INV-1', '100', { dueOn: day('2026-05-01') }),
  openItem('A', 'INV-2', '70', { dueOn: day('2026-05-20') }),
  openItem('A', 'INV-3', '55', { dueOn: day('2026-07-01') }),
];
const answer = (amount: string, ...steps: AutocashStep[]) => {
  const policy = { ...standardMatchingPolicy, autocash: { A: steps } };
  const book = bookOf([customer('A', 'Acme Tools')], open);
  return said(
    decide(receipt(amount, { payerAccount: 'XX1' }), book, knowing({ XX1: 'A' }), policy),
  );
};

describe('an amount that nothing explains', () => {
  test('is laid on the oldest first where the company says so for this customer', () => {
    expect(answer('133.37', 'oldest_first')).toBe('posted, INV-1 100.00, INV-2 33.37');
  });

  test('stays on account without such a sequence, which is how a company starts', () => {
    expect(answer('133.37')).toBe('on_account, on account 133.37');
  });

  test('takes the first step that fits', () => {
    expect(answer('133.37', 'whole_balance', 'due_by_today', 'on_account')).toBe(
      'posted, on account 133.37',
    );
  });

  test('what is over after the last item stays on account', () => {
    expect(answer('300.01', 'oldest_first')).toBe(
      'posted, INV-1 100.00, INV-2 70.00, INV-3 55.00, on account 75.01',
    );
  });
});

test('a sequence never displaces an explanation', () => {
  expect(answer('125', 'oldest_first')).not.toContain('INV-1 100.00, INV-2 25.00');
});
