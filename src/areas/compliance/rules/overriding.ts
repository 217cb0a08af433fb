/**
 * What a manager may set aside with a reason: the firm's own hours and counts, and nothing else.
 * No reason outweighs a law, a stay, what the person said, or what is not known.
 */
import type { Reason } from './decide-contact.ts';

const own: ReadonlySet<string> = new Set(['POLICY-B2B', 'POLICY-CONSUMER']);

/** True when something blocks and all of it is the firm's own policy. */
export function mayOverride(reasons: readonly Reason[]): boolean {
  return reasons.length > 0 && reasons.every(({ pack }) => pack !== null && own.has(pack));
}
