/**
 * What law asks of a payment plan before it is agreed.
 *
 *   Regulation Z, 12 CFR 1026.2(a)(17)(i): a creditor that extended such credit more than 25
 *   times gives disclosures to a natural person for a written plan of more than four
 *   instalments, or with a finance charge. A down payment is no instalment.
 *   D.C. Code 28-3814(n): a written copy within seven days, and no payment demanded before.
 */
import { type Day, plusDays, plusMonths } from '#kernel/day.ts';

export type PlanOffer = {
  readonly isBusiness: boolean;
  readonly installments: number;
  readonly hasFinanceCharge: boolean;
  /** More than 25 such credits in the last or in this year. */
  readonly isRegularCreditor: boolean;
  readonly isWritten: boolean;
};

export type DisclosureReason = 'more_than_4_installments' | 'finance_charge';

/** Why the disclosures of closed-end credit are due; undefined when they are not. */
export function disclosureReason(offer: PlanOffer): DisclosureReason | undefined {
  if (offer.isBusiness || !offer.isRegularCreditor || !offer.isWritten) return undefined;
  if (offer.installments > 4) return 'more_than_4_installments';
  return offer.hasFinanceCharge ? 'finance_charge' : undefined;
}

export type CopyDuty = {
  /** Null where no law sets a day. */
  readonly sendBy: Day | null;
  readonly mayRequirePaymentBeforeCopy: boolean;
};

/** When the written copy of a plan must go out, by the consumer's state. */
export function copyDuty(state: string, agreedOn: Day): CopyDuty {
  return state === 'DC'
    ? { sendBy: plusDays(agreedOn, 7), mayRequirePaymentBeforeCopy: false }
    : { sendBy: null, mayRequirePaymentBeforeCopy: true };
}

export type ReageRefusal =
  | 'once_in_12_months'
  | 'too_young'
  | 'too_few_payments'
  | 'twice_in_5_years';

export type ReageWish = {
  readonly accountAgeMonths: number;
  readonly consecutivePayments: number;
  readonly lastOn?: Day | undefined;
  readonly timesIn5Years: number;
};

/**
 * Why an account may not be aged anew, as the banks' examiners have it (FFIEC, 65 FR 36903);
 * undefined when it may. Its first due days are kept beside.
 */
export function reageRefusal(wish: ReageWish, today: Day): ReageRefusal | undefined {
  const { lastOn } = wish;
  if (lastOn !== undefined && today < plusMonths(lastOn, 12)) return 'once_in_12_months';
  if (wish.accountAgeMonths < 9) return 'too_young';
  if (wish.consecutivePayments < 3) return 'too_few_payments';
  return wish.timesIn5Years >= 2 ? 'twice_in_5_years' : undefined;
}
