/**
 * One operation that vectors call: its name, what it takes and the rule it runs.
 *
 * The given values come from outside and are read by a schema here; the rule behind gets
 * Money and Day, as it does everywhere else.
 */
import { type z } from 'zod';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { problemOf } from './vector.ts';

/** What an op answers, as JSON. */
export type Answer = Readonly<Record<string, unknown>>;

export type OpRefusal = 'vectors.given_unreadable' | 'vectors.refused';

export type Op = {
  readonly name: string;
  /** Keys of the answer that are journal entries, whose lines have no order. */
  readonly entries: readonly string[];
  run(given: unknown): Outcome<Answer, OpRefusal>;
};

/** An op whose rule always has an answer. */
export function op<Given extends z.ZodType>(
  name: string,
  given: Given,
  answer: (given: z.output<Given>) => Answer,
): Op {
  return judgingOp(name, given, (values) => accept(answer(values)));
}

/** An op whose rule may refuse; a refusal is a failure that carries the rule's name for it. */
export function judgingOp<Given extends z.ZodType>(
  name: string,
  given: Given,
  answer: (given: z.output<Given>) => Outcome<Answer>,
  entries: readonly string[] = [],
): Op {
  return {
    name,
    entries,
    run(raw) {
      const read = given.safeParse(withoutNulls(raw));
      if (!read.success) {
        return refuse('vectors.given_unreadable', { problem: problemOf(read.error) });
      }
      const outcome = answer(read.data);
      if (outcome.ok) return outcome;
      return refuse('vectors.refused', { problem: JSON.stringify(outcome) });
    },
  };
}

/** A given value that is null is a value that is not given. */
function withoutNulls(given: unknown): unknown {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return given;
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
}
