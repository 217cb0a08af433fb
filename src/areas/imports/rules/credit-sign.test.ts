import { describe, expect, test } from 'vitest';
import { writesCreditsUnsigned } from './credit-sign.ts';

function unsigned(...rows: (readonly [string, string])[]): boolean {
  const table = rows.map((cells, at) => ({ line: at + 1, cells }));
  return writesCreditsUnsigned(
    table,
    new Map([
      ['documentKind', 0],
      ['original', 1],
    ] as const),
  );
}

describe('credit memos are written without a sign', () => {
  test('when none of them is negative', () => {
    expect(unsigned(['INV', '10'], ['CM', '5'], ['CM', ''])).toBe(true);
  });

  test('and with one when any is', () => {
    expect(unsigned(['CM', '5'], ['CM', '(5)'])).toBe(false);
    expect(unsigned(['CM', '5'], ['CM', '5-'])).toBe(false);
  });

  test('and a file without credit memos says nothing', () => {
    expect(unsigned(['INV', '10'], ['INV', '-10'])).toBe(false);
    expect(writesCreditsUnsigned([{ line: 1, cells: ['CM', '5'] }], new Map())).toBe(false);
  });
});
