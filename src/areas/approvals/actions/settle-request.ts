/** What the area that asked does with a granted request: reads it, and says what came of it. */
import type { Id } from '#kernel/ids.ts';
import { accept, type Outcome } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { Queries } from '#platform/postgres/db.ts';
import type { ApprovalKind } from '../rules/authority.ts';
import { type Request, insertOutcome, requestsOf } from '../store/requests.ts';

/** The request, when it is granted, of this kind, and nothing came of it yet. */
export async function grantedRequest(
  db: Queries,
  requestId: Id,
  kind: ApprovalKind,
): Promise<Request | undefined> {
  const [request] = await requestsOf(db, { requestId, companies: 'all' });
  const waits = request?.kind === kind && request.ended === 'granted' && request.outcome === null;
  return waits ? request : undefined;
}

/** `failed`: it was granted, and could not be done any more; the detail says why. */
export async function settleRequest(
  context: Context,
  requestId: Id,
  outcome: { readonly how: 'done' | 'failed'; readonly detail: unknown },
): Promise<Outcome<{ settled: boolean }, never>> {
  const settled = await insertOutcome(context, requestId, outcome);
  if (settled) context.did({ what: `approval ${outcome.how}`, id: requestId });
  return accept({ settled });
}
