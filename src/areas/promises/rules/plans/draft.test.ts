import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Day, day, plusDays } from '#kernel/day.ts';
import { decimal } from '#kernel/decimal.ts';
import { currency, formatMoney, money, plus, sum } from '#kernel/money.ts';
import { type PlanWish, draftPlan, frequencies } from './draft.ts';

const usd = currency('USD');
const dollars = (text: string) => money(BigInt(text.replace('.', '')), usd);
const today = day('2026-01-31');
const wish = (part: Partial<PlanWish> = {}): PlanWish => ({
  covered: dollars('1000.00'),
  down: dollars('0.00'),
  fee: dollars('0.00'),
  aprPct: decimal('0'),
  frequency: 'monthly',
  count: 3,
  firstOn: today,
  days: [],
  edits: [],
  ...part,
});

function told(part: Partial<PlanWish>): string[] {
  const drafted = draftPlan(wish(part), today);
  if (!drafted.ok) return [drafted.refusal, ...Object.values(drafted.facts).map(String)];
  return drafted.value.installments.map(({ dueOn, amount }) => `${dueOn} ${formatMoney(amount)}`);
}

describe('a plan for $1,000', () => {
  test.each<[says: string, part: Partial<PlanWish>, schedule: string[]]>([
    [
      'three months from the 31st (P-31)',
      {},
      ['2026-01-31 333.34', '2026-02-28 333.33', '2026-03-31 333.33'],
    ],
    [
      'every second week',
      { frequency: 'biweekly', count: 2 },
      ['2026-01-31 500.00', '2026-02-14 500.00'],
    ],
    ['weekly', { frequency: 'weekly', count: 2 }, ['2026-01-31 500.00', '2026-02-07 500.00']],
    [
      'on days of its own',
      { frequency: 'custom', days: [day('2026-02-01'), day('2026-05-05')] },
      ['2026-02-01 500.00', '2026-05-05 500.00'],
    ],
    [
      'with a down payment and a fee',
      { down: dollars('100.00'), fee: dollars('30.00'), count: 2 },
      ['2026-01-31 100.00', '2026-01-31 465.00', '2026-02-28 465.00'],
    ],
    [
      'an edited amount stays, the others share the rest',
      { edits: [{ no: 1, amount: dollars('500.00') }] },
      ['2026-01-31 500.00', '2026-02-28 250.00', '2026-03-31 250.00'],
    ],
    [
      'an edited day stays',
      { edits: [{ no: 2, dueOn: day('2026-03-05') }] },
      ['2026-01-31 333.34', '2026-03-05 333.33', '2026-03-31 333.33'],
    ],
    [
      'with interest the last clears',
      { aprPct: decimal('12') },
      ['2026-01-31 340.02', '2026-02-28 340.02', '2026-03-31 340.03'],
    ],
  ])('%s', (_says, part, schedule) => {
    expect(told(part)).toEqual(schedule);
  });
});

test.each<[refusal: string, part: Partial<PlanWish>]>([
  ['plan.nothing_to_cover', { covered: dollars('0.00') }],
  ['plan.down_not_below_debt', { down: dollars('1000.00') }],
  ['plan.fee_below_zero', { fee: money(-1n, usd) }],
  ['plan.rate_out_of_range', { aprPct: decimal('100.1') }],
  ['plan.count_out_of_range', { count: 0 }],
  ['plan.day_has_passed', { firstOn: day('2026-01-30') }],
  ['plan.days_not_rising', { edits: [{ no: 1, dueOn: day('2026-03-01') }] }],
  ['plan.no_such_instalment', { edits: [{ no: 4, amount: dollars('1.00') }] }],
  ['plan.last_clears', { aprPct: decimal('9'), edits: [{ no: 3, amount: dollars('1.00') }] }],
  ['plan.instalment_not_positive', { edits: [{ no: 1, amount: dollars('1000.00') }] }],
])('%s is a refusal', (refusal, part) => {
  expect(told(part)[0]).toBe(refusal);
});

test('amounts that were all edited and do not add up say by how much', () => {
  const edits = [1, 2, 3].map((no) => ({ no, amount: dollars('300.00') }));
  expect(told({ edits })).toEqual(['plan.sum_differs', '900.00', '1000.00', '100.00']);
});

describe('for every debt, frequency, rate and edit', () => {
  const plans = fc.record({
    covered: fc.bigInt({ min: 100_000n, max: 10_000_000n }).map((minor) => money(minor, usd)),
    fee: fc.bigInt({ min: 0n, max: 5000n }).map((minor) => money(minor, usd)),
    down: fc.bigInt({ min: 0n, max: 50_000n }).map((minor) => money(minor, usd)),
    aprPct: fc.constantFrom('0', '4.5', '9', '18', '29.99').map(decimal),
    frequency: fc.constantFrom(...frequencies),
    count: fc.integer({ min: 2, max: 24 }),
    edited: fc.option(fc.bigInt({ min: 2000n, max: 8000n }), { nil: undefined }),
  });

  test('the instalments are what is owed with fee and interest, and the last one clears', () => {
    fc.assert(
      fc.property(plans, ({ edited, count, ...given }) => {
        const days = Array.from({ length: count }, (_, at): Day => plusDays(today, 20 * at + 3));
        const edits = edited === undefined ? [] : [{ no: 1, amount: money(edited, usd) }];
        const drafted = draftPlan(wish({ ...given, count, days, edits }), today);
        if (!drafted.ok) throw new Error(drafted.refusal);
        const { installments, total, interest, fee } = drafted.value;
        const together = sum(
          installments.map(({ amount }) => amount),
          usd,
        );
        expect(together).toEqual(total);
        expect(together).toEqual(plus(plus(given.covered, fee), interest));
        const principal = sum(
          installments.map((each) => each.principal),
          usd,
        );
        expect(principal).toEqual(plus(given.covered, fee));
        expect(installments.every(({ amount }) => amount.minor > 0n)).toBe(true);
        const first = installments.find(({ no }) => no === 1)?.amount.minor;
        expect(first).toBe(edited ?? first);
      }),
    );
  });
});
