import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { currency } from '#kernel/money.ts';
import { answerOf } from '#test/support/builders.ts';
import {
  type FileState,
  type FoundSum,
  assertBalanced,
  mayFollow,
  objectionToClosing,
  totalsOf,
} from './snapshot.ts';

const usd = currency('USD');

function sum(
  finding: FoundSum['finding'],
  count: number,
  before: bigint,
  after = before,
): FoundSum {
  const up = after > before ? { count, amount: after - before } : { count: 0, amount: 0n };
  const down = after < before ? { count, amount: after - before } : { count: 0, amount: 0n };
  return {
    finding,
    currency: usd,
    count,
    before,
    after,
    raised: up,
    lowered: down,
    gross: before < 0n ? -before : before,
    ahead: { count: 0, amount: 0n },
    kept: 0n,
  };
}

const whole: FileState = { rows: 90, truncated: false, nameless: [] };

test.each([
  ['2026-08-02', undefined, 'accepted'],
  ['2026-08-02', '2026-08-02', 'accepted'],
  ['2026-08-01', '2026-08-02', 'snapshot.older_than_last 2026-08-01 2026-08-02'],
  ['2026-08-04', undefined, 'snapshot.day_ahead 2026-08-04 2026-08-03'],
])('a file of %s after one of %s: %s', (asOf, last, answer) => {
  const before = last === undefined ? undefined : day(last);
  expect(answerOf(mayFollow(day(asOf), day('2026-08-03'), before))).toBe(answer);
});

describe('closing asks first', () => {
  const book = (vanished: number, each = 100n): FoundSum[] => [
    sum('unchanged', 100 - vanished, BigInt(100 - vanished) * 100n),
    sum('vanished', vanished, BigInt(vanished) * each, 0n),
  ];
  test.each([
    ['a tenth of the items is no more than a tenth', book(10), undefined, 'accepted'],
    [
      'eleven of a hundred is more',
      book(11),
      undefined,
      'snapshot.closes_too_much 11 100 11.00 USD 10',
    ],
    [
      'one large item is more by its amount',
      book(1, 2000n),
      undefined,
      'snapshot.closes_too_much 1 100 20.00 USD 10',
    ],
    ['the very number confirmed is let through', book(11), 11, 'accepted'],
    ['another number is not', book(11), 12, 'snapshot.closes_too_much 11 100 11.00 USD 10'],
    [
      'new items are no part of the book',
      [...book(10), sum('new', 50, 0n, 50n)],
      undefined,
      'accepted',
    ],
  ] as const)('%s', (_, sums, confirmed, answer) => {
    const objection = objectionToClosing(sums, whole, confirmed);
    expect(objection ? answerOf(objection) : 'accepted').toBe(answer);
  });

  test.each([
    ['snapshot.file_empty', { ...whole, rows: 0 }],
    ['snapshot.file_truncated', { ...whole, truncated: true }],
    ['snapshot.rows_without_number', { ...whole, nameless: [7] }],
  ] as const)('and no number helps against %s', (refusal, file) => {
    expect(objectionToClosing(book(5), file, 5)).toMatchObject({ refusal });
  });

  test('a row without a number harms nothing when nothing is closed', () => {
    expect(objectionToClosing(book(0), { ...whole, nameless: [7] }, undefined)).toBeUndefined();
  });
});

describe('the totals', () => {
  const file = new Map([[usd, { count: 4, amount: 470n }]]);
  const sums = [
    sum('unchanged', 1, 100n),
    sum('new', 1, 0n, 70n),
    sum('changed', 1, 100n, 200n),
    sum('vanished', 2, 300n, 0n),
    sum('reappeared', 1, 0n, 100n),
  ];

  test('lead from our book to the file', () => {
    const [total] = totalsOf(sums, file);
    expect(total).toMatchObject({
      opening: { count: 4, amount: 500n },
      fresh: { count: 1, amount: 70n },
      raised: { count: 1, amount: 100n },
      vanished: { count: 2, amount: -300n },
      reappeared: { count: 1, amount: 100n },
      closing: { count: 4, amount: 470n },
    });
    expect(() => assertBalanced(totalsOf(sums, file))).not.toThrow();
  });

  test('that do not add up are a bug and throw', () => {
    const other = new Map([[usd, { count: 4, amount: 471n }]]);
    expect(() => assertBalanced(totalsOf(sums, other))).toThrow('does not add up in USD');
  });

  test('say what is ahead of the source and what was kept', () => {
    const kept = { ...sum('unread', 1, 40n), kept: 40n };
    const ahead = { ...sum('unchanged', 1, 10n), ahead: { count: 1, amount: 5n } };
    const totals = totalsOf([kept, ahead], new Map([[usd, { count: 1, amount: 15n }]]));
    expect(totals).toMatchObject([
      {
        ahead: { count: 1, amount: 5n },
        kept: { count: 1, amount: 40n },
        closing: { amount: 50n },
      },
    ]);
    expect(() => assertBalanced(totals)).not.toThrow();
  });
});
