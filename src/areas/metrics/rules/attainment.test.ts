import { expect, test } from 'vitest';
import { currency, money } from '#kernel/money.ts';
import { forecastAttainment } from './attainment.ts';

const usd = currency('USD');
const dollars = (whole: number) => money(BigInt(whole) * 100n, usd);

test.each`
  collected  | forecast   | attainmentPct | variance
  ${460_000} | ${500_000} | ${'92.00'}    | ${-40_000}
  ${525_000} | ${500_000} | ${'105.00'}   | ${25_000}
  ${0}       | ${500_000} | ${'0.00'}     | ${-500_000}
  ${460_000} | ${0}       | ${null}       | ${460_000}
`('$collected of $forecast is $attainmentPct %', ({ collected, forecast, ...answer }) => {
  const attained = forecastAttainment(dollars(collected), dollars(forecast));
  expect(attained).toEqual({ ...answer, variance: dollars(answer.variance) });
});
