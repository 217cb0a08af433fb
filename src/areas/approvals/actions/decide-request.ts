/**
 * Says yes or no to a request, by one's own right or for somebody who is away and named one as
 * their cover. The last yes that is needed grants it; one no refuses it.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import type { Tx } from '#platform/postgres/db.ts';
import type { CompanyScope } from '#platform/postgres/scope.ts';
import { lacksEvidence } from '../rules/evidence.ts';
import type { DecideRefusal } from '../rules/refusal.ts';
import { type Approver, type Decision, mayDecide, verdictOf } from '../rules/request.ts';
import { memberById } from '#areas/team/index.ts';
import { authorityOf } from '../store/authority.ts';
import {
  coveredApprovers,
  endRequest,
  insertDecision,
  lockRequest,
  requestsOf,
} from '../store/requests.ts';

export type DecideRequest = {
  readonly requestId: Id;
  readonly said: 'yes' | 'no';
  /** The companies that the approver sees. */
  readonly companies: CompanyScope;
};

export async function decideRequest(
  context: Context,
  { requestId, said, companies }: DecideRequest,
): Promise<
  Outcome<{ state: 'open' | 'granted' | 'refused'; forMember: Id | null }, DecideRefusal>
> {
  const { tx, actor, today } = context;
  const { memberId } = actor;
  if (memberId === null) return refuse('approvals.only_people_decide');
  await lockRequest(tx, requestId);
  const [request] = await requestsOf(tx, { requestId, companies });
  const member = await memberById(tx, memberId);
  if (!request || !member) return refuse('approvals.no_such_request');
  const authority = await authorityOf(tx, request.companyId, request.kind);
  const may = mayDecide(
    request,
    { memberId, roles: member.roles },
    await coveredApprovers(tx, memberId, today),
    authority,
    today,
  );
  if (!may.ok) return may;
  const { weight, files } = request;
  if (said === 'yes' && lacksEvidence(weight, authority.evidenceFrom, files.length)) {
    return refuse('approvals.evidence_missing');
  }
  const decision = { memberId, forMember: may.value.forMember, said };
  await insertDecision(context, requestId, decision);
  const words = [...request.decisions, decision];
  const verdict = verdictOf(request, words, await rightsOf(tx, words), authority);
  const { kind, accountId } = request;
  context.did({ what: `approval ${said}`, id: requestId, facts: { kind } });
  const news = { accountId, payload: { requestId, kind } };
  if (verdict) await endRequest(context, requestId, verdict);
  if (verdict === 'granted') await context.tell({ name: 'approvals.request_granted', ...news });
  else if (verdict) await context.tell({ name: 'approvals.request_refused', ...news });
  else await context.tell({ name: 'approvals.decision_made', ...news });
  return accept({ state: verdict ?? 'open', forMember: decision.forMember });
}

/** Who said these words, and for whom, with the roles they hold now; who left is none of them. */
async function rightsOf(tx: Tx, words: readonly Decision[]): Promise<Approver[]> {
  const ids = words.flatMap(({ memberId, forMember }) => [memberId, forMember ?? memberId]);
  const people = await Promise.all([...new Set(ids)].map((each) => memberById(tx, each)));
  return people.flatMap((each) => (each?.active ? [each] : []));
}
