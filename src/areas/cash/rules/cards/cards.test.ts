import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { composeId } from '#kernel/ids.ts';
import { currency } from '#kernel/money.ts';
import {
  type BatchSides,
  type CardLine,
  type CardPosting,
  figuresOf,
  gapsOf,
  pairPostings,
  standardCardPolicy as policy,
  uncaptured,
  wrongLines,
} from './batch.ts';
import { depositOf, settle } from './settling.ts';

const on = day('2026-11-18');
const usd = currency('USD');
const line = (
  no: number,
  kind: CardLine['kind'],
  [gross, fee]: [bigint, bigint],
  told: Partial<CardLine> = {},
): CardLine => ({
  lineId: composeId(1, 0, 0, no),
  kind,
  on,
  gross,
  fee,
  net: gross - fee,
  reference: `ch_${no}`,
  last4: '4242',
  ...told,
});
const posting = (no: number, amount: bigint, reference = ''): CardPosting => ({
  receiptId: composeId(2, 0, 0, no),
  on,
  amount,
  reference,
});
const deposit = (amount: bigint, shown = '2026-11-20') => ({
  lineId: composeId(3, 0, 0, 1),
  on: day(shown),
  amount,
});

/** Captures of 1,500 and 500; 100 refunded, 200 charged back, 58.30 kept, 15 for the dispute. */
const lines: CardLine[] = [
  line(1, 'payment', [150_000n, 4_380n]),
  line(2, 'payment', [50_000n, 1_450n]),
  line(3, 'refund', [-10_000n, 0n]),
  line(4, 'chargeback', [-20_000n, 0n]),
  line(5, 'fee', [0n, 0n], { net: -1_500n }),
  line(6, 'payout', [0n, 0n], { net: -162_670n }),
];

test('a batch comes to captures less refunds, chargebacks and fees', () => {
  expect(figuresOf(lines)).toEqual({
    captured: 200_000n,
    refunded: 10_000n,
    chargedBack: 20_000n,
    fees: 7_330n,
    adjusted: 0n,
    expected: 162_670n,
    stated: 162_670n,
  });
});

test('a line whose gross less fee is not its net is named', () => {
  expect(wrongLines([line(1, 'payment', [100n, 3n], { net: 96n })])).toHaveLength(1);
  expect(wrongLines(lines)).toEqual([]);
});

describe('a capture is a posting of ours', () => {
  const captures = lines.filter(({ kind }) => kind === 'payment');
  const pairs = (postings: CardPosting[]) => pairPostings(captures, postings, policy).length;

  test('by the reference that both carry, whatever its blanks and dashes', () => {
    const twins = [posting(1, 150_000n, 'CH-1'), posting(2, 150_000n, 'CH-9')];
    expect(pairPostings(captures, twins, policy)).toEqual([
      { lineId: composeId(1, 0, 0, 1), receiptId: composeId(2, 0, 0, 1) },
    ]);
  });

  test('by an amount that stands once on either side', () => {
    expect(pairs([posting(1, 150_000n), posting(2, 50_000n)])).toBe(2);
    expect(pairs([posting(1, 50_000n), posting(2, 50_000n)])).toBe(0);
  });

  test('not when the days lie too far apart or a cent is missing', () => {
    expect(pairs([{ ...posting(1, 150_000n), on: day('2026-11-14') }])).toBe(0);
    expect(pairs([posting(1, 149_999n)])).toBe(0);
  });
});

describe('the four kinds of gap', () => {
  const both = [posting(1, 150_000n, 'ch_1'), posting(2, 50_000n, 'ch_2')];
  const sides = (told: Partial<BatchSides> = {}): BatchSides => ({
    on,
    lines,
    pairs: pairPostings(lines, both, policy),
    deposit: deposit(162_670n),
    settled: false,
    ...told,
  });
  const gaps = (told: Partial<BatchSides> = {}, today = '2026-11-20') =>
    gapsOf(sides(told), day(today), policy).map(
      ({ kind, side, amount }) => `${kind} ${side} ${amount}`,
    );

  test('are a fee to book and a chargeback when all money is there', () => {
    expect(gaps()).toEqual(['fee bank 7330', 'chargeback ar -20000']);
    expect(gaps({ settled: true })).toEqual(['chargeback ar -20000']);
  });

  test('are timing first and missing after the lag, on whichever side', () => {
    const open = { deposit: null, pairs: [], settled: true };
    expect(gaps(open, '2026-11-21').filter((gap) => gap.startsWith('timing'))).toEqual([
      'timing ar 150000',
      'timing ar 50000',
      'timing bank 162670',
    ]);
    expect(gaps(open, '2026-11-22').filter((gap) => gap.startsWith('missing'))).toHaveLength(3);
    const ours = (today: string) =>
      uncaptured(both, [], day(today), policy).map(({ kind }) => kind);
    expect(ours('2026-11-21')).toEqual(['timing', 'timing']);
    expect(ours('2026-11-22')).toEqual(['missing', 'missing']);
  });

  test('are missing in the statement when it pays out another amount', () => {
    const short = [...lines.slice(0, 5), line(6, 'payout', [0n, 0n], { net: -162_669n })];
    expect(gaps({ lines: short })).toContain('missing statement -1');
  });
});

describe('a batch is booked', () => {
  const wish = { batch: 'po_1', currency: usd, lines, deposit: deposit(162_670n), settled: false };

  test('as what arrived and what was kept; clearing keeps nothing of it', () => {
    expect(settle(wish)).toMatchObject({
      value: [
        { debit: 'cash-clearing', credit: 'card-clearing', amount: 162_670n },
        { debit: 'card-fees', credit: 'card-clearing', amount: 7_330n },
      ],
    });
  });

  test('the other way round when chargebacks are more than captures', () => {
    const back = [line(1, 'chargeback', [-5_000n, 0n])];
    expect(settle({ ...wish, lines: back, deposit: deposit(-5_000n) })).toMatchObject({
      value: [{ debit: 'card-clearing', credit: 'cash-clearing', amount: 5_000n }],
    });
  });

  test.each([
    [{ settled: true }, 'cash.batch_settled_already'],
    [{ deposit: null }, 'cash.batch_not_at_bank'],
    [{ deposit: deposit(162_669n) }, 'cash.batch_not_at_bank'],
    [{ lines: [line(1, 'payment', [100n, 3n], { net: 96n })] }, 'cash.batch_wrong'],
  ])('not with %o', (told, refusal) => {
    expect(settle({ ...wish, ...told })).toMatchObject({ refusal });
  });

  test('with the one credit of its amount that follows it', () => {
    expect(depositOf(100n, on, [deposit(100n)], policy)).toEqual(deposit(100n));
    expect(depositOf(100n, on, [deposit(100n, '2026-11-17')], policy)).toBeNull();
    expect(depositOf(100n, on, [deposit(100n), deposit(100n)], policy)).toBeNull();
  });
});
