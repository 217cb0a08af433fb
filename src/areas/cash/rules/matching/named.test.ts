import { describe, expect, test } from 'vitest';
import { bookOf, customer, knowing, openItem, receipt, said } from '#test/support/matching.ts';
import { decide } from './decide.ts';
import { standardMatchingPolicy as policy } from './policy.ts';

const acme = customer('A', 'Acme Tools');
const known = knowing({ XX1: 'A' });
const numbers = [
  ['INV-0123456', '110.10'],
  ['INV-0123457', '120.20'],
  ['INV-0123461', '130.30'],
  ['INV-0150001', '440.44'],
  ['INV-0160002', '550.55'],
  ['INV-0170003', '660.66'],
] as const;
const open = numbers.map(([number, amount]) =>
  openItem('A', number, amount, { poNumber: number === 'INV-0170003' ? 'PO-70882' : '' }),
);
const best = (amount: string, text: string) =>
  said(
    decide(receipt(amount, { payerAccount: 'XX1', text }), bookOf([acme], open), known, policy),
  ).replace(/^\w+, /u, '');

describe('a number is found', () => {
  test.each([
    ['without leading zeros', '150001'],
    ['without its sign', 'INV0150001'],
    ['with another word before it', 'FACTURA 0150001'],
    ['split by a blank', '015 0001'],
    ['with a digit mistyped', 'INV-0150007'],
    ['with two digits swapped', 'INV-0510001'],
    ['with a digit dropped', 'INV-015001'],
    ['read by a machine', 'INV-OlSOOOl'],
    ['cut at its end', '/RFB/INV-0150'],
    ['merged into a word', 'PMT0150001REF'],
  ])('%s', (_, text) => {
    expect(best('440.44', text)).toBe('INV-0150001 440.44');
  });

  test('by the customer’s order number', () => {
    expect(best('660.66', 'YOUR ORDER PO-70882')).toBe('INV-0170003 660.66');
  });
});

describe('a list is read', () => {
  const three = 'INV-0123456 110.10, INV-0123457 120.20, INV-0123461 130.30';
  test.each([
    ['with signs', '360.60', 'INV-0123456, INV-0123457, INV-0123461', three],
    ['without any', '360.60', '012345601234570123461', three],
    ['as last digits', '360.60', 'INV-0123456/457/461', three],
    ['with one number damaged', '360.60', 'INV-0123456 INV-0128457 INV-0123461', three],
    ['cut off', '990.99', 'INV-0150001, INV-01', 'INV-0150001 440.44, INV-0160002 550.55'],
  ])('%s', (_, amount, text, expected) => {
    expect(best(amount, text)).toBe(expected);
  });

  test('with amounts, which decide what a damaged number means', () => {
    const text = 'INV-0150001 440.44 INV-O1G0O02 550.55';
    expect(best('990.99', text)).toBe('INV-0150001 440.44, INV-0160002 550.55');
  });
});
