/**
 * A resale certificate: the paper that lets a seller charge no sales tax.
 *
 * Under the Streamlined agreement a complete certificate at the sale, or within 90 days after
 * it, relieves the seller; 120 days more run from the state's own request (SSUTA 317). States
 * outside it look at the sale. A certificate ends as its state says: never, after months, with
 * the year, or after months without a purchase.
 */
import { type Day, dayOf, parts, plusDays, plusMonths } from '#kernel/day.ts';

export type ResaleSale = {
  readonly soldOn: Day;
  readonly receivedOn?: Day | undefined;
  readonly isComplete: boolean;
  readonly isStreamlined: boolean;
  /** Did the seller know, or help, that it is not true? */
  readonly isFraud: boolean;
};

export type ResaleRelief = {
  readonly isRelieved: boolean;
  readonly lastDay: Day;
  /** Days from the state's request in which it may still be mended; null where there are none. */
  readonly cureDays: number | null;
};

/** Is the seller relieved of the tax of this sale? */
export function resaleRelief(sale: ResaleSale): ResaleRelief {
  const { soldOn, receivedOn, isComplete, isStreamlined, isFraud } = sale;
  const lastDay = isStreamlined ? plusDays(soldOn, 90) : soldOn;
  const inTime = receivedOn !== undefined && receivedOn <= lastDay;
  const isRelieved = inTime && isComplete && !isFraud;
  return { isRelieved, lastDay, cureDays: isStreamlined && !isFraud ? 120 : null };
}

export type ExpiryRule =
  | { readonly kind: 'none' }
  | { readonly kind: 'months_since_signature'; readonly months: number }
  | { readonly kind: 'calendar_year' }
  | { readonly kind: 'months_since_last_purchase'; readonly months: number };

export type CertificateLife = {
  readonly signedOn: Day;
  readonly lastPurchaseOn?: Day | undefined;
};

/** The last day on which the certificate is good; undefined when it never ends. */
export function lastGoodDay(rule: ExpiryRule, certificate: CertificateLife): Day | undefined {
  const { signedOn, lastPurchaseOn } = certificate;
  switch (rule.kind) {
    case 'none':
      return undefined;
    case 'months_since_signature':
      return plusMonths(signedOn, rule.months);
    case 'calendar_year':
      return dayOf(parts(signedOn).year, 12, 31);
    case 'months_since_last_purchase':
      return plusMonths(lastPurchaseOn ?? signedOn, rule.months);
  }
}
