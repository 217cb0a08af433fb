/** Says how a company follows a reason from now on, and what a customer's code means. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { lockAccount } from '#areas/ledger/index.ts';
import { memberById } from '#areas/team/index.ts';
import type { DisputeReason } from '../rules/case.ts';
import type { Route } from '../rules/routing.ts';
import { insertCode, insertRoute } from '../store/routes.ts';

export type SetRouteRefusal = 'dispute.no_such_person' | 'dispute.two_owners';

/** Cases that are open stay as they are; the next one goes the new way. */
export async function setRoute(
  context: Context,
  companyId: Id,
  route: Route,
): Promise<Outcome<{ reason: DisputeReason }, SetRouteRefusal>> {
  const { ownerId, outside, reason } = route;
  if (ownerId !== null && outside !== null) return refuse('dispute.two_owners');
  const owner = ownerId === null ? undefined : await memberById(context.tx, ownerId);
  if (ownerId !== null && !owner?.active) return refuse('dispute.no_such_person');
  await insertRoute(context, companyId, route);
  context.did({ what: 'dispute route', facts: { reason, department: route.department } });
  return accept({ reason });
}

export type SetReasonCode = {
  readonly accountId: Id;
  readonly code: string;
  readonly reason: DisputeReason | null;
};

/** Cases that came before keep their reason. */
export async function setReasonCode(
  context: Context,
  { accountId, code, reason }: SetReasonCode,
): Promise<Outcome<{ code: string }, 'dispute.no_such_account'>> {
  if (!(await lockAccount(context.tx, accountId))) return refuse('dispute.no_such_account');
  await insertCode(context, accountId, code, reason);
  context.did({ what: 'deduction code', facts: { code, reason: reason ?? 'nothing' } });
  return accept({ code });
}
