/**
 * Acting on all that a filter shows: what was looked at must be what is acted on.
 *
 * Whoever acts on a whole list says how many it had; when others have worked on it meanwhile,
 * the answer is a no and another look.
 */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

export type ChoosingRefusal = 'finding.other_count' | 'finding.no_such_finding';

/** `expected` is null when each one was named. */
export function acceptChoice(
  count: number,
  expected: number | null,
): Outcome<number, ChoosingRefusal> {
  if (expected !== null && expected !== count) {
    return refuse('finding.other_count', { expected, count });
  }
  return count === 0 ? refuse('finding.no_such_finding') : accept(count);
}
