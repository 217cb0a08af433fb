/**
 * Does an answer meet what a vector expects?
 *
 * Every key that is expected must be there and be equal, all the way down; further keys of
 * the answer are free. Lists are equal in order, except under the keys an op names.
 */
import { isDeepStrictEqual } from 'node:util';
import { type Answer } from './op.ts';

/** The differences, one sentence a key; none when the answer meets the expectation. */
export function differences(
  answer: Answer,
  expected: Readonly<Record<string, unknown>>,
  anyOrder: readonly string[],
): string[] {
  return Object.entries(expected).flatMap(([key, wanted]) => {
    const found = Object.hasOwn(answer, key) ? answer[key] : undefined;
    const equal = anyOrder.includes(key)
      ? sameSet(found, wanted)
      : isDeepStrictEqual(found, wanted);
    return equal ? [] : [`${key} is ${text(found)}, expected ${text(wanted)}`];
  });
}

/** The same elements as often, in any order. */
function sameSet(found: unknown, wanted: unknown): boolean {
  if (!Array.isArray(found) || !Array.isArray(wanted)) return isDeepStrictEqual(found, wanted);
  const left: unknown[] = [...found];
  for (const each of wanted) {
    const at = left.findIndex((other) => isDeepStrictEqual(other, each));
    if (at === -1) return false;
    left.splice(at, 1);
  }
  return left.length === 0;
}

function text(value: unknown): string {
  return value === undefined ? 'missing' : JSON.stringify(value);
}
