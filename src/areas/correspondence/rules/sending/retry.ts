/**
 * When a message that certainly did not go out is tried again.
 *
 * Only what is certain is repeated: a refusal that may pass, or a server that nobody reached.
 * The rule: an unknown outcome is not a failure and never comes here.
 */
import type { Instant } from '#kernel/instant.ts';
import { plusMinutes } from '#kernel/local-time.ts';

/** Minutes after the first, second … failure: over a day, as RFC 5321 §4.5.4.1 advises. */
const pauses = [1, 5, 15, 60, 240, 480, 720] as const;

/** When to try again after so many attempts; null when it was tried often enough. */
export function nextTry(attempts: number, at: Instant): Instant | null {
  const minutes = pauses[attempts - 1];
  return minutes === undefined ? null : plusMinutes(at, minutes);
}
