/** The outcome of an import as it goes over the wire: problems as sentences with their remedy. */
import type { Language } from '#kernel/words.ts';
import { say } from '#platform/cli/say.ts';
import { wireTotal } from '../rules/control-totals.ts';
import type { FoundProblem } from '../rules/found-problem.ts';
import { words } from '../words.ts';
import { wireSnapshot } from './snapshot.ts';
import type { Brought } from './taking.ts';

export type WireProblem = {
  readonly file: string;
  readonly line: number;
  readonly field: string;
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
};

/** `most`: how many problems are spelled out; `problemCount` tells how many there are. */
export function wireOutcome(
  outcome: Brought,
  language: Language,
  { most }: { readonly most: number },
) {
  return {
    importId: outcome.importId,
    kind: outcome.kind,
    rows: outcome.rows,
    accepted: outcome.accepted,
    duplicates: outcome.duplicates,
    skipped: outcome.skipped,
    problems: outcome.problems
      .slice(0, Math.min(most, outcome.problems.length))
      .map((problem) => wireProblem(problem, language)),
    problemCount: outcome.problems.length,
    controlTotals: outcome.controlTotals.map(wireTotal),
    created: outcome.created,
    snapshot: 'snapshot' in outcome ? wireSnapshot(outcome.snapshot, language) : null,
  };
}

function wireProblem(problem: FoundProblem, language: Language): WireProblem {
  const { file, line, field, code, also = [] } = problem;
  const tell = (found: Pick<FoundProblem, 'field' | 'code' | 'facts'>, kind: '' | '_remedy') => {
    const places = { file, line, field: found.field, ...found.facts };
    return say(words, `${found.code}${kind}`, places, language);
  };
  return {
    file,
    line,
    field,
    code,
    message: [problem, ...also].map((found) => tell(found, '')).join(' '),
    remedy: tell(problem, '_remedy'),
  };
}
