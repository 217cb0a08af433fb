/**
 * No late fee on a late fee (16 CFR 444.4(a), consumer credit): an instalment paid in full
 * and in time is not late because an earlier fee is still unpaid.
 */
import { type Day } from '#kernel/day.ts';
import { type Money, atLeast } from '#kernel/money.ts';

export type InstallmentPaid = {
  readonly due: Money;
  /** The last day that the contract still takes as in time; the due day when it says nothing. */
  readonly lastDayInTime: Day;
  readonly paid: Money;
  readonly paidOn?: Day | undefined;
};

/** May a new late fee be charged for this instalment? */
export function mayChargeLateFee(installment: InstallmentPaid): boolean {
  const { due, paid, paidOn, lastDayInTime } = installment;
  const inTime = paidOn !== undefined && paidOn <= lastDayInTime;
  return !(inTime && atLeast(paid, due));
}
