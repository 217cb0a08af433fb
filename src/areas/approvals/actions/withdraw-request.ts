/** Takes back what one asked for oneself, while nobody has ended it. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { CompanyScope } from '#platform/postgres/scope.ts';
import type { WithdrawRefusal } from '../rules/refusal.ts';
import { stateOf } from '../rules/request.ts';
import { endRequest, lockRequest, requestsOf } from '../store/requests.ts';

export async function withdrawRequest(
  context: Context,
  { requestId, companies }: { readonly requestId: Id; readonly companies: CompanyScope },
): Promise<Outcome<{ withdrawn: true }, WithdrawRefusal>> {
  const { tx, actor, today } = context;
  await lockRequest(tx, requestId);
  const [request] = await requestsOf(tx, { requestId, companies });
  if (!request) return refuse('approvals.no_such_request');
  if (request.requestedBy !== actor.memberId) return refuse('approvals.not_yours');
  const state = stateOf(request, today);
  if (state !== 'open') return refuse('approvals.not_open', { state });
  await endRequest(context, requestId, 'withdrawn');
  const { kind, accountId } = request;
  context.did({ what: 'approval withdrawn', id: requestId, facts: { kind } });
  const payload = { requestId, kind };
  await context.tell({ name: 'approvals.request_withdrawn', accountId, payload });
  return accept({ withdrawn: true });
}
