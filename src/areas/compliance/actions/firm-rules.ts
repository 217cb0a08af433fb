/**
 * The contact policy that counts on a day: the published document of the firm. A desk that has
 * published none goes by the standard, and by the caps and hours that a manager stated before
 * there were documents.
 */
import type { Day } from '#kernel/day.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { publishedDocuments, toldVersions } from '#areas/policies/index.ts';
import {
  type ContactPolicy,
  type FirmRules,
  firmRulesOf,
  standardContactPolicy,
  statedBefore,
} from '../rules/firm/policy.ts';
import { contactPolicyOf, readContactPolicy } from '../rules/firm/read-policy.ts';
import { houseVersions } from '../store/house-rules.ts';

export const policyKind = 'contact';

/** The firm has one contact policy, for everybody whom it writes to or calls. */
export const policyKey = 'contact';

export type PolicyInForce = {
  readonly policy: ContactPolicy;
  /** Null: no document is in force. */
  readonly version: number | null;
  /** What the gate asks; undefined where the standard alone counts. */
  readonly rules: FirmRules | undefined;
};

export async function contactPolicyOn(db: Queries, on: Day): Promise<PolicyInForce> {
  const [document] = await publishedDocuments(db, policyKind, on);
  const policy = document && contactPolicyOf(document.judged);
  if (document !== undefined && policy !== undefined) {
    return { policy, version: document.version, rules: firmRulesOf(policy, document) };
  }
  const stated = (await houseVersions(db)).find(({ effectiveFrom }) => effectiveFrom <= on);
  return {
    policy: { ...standardContactPolicy, ...stated?.rules },
    version: null,
    rules: stated && statedBefore(stated),
  };
}

/** Every policy that ever counted, the one that came into force last first: for past days. */
export async function contactPoliciesSoFar(db: Queries, today: Day): Promise<readonly FirmRules[]> {
  const [versions, stated] = await Promise.all([
    toldVersions(db, { kind: policyKind, key: policyKey }, today),
    houseVersions(db),
  ]);
  const documents = versions.flatMap(({ written, version, from, state }) => {
    const read = readContactPolicy(written);
    if (from === null || state === 'withdrawn' || !read.ok) return [];
    return [firmRulesOf(read.document.policy, { version, effectiveFrom: from })];
  });
  const published = documents.toSorted((one, other) =>
    one.effectiveFrom < other.effectiveFrom ? 1 : -1,
  );
  return [...published, ...stated.map(statedBefore)];
}
