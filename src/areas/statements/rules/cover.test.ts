import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { coverLines, invoiceCover } from './cover.ts';

const facts = {
  to: 'Ann\r\nBcc: x',
  account: 'NORTH',
  company: 'Main',
  on: day('2026-06-30'),
  balances: ['$1,435.00', '−€5.00'],
};

test('the lines say the totals of the paper in the language of the reader', () => {
  expect(coverLines(facts, 'es').subject).toBe(
    'Main: estado de cuenta de NORTH al 30 de junio de 2026',
  );
  const { text } = coverLines(facts, 'en');
  expect(text).toContain('Balance: $1,435.00; −€5.00');
  expect(text).toContain('Dear Ann Bcc: x,');
});

test('the lines of invoices name each of them, one a line', () => {
  const { on: _, balances: __, ...whom } = facts;
  const told = { ...whom, invoices: ['INV-1  $10.00', 'INV-2  $5.00\r\nBcc: x'] };
  expect(invoiceCover(told, 'en').subject).toBe('Main: invoices of account NORTH');
  const { text } = invoiceCover(told, 'es');
  expect(text).toContain('NORTH:\nINV-1  $10.00\nINV-2  $5.00 Bcc: x\n\nSi algo');
});
