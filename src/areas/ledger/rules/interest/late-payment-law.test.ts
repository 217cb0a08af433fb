import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { decimal } from '#kernel/decimal.ts';
import { currency, formatMoney, money } from '#kernel/money.ts';
import { type LatePaymentClaim, europeanClaim, unitedKingdomClaim } from './late-payment-law.ts';

const gbp = currency('GBP');
const eur = currency('EUR');

function told(claim: LatePaymentClaim): string {
  const amounts = [claim.interest, claim.compensation, claim.total].map(formatMoney).join(' ');
  return `${claim.daysLate} days at ${claim.ratePct}: ${amounts}`;
}

describe('a late debt in the United Kingdom', () => {
  test.each`
    principal     | reference | dueOn           | paidOn          | claim
    ${1_200_000n} | ${'3.75'} | ${'2026-08-31'} | ${'2026-11-21'} | ${'82 days at 11.75: 316.77 100.00 416.77'}
    ${500_000n}   | ${'4.25'} | ${'2025-05-01'} | ${'2025-08-10'} | ${'101 days at 12.25: 169.49 70.00 239.49'}
    ${99_999n}    | ${'4.00'} | ${'2026-01-01'} | ${'2026-01-02'} | ${'1 days at 12.00: 0.33 40.00 40.33'}
    ${100_000n}   | ${'4.00'} | ${'2026-01-01'} | ${'2026-01-02'} | ${'1 days at 12.00: 0.33 70.00 70.33'}
    ${999_999n}   | ${'4.00'} | ${'2026-01-01'} | ${'2026-01-02'} | ${'1 days at 12.00: 3.29 70.00 73.29'}
    ${1_000_000n} | ${'4.00'} | ${'2026-01-01'} | ${'2026-01-02'} | ${'1 days at 12.00: 3.29 100.00 103.29'}
    ${1_000_000n} | ${'4.00'} | ${'2026-01-01'} | ${'2026-01-01'} | ${'0 days at 12.00: 0.00 0.00 0.00'}
    ${1_000_000n} | ${'4.00'} | ${'2026-01-02'} | ${'2026-01-01'} | ${'0 days at 12.00: 0.00 0.00 0.00'}
  `('$principal from $dueOn to $paidOn', ({ principal, reference, dueOn, paidOn, claim }) => {
    const debt = {
      principal: money(principal, gbp),
      referenceRatePct: decimal(reference),
      dueOn: day(dueOn),
      paidOn: day(paidOn),
    };
    expect(told(unitedKingdomClaim(debt))).toBe(claim);
  });
});

test('a late debt in the European Union follows the state’s own variant', () => {
  const debt = {
    principal: money(1_000_000n, eur),
    referenceRatePct: decimal('2.15'),
    dueOn: day('2026-07-31'),
    paidOn: day('2026-10-15'),
  };
  const variant = {
    margin: decimal('8'),
    dayCount: 'ACT/365F',
    fixedSum: money(4_000n, eur),
  } as const;
  expect(told(europeanClaim(debt, variant))).toBe('76 days at 10.15: 211.34 40.00 251.34');
  const german = { ...variant, margin: decimal('9'), dayCount: 'ACT/ACT' } as const;
  expect(told(europeanClaim(debt, german))).toBe('76 days at 11.15: 232.16 40.00 272.16');
  const inTime = { ...debt, paidOn: debt.dueOn };
  expect(told(europeanClaim(inTime, variant))).toBe('0 days at 10.15: 0.00 0.00 0.00');
});
