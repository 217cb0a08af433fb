/**
 * What a consumer is told before a plan is signed: the figures of closed-end credit (Regulation
 * Z, 12 CFR 1026.18), each computed from the plan itself.
 *
 *   amount financed    the debt less the down payment
 *   finance charge     the fee and all interest
 *   total of payments  amount financed + finance charge, paid by the instalments
 */
import type { Day } from '#kernel/day.ts';
import { type Money, minus, plus } from '#kernel/money.ts';
import { aprBps } from './apr.ts';
import type { Frequency, PlanDraft } from './draft.ts';
import { type DisclosureReason, disclosureReason } from './plan-law.ts';

export type Disclosure = {
  /** Why the law asks for it; null when it does not and the figures are told all the same. */
  readonly reason: DisclosureReason | null;
  readonly amountFinanced: Money;
  readonly financeCharge: Money;
  readonly aprBps: number;
  readonly totalOfPayments: Money;
  /** With the down payment: the total sale price's counterpart for a debt. */
  readonly totalPaid: Money;
};

export type Disclosed = {
  readonly covered: Money;
  readonly down: Money;
  readonly draft: PlanDraft;
  readonly frequency: Frequency;
  readonly isBusiness: boolean;
  readonly isRegularCreditor: boolean;
};

export function disclosureOf(plan: Disclosed, madeOn: Day): Disclosure {
  const { covered, down, draft, frequency } = plan;
  const parts = draft.installments.filter(({ no }) => no > 0);
  const amountFinanced = minus(covered, down);
  const financeCharge = plus(draft.fee, draft.interest);
  const reason = disclosureReason({
    isBusiness: plan.isBusiness,
    installments: parts.length,
    hasFinanceCharge: financeCharge.minor > 0n,
    isRegularCreditor: plan.isRegularCreditor,
    isWritten: true,
  });
  return {
    reason: reason ?? null,
    amountFinanced,
    financeCharge,
    aprBps: aprBps(amountFinanced, parts, frequency, madeOn),
    totalOfPayments: plus(amountFinanced, financeCharge),
    totalPaid: draft.total,
  };
}
