import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { coverLines } from './cover.ts';

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
