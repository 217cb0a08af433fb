import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { runStatement } from './statement.ts';

const item = (on: string, kind: string, amount: bigint) => ({
  on: day(on),
  document: kind,
  kind,
  reference: null,
  dueOn: null,
  amount,
});

describe('a statement of account', () => {
  test('runs the balance of a month with a payment that came back', () => {
    const statement = runStatement(1_000_00n, [
      item('2026-06-05', 'receipt', -600_00n),
      item('2026-06-12', 'invoice', 450_00n),
      item('2026-06-20', 'credit_memo', -50_00n),
      item('2026-06-28', 'reversal', 600_00n),
      item('2026-06-28', 'charge', 35_00n),
    ]);
    expect(statement.lines.map((line) => line.running)).toEqual([
      400_00n,
      850_00n,
      800_00n,
      1_400_00n,
      1_435_00n,
    ]);
    expect(statement.closing).toBe(1_435_00n);
  });

  test('of a quiet month closes as it opened', () => {
    expect(runStatement(12_34n, [])).toEqual({ opening: 12_34n, lines: [], closing: 12_34n });
  });
});
