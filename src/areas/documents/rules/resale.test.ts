import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { lastGoodDay, resaleRelief } from './resale.ts';

const sale = {
  soldOn: day('2026-07-10'),
  receivedOn: day('2026-09-30'),
  isComplete: true,
  isStreamlined: true,
  isFraud: false,
};

test.each([
  [{}, true, '2026-10-08', 120],
  [{ receivedOn: day('2026-10-08') }, true, '2026-10-08', 120],
  [{ receivedOn: day('2026-10-09') }, false, '2026-10-08', 120],
  [{ receivedOn: undefined }, false, '2026-10-08', 120],
  [{ isComplete: false }, false, '2026-10-08', 120],
  [{ isFraud: true }, false, '2026-10-08', null],
  [{ isStreamlined: false }, false, '2026-07-10', null],
  [{ isStreamlined: false, receivedOn: day('2026-07-10') }, true, '2026-07-10', null],
])('with %o: relieved %s', (change, isRelieved, lastDay, cureDays) => {
  expect(resaleRelief({ ...sale, ...change })).toEqual({ isRelieved, lastDay, cureDays });
});

test.each`
  rule                                                  | lastPurchaseOn  | until
  ${{ kind: 'none' }}                                   | ${undefined}    | ${undefined}
  ${{ kind: 'calendar_year' }}                          | ${undefined}    | ${'2026-12-31'}
  ${{ kind: 'months_since_signature', months: 12 }}     | ${undefined}    | ${'2027-02-03'}
  ${{ kind: 'months_since_last_purchase', months: 12 }} | ${'2026-06-30'} | ${'2027-06-30'}
  ${{ kind: 'months_since_last_purchase', months: 12 }} | ${undefined}    | ${'2027-02-03'}
`('$rule.kind with a purchase on $lastPurchaseOn is good until $until', (given) => {
  const certificate = {
    signedOn: day('2026-02-03'),
    lastPurchaseOn: given.lastPurchaseOn && day(given.lastPurchaseOn),
  };
  expect(lastGoodDay(given.rule, certificate)).toBe(given.until);
});
