/**
 * A credit balance on consumer credit (Regulation Z).
 *
 *   open-end, above $1   on a written request within 7 business days (12 CFR 1026.11(a)(2))
 *   either kind          what is still there after 6 months, in good faith (1026.11(a)(3),
 *                        1026.21(c)); a closed-end request has no figure of its own
 */
import { type BusinessCalendar, plusBusinessDays } from '#areas/team/rules/calendar.ts';
import { type Day, plusMonths } from '#kernel/day.ts';
import { type Money } from '#kernel/money.ts';

export type ConsumerCredit = {
  readonly isOpenEnd: boolean;
  readonly balance: Money;
  readonly createdOn: Day;
  readonly requestedInWritingOn?: Day | undefined;
};

export type ConsumerRefund = {
  /** Null when nothing has to be paid. */
  readonly refundBy: Day | null;
  readonly rule: '7_business_days' | 'not_over_1_dollar' | 'good_faith_6_months';
};

const smallMinor = 100n;

/** By when the balance is refunded, and by which rule. */
export function refundDue(credit: ConsumerCredit, calendar: BusinessCalendar): ConsumerRefund {
  const { isOpenEnd, balance, createdOn, requestedInWritingOn } = credit;
  if (balance.minor <= smallMinor) return { refundBy: null, rule: 'not_over_1_dollar' };
  if (isOpenEnd && requestedInWritingOn !== undefined) {
    const refundBy = plusBusinessDays(requestedInWritingOn, 7, calendar);
    return { refundBy, rule: '7_business_days' };
  }
  return { refundBy: plusMonths(createdOn, 6), rule: 'good_faith_6_months' };
}
