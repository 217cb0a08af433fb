/**
 * Writes down what became of an invoice in the customer's own portal: put in, rejected with the
 * customer's reason, approved, paid. Nothing is sent; a person looked there.
 */
import type { Day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type PortalRefusal, type PortalState, mayFollow } from '../rules/portal.ts';
import { insertPortalFact, portalRow } from '../store/portal.ts';

export type NotePortal = {
  readonly accountId: Id;
  readonly documentId: Id;
  readonly state: PortalState;
  readonly on: Day;
  readonly reference: string | null;
};

export async function notePortal(
  context: Context,
  wish: NotePortal,
): Promise<Outcome<{ state: PortalState }, PortalRefusal>> {
  if (wish.on > context.today) return refuse('statements.portal_in_the_future');
  const before = await portalRow(context.tx, wish);
  if (!before) return refuse('statements.not_in_a_portal');
  const follows = mayFollow(before.state, wish.state);
  if (!follows.ok) return follows;
  await insertPortalFact(context, wish);
  context.did({ what: `invoice ${wish.state} in the portal`, id: wish.documentId });
  const { accountId, documentId, state } = wish;
  await context.tell({
    name: 'statements.portal_noted',
    accountId,
    payload: { documentId, state },
  });
  return accept({ state });
}
