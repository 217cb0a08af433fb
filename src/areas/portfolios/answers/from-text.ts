/** Rules and filters as somebody wrote them in a file or on a command line. */
import { z } from 'zod';
import { type WireFilter, type WireRule, accountFilter, assignmentRule } from '../contract.ts';

/** A rule of a file names its people by their e-mail addresses. */
const writtenRule = assignmentRule.extend({
  give: z.object({
    to: assignmentRule.shape.give.shape.to,
    members: z.array(z.string()).default([]),
  }),
});

type Problem = { readonly problem: string };
export type WrittenRule = Omit<WireRule, 'give'> & {
  readonly give: { readonly to: WireRule['give']['to']; readonly members: readonly string[] };
};

/** The rules, or what is wrong with them and where. */
export function rulesFrom(value: unknown): { readonly rules: readonly WrittenRule[] } | Problem {
  const parsed = z.array(writtenRule).safeParse(value);
  return parsed.success ? { rules: parsed.data } : { problem: z.prettifyError(parsed.error) };
}

/** The filter, or what is wrong with it. */
export function filterFrom(value: unknown): { readonly filter: WireFilter } | Problem {
  const parsed = accountFilter.safeParse(value);
  return parsed.success ? { filter: parsed.data } : { problem: z.prettifyError(parsed.error) };
}
