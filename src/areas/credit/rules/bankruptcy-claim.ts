/**
 * The day a customer files for bankruptcy cuts its account in two (11 U.S.C. 362, 503(b)(9)).
 *
 *   ── goods received ──┬─ 20 days before: administrative claim ─┬── petition ── new business ─▶
 *     general claim     └────────────────────────────────────────┘
 *
 * What came before the petition may not be collected; what came in the last twenty days
 * before it is paid ahead of the rest.
 */
import { type Day, plusDays } from '#kernel/day.ts';
import { type Currency, type Money, sum } from '#kernel/money.ts';

export type Delivery = {
  readonly id: string;
  /** The day on which the customer got the goods, not the day of the invoice. */
  readonly receivedOn: Day;
  readonly amount: Money;
};

export type SplitClaim = {
  readonly before: readonly Delivery[];
  readonly after: readonly Delivery[];
  readonly administrative: Money;
};

const administrativeDays = 20;
const preferenceDays = 90;

/** The deliveries on either side of the petition, and what is an administrative claim. */
export function splitClaim(
  deliveries: readonly Delivery[],
  petitionOn: Day,
  currency: Currency,
): SplitClaim {
  const before = deliveries.filter(({ receivedOn }) => receivedOn < petitionOn);
  const from = plusDays(petitionOn, -administrativeDays);
  return {
    before,
    after: deliveries.filter(({ receivedOn }) => receivedOn >= petitionOn),
    administrative: sum(
      before.filter(({ receivedOn }) => receivedOn >= from).map(({ amount }) => amount),
      currency,
    ),
  };
}

/**
 * The payments that a trustee may ask back: those on or within 90 days before the petition
 * (11 U.S.C. 547(b)(4)(A)). Which of them a defence covers is for counsel to say.
 */
export function exposedPayments<Payment extends { readonly on: Day }>(
  payments: readonly Payment[],
  petitionOn: Day,
): Payment[] {
  const from = plusDays(petitionOn, -preferenceDays);
  return payments.filter(({ on }) => on >= from && on < petitionOn);
}
