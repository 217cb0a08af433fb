/** What a credit policy file says of itself: every problem by its line, or how its examples ran. */
import type { Language } from '#kernel/words.ts';
import { say } from '#platform/cli/say.ts';
import { runPolicyExamples } from '../rules/policy-examples.ts';
import { readPolicy } from '../rules/read-policy.ts';
import { words } from '../words.ts';

export function checkedPolicy(written: string, language: Language) {
  const read = readPolicy(written);
  if (!read.ok) {
    const problems = read.problems.map(({ facts, ...problem }) => ({
      ...problem,
      says: say(words, problem.code, facts, language),
    }));
    return { key: null, problems, results: [] };
  }
  const { policy, examples } = read.document;
  const results = runPolicyExamples(policy, examples).map(({ name, passed, ...each }) => ({
    name,
    passed,
    expected: [each.expected.verdict, ...each.expected.reasons].join(' '),
    found: [each.found.verdict, ...each.found.reasons].join(' '),
  }));
  return { key: policy.key, problems: [], results };
}
