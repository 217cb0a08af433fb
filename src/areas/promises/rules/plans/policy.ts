/**
 * What a desk allows in a plan or a settlement, by role, and when a plan is late.
 *
 * Data, not code: a role may agree to what any of its own or a lower role's bounds allow; what is
 * beyond needs the word of the role that has it. A plan keeps the terms under which it was made.
 */
import type { PlanTerms } from './plan-standing.ts';

/** From the least to the most that somebody may agree to. */
export const boundRoles = ['collector', 'senior', 'manager', 'controller', 'cfo'] as const;
export type BoundRole = (typeof boundRoles)[number];

export type PlanBounds = {
  readonly role: BoundRole;
  readonly maxMonths: number;
  /** Of the covered debt, in hundredths of a percent. */
  readonly minDownBps: number;
  readonly firstWithinDays: number;
  /** The smallest instalment but the last, of the covered debt. */
  readonly minInstallmentBps: number;
  /** So far an instalment may be moved before its day. */
  readonly maxMoveDays: number;
  /** A settlement takes at least this share of the debt. */
  readonly settlementFloorBps: number;
};

export type PlanPolicy = PlanTerms & {
  /** Days after a default in which paying what is past due mends it. */
  readonly cureDays: number;
  /** Days before the debit at which a change of its amount is told (12 CFR 1005.10(d)). */
  readonly amountNoticeDays: number;
  /** Extended such credit more than 25 times in the last or this year (12 CFR 1026.2(a)(17)). */
  readonly isRegularCreditor: boolean;
  readonly bounds: readonly PlanBounds[];
};

/** The policy of a desk that has not published its own (rules PLAN.TERMS, PLAN.STATUS, §7.2). */
export const standardPlanPolicy: PlanPolicy = {
  graceDays: 5,
  defaultAfterMissed: 2,
  cureDays: 10,
  amountNoticeDays: 10,
  isRegularCreditor: true,
  bounds: [
    bound('collector', [12, 0, 10, 200, 15, 10_000]),
    bound('manager', [12, 0, 30, 100, 31, 9000]),
    bound('controller', [36, 0, 60, 50, 62, 7000]),
    bound('cfo', [120, 0, 365, 0, 366, 0]),
  ],
};

function bound(
  role: BoundRole,
  [maxMonths, minDownBps, firstWithinDays, minInstallmentBps, maxMoveDays, floor]: readonly [
    number,
    number,
    number,
    number,
    number,
    number,
  ],
): PlanBounds {
  const days = { firstWithinDays, maxMoveDays };
  return { role, maxMonths, minDownBps, ...days, minInstallmentBps, settlementFloorBps: floor };
}
