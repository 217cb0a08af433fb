/**
 * Two duties in one hand that a small office cannot keep apart: somebody else answers for it, with
 * what is done instead, and never for more than a year.
 */
import { type Day, plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

export type AcceptDutiesRefusal =
  | 'approvals.only_people_decide'
  | 'approvals.duties_own'
  | 'approvals.duties_not_held'
  | 'approvals.duties_until';

/** After so many days it is looked at anew. */
export const longestAcceptance = 366;

export type Acceptance = {
  readonly memberId: Id;
  readonly acceptedBy: Id;
  readonly untilOn: Day;
};

/** `held`: they hold the pair today. A last day of today ends what was accepted before. */
export function acceptPair(
  { memberId, acceptedBy, untilOn }: Acceptance,
  held: boolean,
  today: Day,
): Outcome<true, AcceptDutiesRefusal> {
  if (memberId === acceptedBy) return refuse('approvals.duties_own');
  if (!held) return refuse('approvals.duties_not_held');
  const latest = plusDays(today, longestAcceptance);
  if (untilOn < today || untilOn > latest) return refuse('approvals.duties_until', { latest });
  return accept(true);
}
