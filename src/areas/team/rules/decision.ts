/**
 * Who may decide a request that needs a second person, in their own right or for somebody who is
 * away.
 *
 * The rule a newcomer would break: nobody decides on what they asked for, and nobody decides on
 * what the person they cover asked for. Cover lends a chair, never a second pair of eyes to the
 * one who needs them.
 */
import type { Id } from '#kernel/ids.ts';
import { accept, type Outcome, refuse } from '#kernel/outcome.ts';

export type DecisionRequest = {
  readonly madeBy: Id;
  /** Whom the maker covered when making it; null for their own work. */
  readonly madeFor: Id | null;
};

export type Decider = {
  readonly memberId: Id;
  /** Their role lets them decide this kind of request. */
  readonly permitted: boolean;
  /** The people whose approvals they cover today (`covering_on`, work `approvals`). */
  readonly covers: readonly Id[];
};

export type DecisionRefusal =
  | 'team.decides_for_the_maker'
  | 'team.decides_own_request'
  | 'team.decision_lacks_permission'
  | 'team.decision_not_theirs';

/**
 * May this person decide? `deciders` are the people named for it, or `anyone` who is permitted.
 * Answers for whom they decide: null in their own right. Refuses, in this order: one's own
 * request, one made for oneself, a missing permission, the request of whom one covers, a request
 * that somebody else must decide.
 */
export function mayDecideFor(
  request: DecisionRequest,
  decider: Decider,
  deciders: readonly Id[] | 'anyone',
): Outcome<{ onBehalfOf: Id | null }, DecisionRefusal> {
  const { memberId, permitted, covers } = decider;
  if (memberId === request.madeBy || memberId === request.madeFor) {
    return refuse('team.decides_own_request');
  }
  if (!permitted) return refuse('team.decision_lacks_permission');
  if (deciders === 'anyone' || deciders.includes(memberId)) return accept({ onBehalfOf: null });
  const covered = deciders.filter((each) => covers.includes(each));
  if (covered.length === 0) return refuse('team.decision_not_theirs');
  const other = covered.find((each) => each !== request.madeBy && each !== request.madeFor);
  return other === undefined ? refuse('team.decides_for_the_maker') : accept({ onBehalfOf: other });
}
