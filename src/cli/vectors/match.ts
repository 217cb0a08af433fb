/**
 * Does an answer meet what a vector expects?
 *
 * Every key that is expected must be there and be equal, all the way down; further keys of
 * the answer are free. Lists are equal in order; a journal entry is the same when it debits and
 * credits each account with the same sums.
 */
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { amount } from './fields.ts';
import { type Answer } from './op.ts';

/** The differences, one sentence a key; none when the answer meets the expectation. */
export function differences(
  answer: Answer,
  expected: Readonly<Record<string, unknown>>,
  entries: readonly string[],
): string[] {
  return Object.entries(expected).flatMap(([key, wanted]) => {
    const found = Object.hasOwn(answer, key) ? answer[key] : undefined;
    const isEqual = entries.includes(key)
      ? isDeepStrictEqual(sumsOf(found), sumsOf(wanted))
      : isDeepStrictEqual(found, wanted);
    return isEqual ? [] : [`${key} is ${text(found)}, expected ${text(wanted)}`];
  });
}

const entry = z.array(z.strictObject({ account: z.string(), side: z.string(), amount }));

/** What each side of each account comes to; anything but an entry stays what it is. */
function sumsOf(value: unknown): unknown {
  const read = entry.safeParse(value);
  if (!read.success) return value;
  const sums = new Map<string, bigint>();
  for (const { account, side, amount: posted } of read.data) {
    const place = `${side} ${account}`;
    sums.set(place, (sums.get(place) ?? 0n) + posted.minor);
  }
  return sums;
}

function text(value: unknown): string {
  return value === undefined ? 'missing' : JSON.stringify(value);
}
