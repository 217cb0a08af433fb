/** The credit policies that count on a day, each with its rules as sentences. */
import type { Day } from '#kernel/day.ts';
import type { Language } from '#kernel/words.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { policiesInForce } from '../actions/policies-in-force.ts';
import type { WireCreditPolicies } from '../contract/policies.ts';
import { sayingsOf } from '../rules/policy-sayings.ts';
import { policyTemplate } from '../rules/policy-template.ts';
import { standardCreditPolicy } from '../rules/policy.ts';
import { saySaying } from './checked-policy.ts';

/** The standard stands last while a company may still fall to it. */
export async function policiesTold(
  db: Queries,
  on: Day,
  language: Language,
): Promise<WireCreditPolicies> {
  const published = await policiesInForce(db, on);
  const isCovered = published.some(({ companies }) => companies.length === 0);
  const all = isCovered ? published : [...published, standardCreditPolicy];
  return {
    on,
    rows: all.map((policy) => ({
      key: policy.key,
      version: policy.version,
      standard: policy === standardCreditPolicy,
      rules: sayingsOf(policy).map((rule) => saySaying(rule, language)),
    })),
    template: policyTemplate,
  };
}
