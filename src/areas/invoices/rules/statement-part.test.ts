import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { currency } from '#kernel/money.ts';
import { bucketSets } from '#areas/ledger/rules/aging.ts';
import { type PartFacts, paperParts } from './statement-part.ts';

const usd = currency('USD');
const item = { currency: usd, document: 'I-1', reference: null, dueOn: day('2026-06-09') };
const facts: PartFacts = {
  opening: new Map([[usd, 1_000_00n]]),
  moved: [{ ...item, on: day('2026-06-05'), kind: 'receipt', amount: -600_00n }],
  open: [
    {
      ...item,
      on: day('2026-05-10'),
      kind: 'invoice',
      amount: 1_000_00n,
      open: 400_00n,
      aged: true,
      agesFrom: day('2026-06-09'),
    },
  ],
};
const june = { on: day('2026-06-30'), edges: bucketSets.standard };

describe('a currency on a statement', () => {
  test('carries its balance forward, or lists what is open, and closes alike', () => {
    const [forward] = paperParts(facts, 'balance_forward', june);
    const [open] = paperParts(facts, 'open_item', june);
    expect(forward?.lines.map(({ running }) => running)).toEqual([400_00n]);
    expect(open?.lines.map(({ document, running }) => [document, running])).toEqual([
      ['I-1', 400_00n],
    ]);
    expect([forward?.closing, open?.closing]).toEqual([400_00n, 400_00n]);
    expect(forward?.buckets[1]).toBe(400_00n);
  });

  test('is never made when its ages do not add up to it', () => {
    const torn = { ...facts, open: [] };
    expect(() => paperParts(torn, 'balance_forward', june)).toThrow(/closes at 40000/u);
  });

  test('in which nothing was owed and nothing happened is left out', () => {
    const quiet = { opening: new Map([[usd, 0n]]), moved: [], open: [] };
    expect(paperParts(quiet, 'open_item', june)).toEqual([]);
  });
});
