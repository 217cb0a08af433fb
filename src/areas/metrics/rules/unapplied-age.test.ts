import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { currency, money } from '#kernel/money.ts';
import { unappliedAge } from './unapplied-age.ts';

const usd = currency('USD');
const dollars = (whole: number) => money(BigInt(whole) * 100n, usd);
const asOf = day('2026-11-30');
const cash = (amount: number, since: string) => ({ amount: dollars(amount), since: day(since) });

test.each`
  sums                                                    | weightedDays | over30
  ${[cash(1000, '2026-11-20'), cash(3000, '2026-10-21')]} | ${'32.50'}   | ${3000}
  ${[cash(1000, '2026-10-31')]}                           | ${'30.00'}   | ${0}
  ${[cash(1000, '2026-10-30')]}                           | ${'31.00'}   | ${1000}
  ${[cash(1000, '2026-11-30')]}                           | ${'0.00'}    | ${0}
  ${[cash(1000, '2026-12-01')]}                           | ${null}      | ${0}
  ${[]}                                                   | ${null}      | ${0}
`('is $weightedDays days, $over30 of it old', ({ sums, weightedDays, over30 }) => {
  expect(unappliedAge(sums, usd, asOf)).toEqual({ weightedDays, over30: dollars(over30) });
});
