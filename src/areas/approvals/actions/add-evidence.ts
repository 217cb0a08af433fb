/** Puts papers beside a request while it is open; the same paper twice is kept once. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { fingerprint } from '#platform/files/fingerprint.ts';
import type { CompanyScope } from '#platform/postgres/scope.ts';
import { type Paper, judgeEvidence } from '../rules/evidence.ts';
import type { AddEvidenceRefusal } from '../rules/refusal.ts';
import { stateOf } from '../rules/request.ts';
import { insertEvidence } from '../store/evidence.ts';
import { lockRequest, requestsOf } from '../store/requests.ts';

export type AddEvidence = {
  readonly requestId: Id;
  readonly papers: readonly Paper[];
  /** The companies that whoever adds sees. */
  readonly companies: CompanyScope;
};

export async function addEvidence(
  context: Context,
  { requestId, papers, companies }: AddEvidence,
): Promise<Outcome<{ ids: Id[] }, AddEvidenceRefusal>> {
  const { tx, today } = context;
  await lockRequest(tx, requestId);
  const [request] = await requestsOf(tx, { requestId, companies });
  if (!request) return refuse('approvals.no_such_request');
  const state = stateOf(request, today);
  if (state !== 'open') return refuse('approvals.not_open', { state });
  const kinds = judgeEvidence(request.files.length, papers);
  if (!kinds.ok) return kinds;
  const ids: Id[] = [];
  for (const [at, mediaType] of kinds.value.entries()) {
    const paper = papers[at];
    if (!paper) continue;
    const { name: fileName, bytes: content } = paper;
    const sha256 = fingerprint(content);
    const made = await insertEvidence(context, requestId, { fileName, mediaType, sha256, content });
    if (!made) continue;
    ids.push(made);
    const facts = { file: fileName, sha256 };
    context.did({ what: 'approval evidence', id: requestId, facts });
  }
  return accept({ ids });
}
