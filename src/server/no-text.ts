/**
 * Strings that are no text: with the character zero, or half of a character. The database
 * cannot hold them, so they are turned away at the door like any other unreadable request.
 */
import { refuse } from '#kernel/outcome.ts';
import { RefusedRequest } from './errors.ts';

/** Is there such a string anywhere in what was sent? */
export function holdsNoText(sent: unknown): boolean {
  if (typeof sent === 'string') return sent.includes('\0') || !sent.isWellFormed();
  if (typeof sent !== 'object' || sent === null) return false;
  return Object.entries(sent).some(([name, value]) => holdsNoText(name) || holdsNoText(value));
}

/** The refusal of what cannot be read; names the field where one is to blame. */
export function notUnderstood(field = '', message = 'this is no text'): RefusedRequest {
  return new RefusedRequest(refuse('request.not_understood'), [{ field, message }]);
}
