import { describe, expect, test } from 'vitest';
import { currency } from '#kernel/money.ts';
import { bookOf, customer, knowing, openItem, receipt } from '#test/support/matching.ts';
import { decide } from './decide.ts';
import { standardMatchingPolicy as policy } from './policy.ts';

const accounts = [customer('A', 'Acme Tools'), customer('B', 'Borealis Paper')];
const open = [
  openItem('A', 'INV-1001', '100'),
  openItem('A', 'INV-1002', '100.50'),
  openItem('A', 'INV-1003', '100', { currency: currency('EUR') }),
  openItem('B', 'INV-2001', '100'),
];
const rejected = (amount: string, text: string) =>
  decide(
    receipt(amount, { payerAccount: 'XX1', text }),
    bookOf(accounts, open),
    knowing({ XX1: 'A' }),
    policy,
  ).rejected.map(({ number, because }) => `${number} ${because}`);

describe('what was put aside says why', () => {
  test('a number of another customer', () => {
    expect(rejected('100', 'INV-2001')).toContain('INV-2001 other_customer');
  });

  test('an invoice in another currency', () => {
    expect(rejected('100', 'INV-1003')).toContain('INV-1003 other_currency');
  });

  test('an item of nearly the amount', () => {
    expect(rejected('100', 'INV-1001')).toEqual(['INV-1002 amount_differs']);
  });
});
