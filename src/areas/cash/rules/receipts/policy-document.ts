/**
 * A matching policy as a document: written by one person, approved by another, never edited.
 *
 * Amounts stand in it as whole minor units in text, so that no reader bends them.
 */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type MatchingPolicy, standardMatchingPolicy } from '../matching/policy.ts';

/** What a company may set; the rest stays as it is shipped. */
export type PolicyDocument = {
  readonly toleranceBps: number;
  readonly toleranceMostMinor: string;
  readonly discountGraceDays: number;
  readonly lateDiscounts: 'leave_open' | 'allow';
  readonly bankFeeMostMinor: string;
  readonly bankFees: 'write_off' | 'leave_open';
  readonly postFrom: number;
  readonly showFrom: number;
  readonly autoUniqueSubset: boolean;
  readonly unexplained: 'on_account' | 'ask';
  /** Above this, money for a ledger account needs a second person; minor units. */
  readonly elsewhereLimitMinor: string;
  /** Above this, what an insurer's payment writes down by contract needs one; minor units. */
  readonly adjustmentLimitMinor: string;
  /** Asked of a customer whose payment came back for want of funds; minor units, 0 for nothing. */
  readonly returnFeeMinor: string;
  /** One person posts: the day's exceptions are signed by a second one. */
  readonly onePoster: boolean;
};

export const standardDocument: PolicyDocument = {
  toleranceBps: Number(standardMatchingPolicy.tolerance.bps),
  toleranceMostMinor: standardMatchingPolicy.tolerance.mostMinor.toString(),
  discountGraceDays: standardMatchingPolicy.discounts.graceDays,
  lateDiscounts: standardMatchingPolicy.discounts.late,
  bankFeeMostMinor: standardMatchingPolicy.bankFees.mostMinor.toString(),
  bankFees: standardMatchingPolicy.bankFees.as,
  postFrom: standardMatchingPolicy.confidence.postFrom,
  showFrom: standardMatchingPolicy.confidence.showFrom,
  autoUniqueSubset: standardMatchingPolicy.autoUniqueSubset,
  unexplained: standardMatchingPolicy.unexplained,
  elsewhereLimitMinor: '100000',
  adjustmentLimitMinor: '50000',
  returnFeeMinor: '0',
  onePoster: false,
};

/** The policy that the engine is handed. */
export function matchingPolicy(document: PolicyDocument, version: number): MatchingPolicy {
  const standard = standardMatchingPolicy;
  return {
    ...standard,
    version: version === 0 ? standard.version : String(version),
    tolerance: {
      bps: BigInt(document.toleranceBps),
      mostMinor: BigInt(document.toleranceMostMinor),
    },
    discounts: { graceDays: document.discountGraceDays, late: document.lateDiscounts },
    bankFees: {
      ...standard.bankFees,
      mostMinor: BigInt(document.bankFeeMostMinor),
      as: document.bankFees,
    },
    confidence: { postFrom: document.postFrom, showFrom: document.showFrom },
    autoUniqueSubset: document.autoUniqueSubset,
    unexplained: document.unexplained,
  };
}

export type PolicyRefusal = 'cash.policy_not_waiting' | 'cash.self_approval' | 'cash.policy_unsafe';

/** A policy that would post what it cannot be sure of is no policy (bar: 99.5 % of lines). */
export function mayPropose(document: PolicyDocument): Outcome<null, PolicyRefusal> {
  if (document.postFrom < 0.9 || document.showFrom > document.postFrom) {
    return refuse('cash.policy_unsafe', { least: '0.9' });
  }
  return accept(null);
}

/** Who wrote it never approves it; what was decided stays decided. */
export function mayDecide(
  proposal: { readonly author: string; readonly decided: boolean },
  approver: string,
): Outcome<null, PolicyRefusal> {
  if (proposal.decided) return refuse('cash.policy_not_waiting');
  return proposal.author === approver ? refuse('cash.self_approval') : accept(null);
}
