/**
 * Whether an e-mail is about the account or sells something (CAN-SPAM, 15 U.S.C. 7702(17);
 * 16 CFR 316.3): what stands in the subject and what comes first decide.
 */
export type EmailFacts = {
  readonly subject: string;
  /** What the body begins with: `account_balance`, `promotion` … */
  readonly bodyStartsWith: string;
  readonly containsPromotion: boolean;
};

export type EmailClass = {
  readonly class: 'transactional' | 'commercial';
  readonly unsubscribeRequired: boolean;
  /** Headers must be true whatever the class: 15 U.S.C. 7704(a)(1). */
  readonly truthfulHeadersRequired: true;
};

const selling =
  /% off|\b(?:sale|save|deal|offer|promo|coupon|free|oferta|ahorr|descuento|gratis)/iu;

/** A promotion in the subject, or first in the body, makes the whole message commercial. */
export function classifyEmail({
  subject,
  bodyStartsWith,
  containsPromotion,
}: EmailFacts): EmailClass {
  const commercial =
    containsPromotion &&
    (selling.test(subject) || /promo|offer|market|advert/iu.test(bodyStartsWith));
  return {
    class: commercial ? 'commercial' : 'transactional',
    unsubscribeRequired: commercial,
    truthfulHeadersRequired: true,
  };
}
