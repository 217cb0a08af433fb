/**
 * The contact policy as people read it: what counts on a day, a sentence a rule; and what a file
 * says of itself: every problem by its line, or what it changes and how its examples ran.
 */
import type { Day } from '#kernel/day.ts';
import type { Language } from '#kernel/words.ts';
import { say } from '#platform/cli/say.ts';
import type { Queries } from '#platform/postgres/db.ts';
import { changesOf } from '#areas/policies/rules/sayings.ts';
import { contactPolicyOn } from '../actions/firm-rules.ts';
import type { WireCheckedContactPolicy, WireContactPolicy } from '../contract/policy.ts';
import { runContactExamples } from '../rules/firm/examples.ts';
import { readContactPolicy } from '../rules/firm/read-policy.ts';
import { type ContactSaying, sayingsOf } from '../rules/firm/sayings.ts';
import { writeContactPolicy } from '../rules/firm/write-policy.ts';
import { words } from '../words.ts';

export async function contactPolicyTold(
  db: Queries,
  on: Day,
  language: Language,
): Promise<WireContactPolicy> {
  const { policy, version } = await contactPolicyOn(db, on);
  const rules = sayingsOf(policy).map((rule) => saySaying(rule, language));
  return { on, version, rules, template: writeContactPolicy(policy) };
}

type Asked = { readonly written: string; readonly language: Language; readonly today: Day };

/** Held against what counts today. */
export async function checkedContactPolicy(
  db: Queries,
  { written, language, today }: Asked,
): Promise<WireCheckedContactPolicy> {
  const read = readContactPolicy(written);
  if (!read.ok) {
    const problems = read.problems.map(({ facts, ...problem }) => ({
      ...problem,
      says: say(words, problem.code, facts, language),
    }));
    return { problems, results: [], inForce: null, rules: [], changes: [] };
  }
  const { policy, examples } = read.document;
  const before = await contactPolicyOn(db, today);
  const rules = sayingsOf(policy);
  return {
    problems: [],
    results: runContactExamples(policy, examples),
    inForce: before.version,
    rules: rules.map((rule) => saySaying(rule, language)),
    changes: changesOf(sayingsOf(before.policy), rules).map((pair) => ({
      before: pair.before && saySaying(pair.before, language),
      after: pair.after && saySaying(pair.after, language),
    })),
  };
}

function saySaying({ code, facts }: ContactSaying, language: Language): string {
  return say(words, code, facts, language);
}
