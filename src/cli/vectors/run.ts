/**
 * Runs a file of rule vectors through the public rule functions.
 *
 * For people: a line for each failure and `N passed, N failed` at the end. For programs
 * (`json`): one `{id, result}` a line and no expectation needed; an op that is not known,
 * or a given value that cannot be read, has a null result and an error.
 */
import { type Outcome, accept } from '#kernel/outcome.ts';
import { differences } from './match.ts';
import { type Answer } from './op.ts';
import { ops } from './registry.ts';
import { type Vector, type VectorFileRefusal, readVectors } from './vector.ts';

export type VectorRun = {
  readonly lines: readonly string[];
  readonly passed: number;
  readonly failed: number;
};

/** Runs every vector of a file's text; a file that cannot be read is refused whole. */
export function runVectors(
  text: string,
  options: { readonly json: boolean },
): Outcome<VectorRun, VectorFileRefusal> {
  const file = readVectors(text);
  if (!file.ok) return file;

  const answered = file.value.map((vector) => ({ vector, ...answer(vector) }));
  if (options.json) {
    const lines = answered.map(({ vector, result, problem }) =>
      JSON.stringify({ id: vector.id, result, ...(problem ? { error: problem } : {}) }),
    );
    return accept(
      counted(
        lines,
        answered.map(({ problem }) => problem),
      ),
    );
  }
  const problems = answered.map(({ vector, result, problem }) => problem ?? judge(vector, result));
  const failures = answered.flatMap(({ vector }, index) => {
    const problem = problems[index];
    return problem === undefined ? [] : [`${vector.id} ${vector.op}: ${problem}`];
  });
  const run = counted(failures, problems);
  return accept({ ...run, lines: [...failures, `${run.passed} passed, ${run.failed} failed`] });
}

function answer(vector: Vector): { result: Answer | null; problem?: string } {
  const op = ops.get(vector.op);
  if (op === undefined) return { result: null, problem: `unknown op ${vector.op}` };
  const outcome = op.run(vector.given);
  if (outcome.ok) return { result: outcome.value };
  return { result: null, problem: String(outcome.facts['problem'] ?? outcome.refusal) };
}

function judge(vector: Vector, result: Answer | null): string | undefined {
  if (vector.expect === undefined) return 'there is no `expect` to compare with (or use --json)';
  const found = differences(result ?? {}, vector.expect, ops.get(vector.op)?.entries ?? []);
  return found.length === 0 ? undefined : found.join('; ');
}

function counted(lines: readonly string[], problems: readonly (string | undefined)[]): VectorRun {
  const failed = problems.filter((problem) => problem !== undefined).length;
  return { lines, passed: problems.length - failed, failed };
}
