/**
 * What the desk has ruled on orders: which reason stops which document, from when, for whom not,
 * and what cash does.
 *
 * The standard counts for a desk that has not published its own. The rule a newcomer would break:
 * a verdict is remembered with the version that gave it; a new version judges only from its day.
 */
import type { Money } from '#kernel/money.ts';

/** The documents at which a customer's credit is asked, in the order in which they come. */
export const checkpoints = ['order', 'delivery', 'invoice'] as const;
export type Checkpoint = (typeof checkpoints)[number];

/** Why a document may be stopped, the gravest first. */
export const holdReasons = [
  'forced',
  'account_hold',
  'account_status',
  'over_limit',
  'group_over_limit',
  'limit_expired',
  'no_limit',
  'past_due',
  'broken_promise',
  'no_rate',
] as const;
export type HoldReason = (typeof holdReasons)[number];

export type CreditPolicy = {
  readonly key: string;
  readonly version: number;
  /** Codes of companies; empty: all that no other document names. */
  readonly companies: readonly string[];
  /** At which documents a reason stops; a reason without one is never asked. */
  readonly at: Readonly<Record<HoldReason, readonly Checkpoint[]>>;
  /** What may be owed above the limit, in hundredths of a percent of it. */
  readonly toleranceBps: number;
  readonly pastDue: {
    /** Days past due from which it stops, after the days of grace. */
    readonly days: number;
    readonly graceDays: number;
    /** Less than this together is let through; at most one amount a currency. */
    readonly from: readonly Money[];
  };
  readonly brokenPromiseDays: number;
  /** The states of an account that stop. */
  readonly statuses: readonly string[];
  readonly exclude: {
    readonly accounts: readonly string[];
    readonly segments: readonly string[];
    readonly kinds: readonly string[];
    readonly ordersBelow: readonly Money[];
  };
  /** Whether cash that clears every reason releases by itself. */
  readonly releaseOnCash: boolean;
  /** What becomes of an order that cash released when the cash goes back before it ships. */
  readonly onReturn: 'hold' | 'alert';
  /** A release counts so many days; then the next checkpoint asks again. */
  readonly releaseDays: number;
  readonly countUnapplied: boolean;
};

const everywhere = checkpoints;
const beforeItShips = ['order', 'delivery'] as const;

export const standardCreditPolicy: CreditPolicy = {
  key: 'standard',
  version: 0,
  companies: [],
  at: {
    forced: everywhere,
    account_hold: everywhere,
    account_status: beforeItShips,
    over_limit: beforeItShips,
    group_over_limit: beforeItShips,
    limit_expired: ['order'],
    no_limit: [],
    past_due: beforeItShips,
    broken_promise: [],
    no_rate: beforeItShips,
  },
  toleranceBps: 0,
  pastDue: { days: 60, graceDays: 0, from: [] },
  brokenPromiseDays: 30,
  statuses: ['hold', 'bankrupt', 'legal', 'agency', 'written_off'],
  exclude: { accounts: [], segments: [], kinds: [], ordersBelow: [] },
  releaseOnCash: true,
  onReturn: 'hold',
  releaseDays: 14,
  countUnapplied: true,
};

/** The policy of a company: the one that names it, else the one that names none. */
export function policyFor(company: string, inForce: readonly CreditPolicy[]): CreditPolicy {
  return (
    inForce.find(({ companies }) => companies.includes(company)) ??
    inForce.find(({ companies }) => companies.length === 0) ??
    standardCreditPolicy
  );
}
