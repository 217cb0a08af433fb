/**
 * Proposes a contact policy file as the firm's next version, with how its examples came out.
 *
 * A file with a problem is no version. One whose examples fail is: people see what fails, and
 * nobody can approve it. The gate asks by it once a second person approved it and it is published.
 */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { proposeVersion } from '#areas/policies/index.ts';
import { runContactExamples } from '../rules/firm/examples.ts';
import { readContactPolicy } from '../rules/firm/read-policy.ts';
import { policyKey, policyKind } from './firm-rules.ts';

export type ProposedContactPolicy = {
  readonly key: string;
  readonly version: number;
  readonly passed: number;
  readonly failed: number;
};

type Refusal = 'policies.unchanged' | 'compliance.policy_does_not_read';

/** The refusal names the first problem; checking the file says all of them. */
export async function proposeContactPolicy(
  context: Context,
  written: string,
): Promise<Outcome<ProposedContactPolicy, Refusal>> {
  const read = readContactPolicy(written);
  if (!read.ok) {
    const [first] = read.problems;
    return refuse('compliance.policy_does_not_read', {
      problems: read.problems.length,
      line: first?.line ?? 1,
      field: first?.field ?? '',
    });
  }
  const { policy, examples } = read.document;
  const results = runContactExamples(policy, examples);
  const failed = results.filter(({ passed }) => !passed).length;
  const tested = { passed: results.length - failed, failed, results };
  const made = {
    kind: policyKind,
    key: policyKey,
    nameEn: 'Contact policy',
    nameEs: 'Política de contacto',
    written,
    judged: read.own,
    follows: null,
    hasExamples: examples.length > 0,
    hasSimulation: false,
  };
  const proposed = await proposeVersion(context, made, examples.length > 0 ? tested : null);
  if (!proposed.ok) return proposed;
  const { version } = proposed.value;
  return accept({ key: policyKey, version, passed: tested.passed, failed });
}
