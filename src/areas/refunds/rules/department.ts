/**
 * Title IV money that nobody cashed goes back to the Department of Education, at latest 240 days
 * from the date of the first check or transfer (34 CFR 668.164(l)): no reissue moves that day, no
 * amount is too small, and no state ever gets it.
 */
import { type Day, plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Origin } from './origin.ts';
import { type RefundStanding, mayStep } from './refund.ts';

export function departmentBy(firstIssuedOn: Day): Day {
  return plusDays(firstIssuedOn, 240);
}

export type DepartmentRefusal =
  | 'refunds.not_title_iv'
  | 'refunds.not_now'
  | 'refunds.only_people_release'
  | 'refunds.own_approval'
  | 'refunds.own_request';

/** The money leaves again: whoever asked for the refund or approved it does not send it back. */
export function mayReturnToDepartment(
  refund: RefundStanding & { readonly origin: Origin },
  memberId: Id | null,
): Outcome<null, DepartmentRefusal> {
  if (refund.origin !== 'title_iv') return refuse('refunds.not_title_iv');
  if (memberId === null) return refuse('refunds.only_people_release');
  const may = mayStep(refund, 'department');
  if (!may.ok) return may;
  if (refund.hands.requestedBy === memberId) return refuse('refunds.own_request');
  if (refund.hands.approvedBy.includes(memberId)) return refuse('refunds.own_approval');
  return accept(null);
}
