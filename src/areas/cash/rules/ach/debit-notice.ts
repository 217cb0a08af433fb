/**
 * Debits that a consumer agreed to in advance, under Regulation E (12 CFR 1005.10).
 *
 * (d)(1): when the amount differs from the one before or from the one agreed, the payee
 * tells the consumer ten days before, unless it stays within a range that was agreed (d)(2).
 * (e)(1): consumer credit is not made to depend on such a debit.
 */
import { type Day, plusDays } from '#kernel/day.ts';
import { type Money, atLeast } from '#kernel/money.ts';

export type VaryingDebit = {
  readonly scheduledOn: Day;
  readonly previous: Money;
  readonly next: Money;
  /** Within it the consumer chose to hear nothing. */
  readonly agreedRange?: { readonly least: Money; readonly most: Money } | undefined;
};

const noticeDays = 10;

/** The last day for the notice; null when the amount calls for none. */
export function noticeDueBy(debit: VaryingDebit): Day | null {
  const { previous, next, agreedRange, scheduledOn } = debit;
  if (previous.currency === next.currency && previous.minor === next.minor) return null;
  const agreed = agreedRange && atLeast(next, agreedRange.least) && atLeast(agreedRange.most, next);
  return agreed ? null : plusDays(scheduledOn, -noticeDays);
}

export type CreditCondition = {
  readonly isConsumer: boolean;
  readonly extendsNewCredit: boolean;
  readonly requiresAutopay: boolean;
};

/** May the creditor ask for it? Autopay may be offered and rewarded, never required. */
export function mayCondition(condition: CreditCondition): boolean {
  const { isConsumer, extendsNewCredit, requiresAutopay } = condition;
  return !(isConsumer && extendsNewCredit && requiresAutopay);
}
