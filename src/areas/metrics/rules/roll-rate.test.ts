import { expect, test } from 'vitest';
import { currency, money } from '#kernel/money.ts';
import { rollRates } from './roll-rate.ts';

const usd = currency('USD');
const dollars = (whole: number | undefined) =>
  whole === undefined ? undefined : money(BigInt(whole) * 100n, usd);

test.each`
  prior                    | now                    | rates
  ${[800_000, 120_000, 0]} | ${[0, 80_000, 42_000]} | ${['10.00', '35.00']}
  ${[800_000, 0, 5]}       | ${[0, 0, 7]}           | ${['0.00', null]}
  ${[90, 30, 3]}           | ${[1, 100, 10]}        | ${['111.11', '33.33']}
  ${[90, undefined, 3]}    | ${[1, 45, 10]}         | ${['50.00', null]}
  ${[90, 30, 3]}           | ${[1, 45]}             | ${['50.00', null]}
  ${[]}                    | ${[]}                  | ${[]}
`('$prior rolled into $now at $rates', ({ prior, now, rates }) => {
  expect(rollRates(prior.map(dollars), now.map(dollars))).toEqual(rates);
});
