import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { type Id, id } from '#kernel/ids.ts';
import type { RemittanceRow } from '../matching/model.ts';
import { type OpenDebt, spreadTyped } from './typed.ts';

const ids: readonly Id[] = [1, 2, 3].map((n) => id(`00000000-0000-7000-8000-00000000000${n}`));
const [a, b, c] = ids;
if (!a || !b || !c) throw new Error('three ids');

const debts: readonly OpenDebt[] = [
  { itemId: a, number: 'I-1', open: 100n, dueOn: day('2026-03-01') },
  { itemId: c, number: 'I-2', open: 50n, dueOn: day('2026-05-01') },
  { itemId: b, number: 'I-2', open: 50n, dueOn: day('2026-04-01') },
];

function named(reference: string, paidMinor?: bigint, discountMinor = 0n): RemittanceRow {
  return { reference, discountMinor, ...(paidMinor === undefined ? {} : { paidMinor }) };
}

describe('what was typed beside a payment', () => {
  test('is laid onto the items that bear the number', () => {
    const spread = spreadTyped(150n, [named('i-1'), named('I -2')], debts);
    expect(spread.lines).toEqual([
      { itemId: a, amount: 100n, discount: 0n },
      { itemId: b, amount: 50n, discount: 0n },
    ]);
    expect(spread.rest).toBe(0n);
  });

  test('never takes more than is open, nor more than came', () => {
    expect(spreadTyped(500n, [named('I-1', 300n)], debts)).toMatchObject({
      lines: [{ itemId: a, amount: 100n }],
      rest: 400n,
    });
    expect(spreadTyped(30n, [named('I-1'), named('I-2')], debts)).toMatchObject({
      lines: [{ itemId: a, amount: 30n }],
      rest: 0n,
    });
  });

  test('a number within another is not found: 1 is not I-1', () => {
    expect(spreadTyped(100n, [named('1'), named('I-10')], debts)).toEqual({
      lines: [],
      unknown: ['1', 'I-10'],
      rest: 100n,
    });
  });

  test('a number named twice is one line with both amounts and one discount', () => {
    const spread = spreadTyped(90n, [named('I-1', 40n, 5n), named('I-1', 50n)], debts);
    expect(spread.lines).toEqual([{ itemId: a, amount: 90n, discount: 5n }]);
  });
});
