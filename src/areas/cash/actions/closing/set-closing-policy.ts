/** Says how a company closes its cash; what was signed before stays signed under what held then. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type CashClosingPolicy, insertClosingPolicy } from '../../store/closing/policy.ts';

export async function setClosingPolicy(
  context: Context,
  { companyId, policy }: { readonly companyId: Id; readonly policy: CashClosingPolicy },
): Promise<Outcome<{ secondPerson: boolean }, never>> {
  const { secondPerson } = policy;
  await insertClosingPolicy(context, companyId, policy);
  context.did({ what: 'closing policy', facts: { secondPerson: String(secondPerson) } });
  return accept({ secondPerson });
}
