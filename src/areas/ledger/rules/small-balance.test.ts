import { expect, test } from 'vitest';
import { currency, money } from '#kernel/money.ts';
import { isSmall } from './small-balance.ts';

test.each`
  minor   | code     | small
  ${1n}   | ${'USD'} | ${true}
  ${500n} | ${'USD'} | ${true}
  ${501n} | ${'USD'} | ${false}
  ${590n} | ${'USD'} | ${false}
  ${0n}   | ${'USD'} | ${false}
  ${5n}   | ${'JPY'} | ${true}
  ${6n}   | ${'JPY'} | ${false}
  ${1n}   | ${'SEK'} | ${false}
`('$minor $code is a small balance: $small', ({ minor, code, small }) => {
  const most = { USD: '5.00', JPY: '5' };
  expect(isSmall(money(minor, currency(code)), { most })).toBe(small);
});
