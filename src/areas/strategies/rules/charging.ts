/**
 * Interest and fees of a notice: quoted in it, or booked once when it goes out.
 *
 * Interest runs on what is asked for of each debt, from its due day or from the day up to which
 * it was booked, so that no day is charged twice.
 */
import { type Day, later } from '#kernel/day.ts';
import type { Currency } from '#kernel/money.ts';
import { simpleInterest } from '#areas/ledger/rules/interest/accrual.ts';
import type { Left } from './asking.ts';
import type { Charges, Step } from './document.ts';

export type NoticeCharges = { readonly interest: bigint; readonly fees: bigint };

/** In minor units of the currency, each debt's interest rounded half-up by itself. */
export function chargesOf(
  charges: Charges | null,
  step: Step,
  { currency, left }: { readonly currency: Currency; readonly left: readonly Left[] },
  on: Day,
): NoticeCharges {
  if (charges === null || left.length === 0) return { interest: 0n, fees: 0n };
  const fees = charges.fees
    .filter((fee) => fee.step === step.key && fee.amount.currency === currency)
    .reduce((sum, fee) => sum + fee.amount.minor * (fee.once ? 1n : BigInt(left.length)), 0n);
  return { interest: interestOf(charges, left, on), fees };
}

function interestOf({ interest }: Charges, left: readonly Left[], on: Day): bigint {
  if (interest === null) return 0n;
  return left.reduce((sum, { item, minor }) => {
    const from = item.interestTo === null ? item.dueOn : later(item.dueOn, item.interestTo);
    const accrued = simpleInterest({
      principal: { minor, currency: item.currency },
      ratePct: interest.ratePct,
      dayCount: interest.dayCount,
      from,
      to: on,
    });
    return sum + accrued.minor;
  }, 0n);
}
