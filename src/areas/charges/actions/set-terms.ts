/** Says what a company charges who pays late; runs that were prepared keep what held then. */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type ChargeTerms, type TermsRefusal, acceptTerms } from '../rules/terms.ts';
import { insertTerms } from '../store/policy.ts';

export async function setTerms(
  context: Context,
  { companyId, terms }: { readonly companyId: Id; readonly terms: ChargeTerms },
): Promise<Outcome<{ policyId: Id }, TermsRefusal>> {
  const fit = acceptTerms(terms);
  if (!fit.ok) return fit;
  const policyId = await insertTerms(context, companyId, fit.value);
  context.did({ what: 'terms of charges', id: policyId });
  return accept({ policyId });
}
