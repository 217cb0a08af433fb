import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { currency, money } from '#kernel/money.ts';
import { mayCondition, noticeDueBy } from './debit-notice.ts';

const usd = (whole: number) => money(BigInt(whole) * 100n, currency('USD'));

test.each`
  previous | next   | range         | by
  ${200}   | ${233} | ${undefined}  | ${'2026-12-05'}
  ${200}   | ${150} | ${undefined}  | ${'2026-12-05'}
  ${200}   | ${200} | ${undefined}  | ${null}
  ${200}   | ${233} | ${[100, 233]} | ${null}
  ${200}   | ${234} | ${[100, 233]} | ${'2026-12-05'}
  ${200}   | ${99}  | ${[100, 233]} | ${'2026-12-05'}
`('from $previous to $next with range $range', ({ previous, next, range, by }) => {
  const debit = {
    scheduledOn: day('2026-12-15'),
    previous: usd(previous),
    next: usd(next),
    agreedRange: range && { least: usd(range[0]), most: usd(range[1]) },
  };
  expect(noticeDueBy(debit)).toBe(by);
});

test.each`
  isConsumer | extendsNewCredit | requiresAutopay | allowed
  ${true}    | ${true}          | ${true}         | ${false}
  ${true}    | ${true}          | ${false}        | ${true}
  ${true}    | ${false}         | ${true}         | ${true}
  ${false}   | ${true}          | ${true}         | ${true}
`('consumer $isConsumer, new credit $extendsNewCredit: $allowed', ({ allowed, ...condition }) => {
  expect(mayCondition(condition)).toBe(allowed);
});
