/**
 * A policy as sentences: one a rule, by which two versions are held against each other.
 *
 * A rule that a version does not have has no sentence, so that what is new or gone shows as such.
 * A newcomer would compare the texts: two texts may mean the same.
 */
import type { Facts } from '#kernel/outcome.ts';

export type Saying<Code extends string = string> = {
  /** What it is about: the same in every version. */
  readonly rule: string;
  /** The words of the kind's area have a sentence for each. */
  readonly code: Code;
  readonly facts: Facts;
};

export type PolicyChange<S extends Saying = Saying> = {
  readonly before: S | null;
  readonly after: S | null;
};

/** What one version says otherwise than another; nothing where both mean the same. */
export function changesOf<S extends Saying>(
  before: readonly S[],
  after: readonly S[],
): readonly PolicyChange<S>[] {
  const was = new Map(before.map((each) => [each.rule, each]));
  const is = new Map(after.map((each) => [each.rule, each]));
  const rules = [...new Set([...was.keys(), ...is.keys()])];
  return rules.flatMap((rule): PolicyChange<S>[] => {
    const pair = { before: was.get(rule) ?? null, after: is.get(rule) ?? null };
    return isAlike(pair) ? [] : [pair];
  });
}

function isAlike({ before, after }: PolicyChange): boolean {
  if (before === null || after === null) return before === after;
  return JSON.stringify(before.facts) === JSON.stringify(after.facts);
}
