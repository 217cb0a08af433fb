import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { coverLines, invoiceCover } from './cover.ts';

const facts = {
  to: 'Ann\r\nBcc: x',
  account: 'NORTH',
  company: 'Main',
  on: day('2026-06-30'),
  balances: ['1435.00 USD', '-5.00 EUR'],
};

test('the lines say the totals of the paper in the language of the reader', () => {
  expect(coverLines(facts, 'es').subject).toBe('Main: estado de cuenta de NORTH al 2026-06-30');
  const { text } = coverLines(facts, 'en');
  expect(text).toContain('Balance: 1435.00 USD; -5.00 EUR');
  expect(text).toContain('Dear Ann Bcc: x,');
});

test('the lines of invoices name each of them, one a line', () => {
  const { on: _, balances: __, ...whom } = facts;
  const told = { ...whom, invoices: ['INV-1  10.00 USD', 'INV-2  5.00 USD\r\nBcc: x'] };
  expect(invoiceCover(told, 'en').subject).toBe('Main: invoices of account NORTH');
  const { text } = invoiceCover(told, 'es');
  expect(text).toContain('NORTH:\nINV-1  10.00 USD\nINV-2  5.00 USD Bcc: x\n\nSi algo');
});
