/**
 * Who approves an amount: the first in the rising order of limits whose limit holds it, and a
 * second person beside him above the amount of dual control. Nobody approves his own request,
 * whatever the amount.
 */
import { type Money } from '#kernel/money.ts';

export type Limit = {
  readonly role: string;
  /** Inclusive; null is without a limit. */
  readonly most: Money | null;
};

export type ApprovalRoute = {
  /** Null when nobody may approve so much. */
  readonly role: string | null;
  readonly needsSecondPerson: boolean;
};

/** The approver of an amount; limits come in rising order. */
export function routeApproval(
  amount: Money,
  limits: readonly Limit[],
  dualControlFrom: Money | undefined,
): ApprovalRoute {
  const found = limits.find(({ most }) => most === null || amount.minor <= most.minor);
  const needsSecondPerson = dualControlFrom !== undefined && amount.minor > dualControlFrom.minor;
  return { role: found?.role ?? null, needsSecondPerson };
}

/** From the least to the highest who approve. */
const ranks = ['senior', 'manager', 'controller', 'cfo'];

/** The limits of this role and of those above it; all where no least role is named. */
export function fromRole(limits: readonly Limit[], least: string | null): readonly Limit[] {
  if (least === null) return limits;
  return limits.filter(({ role }) => ranks.indexOf(role) >= ranks.indexOf(least));
}
