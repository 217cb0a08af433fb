/**
 * An invoice in a customer's own portal.
 *
 *   to_submit ──▶ submitted ──▶ approved ──▶ paid
 *                   │  ▲           │
 *                   ▼  │           ▼
 *                 rejected ◀───────┘
 *
 * Who looks there writes down what stands there, with the portal's day and reason.
 */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

export const portalStates = ['to_submit', 'submitted', 'rejected', 'approved', 'paid'] as const;
export type PortalState = (typeof portalStates)[number];

export type PortalRefusal =
  | 'statements.not_in_a_portal'
  | 'statements.portal_in_the_future'
  | 'statements.portal_out_of_order';

const next: Readonly<Record<PortalState, readonly PortalState[]>> = {
  to_submit: ['submitted', 'approved', 'rejected', 'paid'],
  submitted: ['rejected', 'approved', 'paid'],
  rejected: ['submitted'],
  approved: ['paid', 'rejected'],
  paid: [],
};

/** Whether a state can follow the one before. */
export function mayFollow(
  before: PortalState,
  after: PortalState,
): Outcome<PortalState, PortalRefusal> {
  if (next[before].includes(after)) return accept(after);
  return refuse('statements.portal_out_of_order', { before, after });
}
