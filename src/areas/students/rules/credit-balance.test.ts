import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { currency, formatMoney, money } from '#kernel/money.ts';
import { creditBalance, payableBy, undelivered } from './credit-balance.ts';

const usd = (whole: number) => money(BigInt(whole) * 100n, currency('USD'));

test.each`
  titleIv | allowable | otherAid | fines  | earlier | federal      | ledger
  ${7500} | ${8000}   | ${2000}  | ${150} | ${0}    | ${'0.00'}    | ${'1350.00'}
  ${9000} | ${8000}   | ${0}     | ${0}   | ${0}    | ${'1000.00'} | ${'1000.00'}
  ${9000} | ${8000}   | ${0}     | ${150} | ${0}    | ${'1000.00'} | ${'850.00'}
  ${9000} | ${8000}   | ${0}     | ${0}   | ${350}  | ${'800.00'}  | ${'650.00'}
  ${9000} | ${8000}   | ${0}     | ${0}   | ${200}  | ${'800.00'}  | ${'800.00'}
  ${1000} | ${8000}   | ${0}     | ${0}   | ${0}    | ${'0.00'}    | ${'0.00'}
`('$titleIv of aid, $allowable allowable: $federal federal, $ledger on the ledger', (given) => {
  const found = creditBalance({
    titleIv: usd(given.titleIv),
    allowable: usd(given.allowable),
    otherAid: usd(given.otherAid),
    unauthorized: usd(given.fines),
    earlierYear: usd(given.earlier),
  });
  expect([found.titleIv, found.ledger].map(formatMoney)).toEqual([given.federal, given.ledger]);
});

test.each`
  aroseOn         | firstDay        | by
  ${'2026-09-14'} | ${'2026-08-24'} | ${'2026-09-28'}
  ${'2026-08-10'} | ${'2026-08-24'} | ${'2026-09-07'}
  ${'2026-08-24'} | ${'2026-08-24'} | ${'2026-09-07'}
`('a credit of $aroseOn, classes from $firstDay: by $by', ({ aroseOn, firstDay, by }) => {
  expect(payableBy(day(aroseOn), day(firstDay))).toBe(by);
});

test.each`
  issuedOn        | backOn          | retryBy         | returnBy
  ${'2026-02-02'} | ${'2026-05-04'} | ${'2026-06-18'} | ${'2026-09-30'}
  ${'2026-02-02'} | ${'2026-09-01'} | ${'2026-09-30'} | ${'2026-09-30'}
`('issued $issuedOn, back on $backOn', ({ issuedOn, backOn, ...answer }) => {
  expect(undelivered(day(issuedOn), day(backOn))).toEqual(answer);
});
