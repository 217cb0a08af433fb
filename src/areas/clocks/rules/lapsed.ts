/**
 * The deadline of a request for approval: nobody decided until its last day, so whoever asked
 * goes on as if it had been refused.
 */
import { type Id, parseId } from '#kernel/ids.ts';

/** The request whose last day passed, as a passed clock tells it; undefined for other clocks. */
export function lapsedRequest(payload: Readonly<Record<string, unknown>>): Id | undefined {
  const { kind, key } = payload;
  if (kind !== 'approval_expiry' || typeof key !== 'string') return undefined;
  return parseId(key.split('/')[1] ?? '');
}
