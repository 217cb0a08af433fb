/** Asks that somebody may approve more, or less: whoever stands above all limits decides it. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { money } from '#kernel/money.ts';
import type { Context } from '#platform/action.ts';
import { allRoles } from '#platform/auth/roles.ts';
import {
  type ApprovalKind,
  type AuthorityText,
  approvalKinds,
  authorityProblem,
} from '../rules/authority.ts';
import type { AskAuthorityRefusal } from '../rules/refusal.ts';
import { baseOf, insertAuthority } from '../store/authority.ts';
import { insertOutcome, requestsOf } from '../store/requests.ts';
import { requestApproval } from './request-approval.ts';

export type AskAuthority = {
  readonly companyId: Id;
  readonly kind: ApprovalKind;
  readonly said: AuthorityText;
};

export async function askAuthority(
  context: Context,
  { companyId, kind, said }: AskAuthority,
): Promise<Outcome<{ requestId: Id }, AskAuthorityRefusal>> {
  const base = await baseOf(context.tx, companyId);
  if (!base) throw new Error(`there is no company ${companyId}`);
  const problem = authorityProblem(said, base, allRoles);
  if (problem) return refuse('approvals.authority_unfit', problem);
  const nothing = money(0n, base);
  return requestApproval(context, {
    companyId,
    accountId: null,
    kind: 'authority',
    subjectKey: `${companyId} ${kind}`,
    subject: { kind, said },
    facts: { of: kind },
    amount: nothing,
    weight: nothing,
    evidence: '',
  });
}

/** The wider or narrower authority is granted: it counts from now on. */
export async function keepAuthority(
  context: Context,
  requestId: Id,
): Promise<Outcome<{ kept: boolean }, never>> {
  const [request] = await requestsOf(context.tx, { requestId, companies: 'all' });
  if (request?.kind !== 'authority' || request.ended !== 'granted') return accept({ kept: false });
  if (!(await insertOutcome(context, requestId, { how: 'done', detail: {} }))) {
    return accept({ kept: false });
  }
  // What askAuthority above judged and kept.
  const { kind, said } = request.subject as Omit<AskAuthority, 'companyId'>;
  if (!approvalKinds.includes(kind)) throw new Error(`nothing is approved by ${kind}`);
  // A request of the time before papers could be asked for says nothing of them.
  const asked = { ...said, evidenceFrom: said.evidenceFrom ?? null };
  await insertAuthority(context, request.companyId, kind, asked);
  context.did({ what: 'authority', id: requestId, facts: { kind } });
  return accept({ kept: true });
}
