import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { currency, money } from '#kernel/money.ts';
import { promisesKept } from './promises-kept.ts';

const usd = currency('USD');
const dollars = (whole: number) => money(BigInt(whole) * 100n, usd);
const policy = { asOf: day('2026-11-21'), graceDays: 3, tolerance: dollars(1) };
const promise = (amount: number, dueOn: string, ...paid: [string, number][]) => ({
  amount: dollars(amount),
  dueOn: day(dueOn),
  paid: paid.map(([on, sum]) => ({ on: day(on), amount: dollars(sum) })),
});

test('open promises are in neither rate', () => {
  const promises = [
    promise(500, '2026-11-05', ['2026-11-05', 500]),
    promise(800, '2026-11-06', ['2026-11-10', 800]),
    promise(300, '2026-11-10', ['2026-11-10', 150]),
    promise(400, '2026-11-30'),
  ];
  expect(promisesKept(promises, policy)).toEqual({
    kept: 1,
    broken: 2,
    open: 1,
    keptRateCountPct: '33.33',
    keptRateAmountPct: '31.25',
  });
});

describe('one promise of $500 due on 10 November, grace 3, tolerance $1', () => {
  test.each`
    asOf            | paid                                           | state
    ${'2026-11-21'} | ${[['2026-11-13', 500]]}                       | ${'kept'}
    ${'2026-11-21'} | ${[['2026-11-14', 500]]}                       | ${'broken'}
    ${'2026-11-21'} | ${[['2026-11-10', 499]]}                       | ${'kept'}
    ${'2026-11-21'} | ${[['2026-11-10', 498]]}                       | ${'broken'}
    ${'2026-11-21'} | ${[['2026-11-02', 200], ['2026-11-12', 300]]}  | ${'kept'}
    ${'2026-11-21'} | ${[['2026-11-02', 500], ['2026-11-12', -500]]} | ${'broken'}
    ${'2026-11-08'} | ${[['2026-11-02', 500]]}                       | ${'kept'}
    ${'2026-11-08'} | ${[['2026-11-09', 500]]}                       | ${'open'}
    ${'2026-11-13'} | ${[]}                                          | ${'open'}
    ${'2026-11-14'} | ${[]}                                          | ${'broken'}
  `('as of $asOf with $paid it is $state', ({ asOf, paid, state }) => {
    const counted = promisesKept([promise(500, '2026-11-10', ...paid)], {
      ...policy,
      asOf: day(asOf),
    });
    expect(counted).toMatchObject({ [state]: 1 });
    expect(counted.kept + counted.broken + counted.open).toBe(1);
  });
});

test('without a closed promise there is no rate', () => {
  expect(promisesKept([], policy)).toMatchObject({
    kept: 0,
    keptRateCountPct: null,
    keptRateAmountPct: null,
  });
});
