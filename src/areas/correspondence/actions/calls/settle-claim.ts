/** Says whether a payment that was claimed has been found; either way it pauses nothing more. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { recordActivity } from '#areas/customers/index.ts';
import type { CallRefusal } from '../../rules/calls/refusal.ts';
import { claimExists, endClaim } from '../../store/calls/claims.ts';

export type SettleClaim = {
  readonly accountId: Id;
  readonly claimId: Id;
  readonly found: boolean;
};

/** `context.reason` says where it was found, or why it is not looked for any more. */
export async function settleClaim(
  context: Context,
  { accountId, claimId, found }: SettleClaim,
): Promise<Outcome<{ found: boolean }, CallRefusal>> {
  if (!(await claimExists(context.tx, accountId, claimId))) return refuse('call.no_such_claim');
  const ended = await endClaim(context, { accountId, claimId, found });
  if (!ended) return refuse('call.claim_ended');
  await recordActivity(context, {
    accountId,
    kind: 'call',
    phrase: found ? 'activity.claim_found' : 'activity.claim_not_found',
    text: context.reason,
    touch: false,
  });
  context.did({ what: 'claim settled', id: claimId, facts: { found: String(found) } });
  await context.tell({
    name: 'correspondence.claim_settled',
    accountId,
    payload: { claimId, found },
  });
  return accept({ found });
}
