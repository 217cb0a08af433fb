/**
 * What a credit policy file says of itself: every problem by its line, or its rules in words, what
 * it changes of what counts now, and how its examples ran.
 */
import type { Day } from '#kernel/day.ts';
import type { Language } from '#kernel/words.ts';
import { say } from '#platform/cli/say.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { changesOf } from '#areas/policies/rules/sayings.ts';
import { policiesInForce } from '../actions/policies-in-force.ts';
import type { WireCheckedPolicy } from '../contract/policies.ts';
import { runPolicyExamples } from '../rules/policy-examples.ts';
import { type CreditSaying, sayingsOf } from '../rules/policy-sayings.ts';
import { standardCreditPolicy } from '../rules/policy.ts';
import { readPolicy } from '../rules/read-policy.ts';
import { words } from '../words.ts';

type Asked = { readonly written: string; readonly language: Language; readonly today: Day };

/** Held against its own version in force; a first one against the standard. */
export async function checkedPolicy(
  db: Queries,
  { written, language, today }: Asked,
): Promise<WireCheckedPolicy> {
  const read = readPolicy(written);
  if (!read.ok) {
    const problems = read.problems.map(({ facts, ...problem }) => ({
      ...problem,
      says: say(words, problem.code, facts, language),
    }));
    return { key: null, problems, results: [], inForce: null, rules: [], changes: [] };
  }
  const { policy, examples } = read.document;
  const inForce = await policiesInForce(db, today);
  const before = inForce.find(({ key }) => key === policy.key);
  const rules = sayingsOf(policy);
  const changes = changesOf(sayingsOf(before ?? standardCreditPolicy), rules);
  const results = runPolicyExamples(policy, examples).map(({ name, passed, ...each }) => ({
    name,
    passed,
    expected: [each.expected.verdict, ...each.expected.reasons].join(' '),
    found: [each.found.verdict, ...each.found.reasons].join(' '),
  }));
  return {
    key: policy.key,
    problems: [],
    results,
    inForce: before?.version ?? null,
    rules: rules.map((rule) => saySaying(rule, language)),
    changes: changes.map((pair) => ({
      before: pair.before && saySaying(pair.before, language),
      after: pair.after && saySaying(pair.after, language),
    })),
  };
}

/** A rule as its sentence. */
export function saySaying({ code, facts }: CreditSaying, language: Language): string {
  return say(words, code, facts, language);
}
