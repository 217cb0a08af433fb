import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { currency, money } from '#kernel/money.ts';
import { mayChargeLateFee } from './late-fee.ts';

const usd = (cents: bigint) => money(cents, currency('USD'));

test.each`
  paid       | paidOn          | lastDay         | fee      | why
  ${20_000n} | ${'2026-11-01'} | ${'2026-11-01'} | ${false} | ${'in full, in time'}
  ${20_000n} | ${'2026-11-10'} | ${'2026-11-11'} | ${false} | ${'within the days of grace'}
  ${20_000n} | ${'2026-11-02'} | ${'2026-11-01'} | ${true}  | ${'a day late'}
  ${19_999n} | ${'2026-11-01'} | ${'2026-11-01'} | ${true}  | ${'a cent short'}
  ${0n}      | ${undefined}    | ${'2026-11-01'} | ${true}  | ${'not paid'}
`('$why: a new fee is $fee', ({ paid, paidOn, lastDay, fee }) => {
  const installment = {
    due: usd(20_000n),
    lastDayInTime: day(lastDay),
    paid: usd(paid),
    paidOn: paidOn && day(paidOn),
  };
  expect(mayChargeLateFee(installment)).toBe(fee);
});
