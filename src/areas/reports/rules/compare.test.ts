import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { instant } from '#kernel/instant.ts';
import { addsUp, columnOf, inOrder, usualOpenings } from './compare.ts';

describe('each fact stands in exactly one column', () => {
  test.each([
    ['invoice', 'invoice', 'invoiced'],
    ['debit_memo', 'debit_memo', 'invoiced'],
    ['charge', 'fee', 'invoiced'],
    ['receipt', 'receipt', 'cash'],
    ['reversal', 'return', 'cash'],
    ['refund', 'refund', 'cash'],
    ['credit_memo', 'credit_memo', 'credits'],
    ['adjustment', 'discount', 'credits'],
    ['adjustment', 'tolerance', 'credits'],
    ['adjustment', 'write_off', 'writeOffs'],
    ['adjustment', 'recovery', 'writeOffs'],
    ['transfer', 'transfer', 'moved'],
    ['invoice', 'transfer', 'moved'],
    ['transfer', 'transfer_reversal', 'moved'],
    ['reversal', 'reversal', 'corrections'],
    ['reversal', 'import_undone', 'corrections'],
    ['reversal', 'discount_reversal', 'corrections'],
    ['adjustment', 'something new', 'corrections'],
  ])('%s of a %s is %s', (kind, entryKind, column) => {
    expect(columnOf({ kind, entryKind, late: false })).toBe(column);
    expect(columnOf({ kind, entryKind, late: true })).toBe('corrections');
  });
});

describe('the moments stand in order', () => {
  const early = instant('2026-11-13T22:00:00Z');
  const late = instant('2026-11-16T22:00:00Z');
  const friday = day('2026-11-13');
  const monday = day('2026-11-16');
  const now = null;
  test.each([
    ['Friday and today, both as known now', [friday, now], [monday, now], true],
    ['one day as known twice', [friday, early], [friday, late], true],
    ['Friday as known then, today as known now', [friday, early], [monday, now], true],
    ['one moment and itself', [friday, early], [friday, early], true],
    ['today and Friday', [monday, now], [friday, now], false],
    ['known now and known then', [friday, now], [monday, late], false],
    ['known late and known early', [friday, late], [monday, early], false],
  ] as const)('%s', (_name, [from, fromKnown], [to, toKnown], ok) => {
    const moments = {
      from: { asOf: from, knownAt: fromKnown },
      to: { asOf: to, knownAt: toKnown },
    };
    expect(inOrder(moments).ok).toBe(ok);
  });
});

test('a line adds up or it does not', () => {
  const between = { invoiced: 50n, cash: -30n, credits: 0n, writeOffs: 0n, moved: 0n };
  const sums = { opening: 100n, ...between, corrections: 5n, late: 5n };
  expect(addsUp({ ...sums, closing: 125n })).toBe(true);
  expect(addsUp({ ...sums, closing: 120n })).toBe(false);
});

test.each([
  ['2026-11-20', '2026-11-13', '2026-10-31'],
  ['2026-11-21', '2026-11-20', '2026-10-31'],
  ['2026-11-22', '2026-11-20', '2026-10-31'],
  ['2026-11-23', '2026-11-20', '2026-10-31'],
  ['2026-12-01', '2026-11-27', '2026-11-30'],
])('on %s the last Friday was %s and the month ended on %s', (today, friday, monthEnd) => {
  expect(usualOpenings(day(today))).toEqual({ friday, monthEnd });
});
