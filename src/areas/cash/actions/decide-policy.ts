/** A matching policy is written by one person and approved, or rejected, by another. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import {
  type PolicyDocument,
  type PolicyRefusal,
  mayDecide,
  mayPropose,
} from '../rules/receipts/policy-document.ts';
import { insertPolicy, insertPolicyAct, lockPolicy } from '../store/policies.ts';

export async function proposePolicy(
  context: Context,
  companyId: Id,
  document: PolicyDocument,
): Promise<Outcome<{ version: number }, PolicyRefusal>> {
  const may = mayPropose(document);
  if (!may.ok) return may;
  const version = await insertPolicy(context, companyId, document);
  context.did({ what: 'matching policy proposed', facts: { version } });
  return accept({ version });
}

export async function decidePolicy(
  context: Context,
  wish: {
    readonly companyId: Id;
    readonly version: number;
    readonly act: 'approved' | 'rejected';
  },
): Promise<Outcome<{ version: number }, PolicyRefusal | 'cash.no_such_policy'>> {
  const { companyId, version, act } = wish;
  const proposal = await lockPolicy(context.tx, companyId, version);
  if (!proposal) return refuse('cash.no_such_policy');
  const may = mayDecide(proposal, context.actor.ref);
  if (!may.ok) return may;
  await insertPolicyAct(context, companyId, version, act);
  context.did({ what: `matching policy ${act}`, facts: { version } });
  return accept({ version });
}
