/**
 * A rule vector: one question to a public rule, and the answer it must give.
 *
 *   { "id": "H-171", "op": "metrics.dsoSimple", "given": { … }, "expect": { … } }
 *
 * A file is a JSON array of vectors. One that cannot be read is refused whole, with the
 * place of its first fault, so that a run never silently skips a question.
 */
import { z } from 'zod';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { faultAt } from './json-fault.ts';

const vector = z.object({
  id: z.string().min(1),
  op: z.string().min(1),
  given: z.record(z.string(), z.unknown()),
  expect: z.record(z.string(), z.unknown()).optional(),
});
export type Vector = z.infer<typeof vector>;

export type VectorFileRefusal = 'vectors.not_json' | 'vectors.not_a_list' | 'vectors.not_a_vector';

/** Reads a file of vectors; facts name the line and column, or the vector and its field. */
export function readVectors(text: string): Outcome<Vector[], VectorFileRefusal> {
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  if (!Array.isArray(parsed.value)) return refuse('vectors.not_a_list');

  const vectors: Vector[] = [];
  for (const [index, each] of parsed.value.entries()) {
    const read = vector.safeParse(each);
    if (!read.success) {
      const at = `[${index}]${nameOf(each)}`;
      return refuse('vectors.not_a_vector', { at, problem: problemOf(read.error) });
    }
    vectors.push(read.data);
  }
  return accept(vectors);
}

/** The first fault of a value, with the path to it: `given.endingAR: expected …`. */
export function problemOf(error: z.ZodError): string {
  const first = error.issues[0];
  if (first === undefined) return error.message;
  const path = first.path.map(String).join('.');
  return path === '' ? first.message : `${path}: ${first.message}`;
}

function parseJson(text: string): Outcome<unknown, 'vectors.not_json'> {
  const json = text.replace(/^\uFEFF/u, '');
  try {
    return accept(JSON.parse(json));
  } catch {
    const at = faultAt(json);
    const before = json.slice(0, at);
    const line = before.split('\n').length;
    const column = at - before.lastIndexOf('\n');
    const found = json.slice(at, at + 12).split('\n')[0] ?? '';
    const problem = at === json.length ? 'the file ends too early' : `unexpected ${found}`;
    return refuse('vectors.not_json', { line, column, problem });
  }
}

function nameOf(each: unknown): string {
  const named = z.object({ id: z.string() }).safeParse(each);
  return named.success ? ` (${named.data.id})` : '';
}
