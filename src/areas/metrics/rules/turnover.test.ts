import { expect, test } from 'vitest';
import { currency, money } from '#kernel/money.ts';
import { turnover } from './turnover.ts';

const usd = currency('USD');
const dollars = (whole: number) => money(BigInt(whole) * 100n, usd);

test.each`
  sales        | opening    | closing    | turns       | days
  ${4_800_000} | ${610_000} | ${650_000} | ${'7.62'}   | ${'47.91'}
  ${365}       | ${2}       | ${0}       | ${'365.00'} | ${'1.00'}
  ${0}         | ${610_000} | ${650_000} | ${'0.00'}   | ${null}
  ${4_800_000} | ${0}       | ${0}       | ${null}     | ${null}
`(
  '$sales over $opening and $closing turns $turns times',
  ({ sales, opening, closing, ...answer }) => {
    expect(turnover(dollars(sales), dollars(opening), dollars(closing))).toEqual(answer);
  },
);
