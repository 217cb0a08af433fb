/**
 * The credit policies that count on a day: published and approved. A desk that has published none
 * goes by the standard.
 */
import type { Day } from '#kernel/day.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { publishedDocuments } from '#areas/policies/index.ts';
import type { CreditPolicy } from '../rules/policy.ts';
import { policyOf } from '../rules/read-policy.ts';

export const policyKind = 'credit';

export async function policiesInForce(db: Queries, on: Day): Promise<readonly CreditPolicy[]> {
  const published = await publishedDocuments(db, policyKind, on);
  return published.flatMap(({ judged, version }) => {
    const policy = policyOf(judged, version);
    return policy === undefined ? [] : [policy];
  });
}
