import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, plusDays } from '#kernel/day.ts';
import { currency, money, sum } from '#kernel/money.ts';
import { type AgedBalance, type AgedItem, agedBalance } from './aged-balance.ts';
import { bucketSets } from './aging.ts';

const usd = currency('USD');
const dollars = (whole: number) => money(BigInt(whole) * 100n, usd);
const item = (issuedOn: string, dueOn: string, open: number): AgedItem => ({
  issuedOn: day(issuedOn),
  dueOn: day(dueOn),
  open: dollars(open),
});
const standard = (asOf: string) =>
  ({ asOf: day(asOf), basis: 'due', buckets: bucketSets.standard }) as const;
const whole = (aged: AgedBalance) => ({
  buckets: aged.buckets.map((amount) => Number(amount.minor / 100n)),
  unapplied: Number(aged.unapplied.minor / 100n),
  balance: Number(aged.balance.minor / 100n),
});

test('powers of two land in the buckets of case P-01, and nothing is lost', () => {
  const dueOn = [
    ['2026-10-31', '2026-10-01', '2026-09-30', '2026-09-29', '2026-08-31', '2026-08-30'],
    ['2026-08-01', '2026-07-31', '2026-07-02', '2026-07-01', '2026-06-02', '2026-06-01'],
  ].flat();
  const items = dueOn.map((due, index) => item('2026-01-02', due, 2 ** index));
  expect(whole(agedBalance(items, usd, standard('2026-09-30')))).toEqual({
    buckets: [7, 24, 96, 384, 1536, 2048],
    unapplied: 0,
    balance: 4095,
  });
});

describe('unapplied cash and credit memos stand in their own column (case P-03)', () => {
  const invoices = [item('2026-04-15', '2026-05-15', 500), item('2026-06-20', '2026-07-20', 700)];
  const cash = item('2026-07-01', '2026-07-01', -250);
  const memo = item('2026-07-05', '2026-07-05', -80);

  test.each`
    asOf            | credits         | buckets                   | unapplied | balance
    ${'2026-07-31'} | ${[cash, memo]} | ${[0, 700, 0, 500, 0, 0]} | ${-330}   | ${870}
    ${'2026-07-03'} | ${[cash]}       | ${[700, 0, 500, 0, 0, 0]} | ${-250}   | ${950}
  `('as of $asOf the balance is $balance', ({ asOf, credits, ...expected }) => {
    const aged = agedBalance([...invoices, ...credits], usd, standard(asOf));
    expect(whole(aged)).toEqual(expected);
  });
});

test('instalments of one invoice age each from their own due day (case P-04)', () => {
  const parts = [
    item('2026-01-10', '2026-02-09', 300),
    item('2026-01-10', '2026-03-11', 300),
    item('2026-01-10', '2026-04-10', 300),
  ];
  const aged = agedBalance(parts, usd, standard('2026-02-15'));
  expect(whole(aged).buckets).toEqual([600, 300, 0, 0, 0, 0]);
});

test('by invoice day the same item is older', () => {
  const aged = agedBalance([item('2026-09-15', '2026-10-30', 100)], usd, {
    asOf: day('2026-11-21'),
    basis: 'invoice',
    buckets: bucketSets.standard,
  });
  expect(whole(aged).buckets).toEqual([0, 0, 0, 100, 0, 0]);
});

test('buckets and unapplied always add up to the open items (I-1)', () => {
  const anyItem = fc.record({
    dueOn: fc.integer({ min: -400, max: 400 }).map((days) => plusDays(day('2026-06-30'), days)),
    open: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }).map((minor) => money(minor, usd)),
  });
  fc.assert(
    fc.property(fc.array(anyItem), (items) => {
      const aged = agedBalance(
        items.map((each) => ({ ...each, issuedOn: each.dueOn })),
        usd,
        standard('2026-06-30'),
      );
      expect(aged.balance).toEqual(
        sum(
          items.map((each) => each.open),
          usd,
        ),
      );
    }),
  );
});
