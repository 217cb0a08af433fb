import { expect, test } from 'vitest';
import { returnRates } from './return-rates.ts';

test.each`
  debits      | counts             | rates                        | breaches
  ${4000}     | ${[22, 90, 480]}   | ${['0.55', '2.25', '12.00']} | ${['unauthorized']}
  ${4000}     | ${[20, 120, 600]}  | ${['0.50', '3.00', '15.00']} | ${[]}
  ${4000}     | ${[21, 121, 601]}  | ${['0.53', '3.03', '15.03']} | ${['unauthorized', 'administrative', 'overall']}
  ${1000_000} | ${[5001, 0, 5001]} | ${['0.50', '0.00', '0.50']}  | ${['unauthorized']}
  ${0}        | ${[0, 0, 0]}       | ${[null, null, null]}        | ${[]}
`('$counts of $debits', ({ debits, counts, rates, breaches }) => {
  const [unauthorized, administrative, overall] = counts;
  expect(returnRates({ debits, unauthorized, administrative, overall })).toEqual({
    unauthorizedPct: rates[0],
    administrativePct: rates[1],
    overallPct: rates[2],
    breaches,
  });
});
