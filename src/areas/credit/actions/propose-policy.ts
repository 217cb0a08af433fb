/**
 * Proposes a credit policy file as the next version of its policy, with how its examples came out.
 *
 * A file with a problem is no version. One whose examples fail is: people see what fails, and
 * nobody can approve it. It counts once a second person approved it and it is published.
 */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { proposeVersion } from '#areas/policies/index.ts';
import { runPolicyExamples } from '../rules/policy-examples.ts';
import { readPolicy } from '../rules/read-policy.ts';
import { policyKind } from './policies-in-force.ts';

export type ProposedPolicy = {
  readonly key: string;
  readonly version: number;
  readonly passed: number;
  readonly failed: number;
};

export type ProposePolicyRefusal = 'policies.unchanged' | 'credit.policy_does_not_read';

/** The refusal names the first problem; checking the file says all of them. */
export async function proposePolicy(
  context: Context,
  written: string,
): Promise<Outcome<ProposedPolicy, ProposePolicyRefusal>> {
  const read = readPolicy(written);
  if (!read.ok) {
    const [first] = read.problems;
    return refuse('credit.policy_does_not_read', {
      problems: read.problems.length,
      line: first?.line ?? 1,
      column: first?.column ?? 1,
      field: first?.field ?? '',
      problem: first?.code ?? '',
    });
  }
  const { document, own } = read;
  const { policy, name, examples } = document;
  const results = runPolicyExamples(policy, examples);
  const failed = results.filter(({ passed }) => !passed).length;
  const tested = { passed: results.length - failed, failed, results };
  const made = {
    kind: policyKind,
    key: policy.key,
    nameEn: name.en,
    nameEs: name.es,
    written,
    judged: own,
    follows: null,
    hasExamples: examples.length > 0,
    hasSimulation: false,
  };
  const proposed = await proposeVersion(context, made, examples.length > 0 ? tested : null);
  if (!proposed.ok) return proposed;
  const { version } = proposed.value;
  return accept({ key: policy.key, version, passed: tested.passed, failed });
}
