/**
 * Is what a message says still so, just before it goes?
 *
 * What asks for money is not sent once less is open than it says, nor when it has waited so long
 * that it speaks of another day. An answer to the customer goes as it was written.
 */
import type { Instant } from '#kernel/instant.ts';
import { plusMinutes } from '#kernel/local-time.ts';
import { atLeast, isZero, type Money } from '#kernel/money.ts';
import type { MessagePurpose } from '../messages/message.ts';

export type Spoken = { readonly before: Money; readonly now: Money };

export type NoLonger = 'paid_since' | 'partly_paid_since' | 'stale';

const longestMinutes = 7 * 24 * 60;

/** Why it is not true any more; undefined while it is. */
export function noLongerTrue(
  purpose: MessagePurpose,
  items: readonly Spoken[],
  written: Instant,
  at: Instant,
): NoLonger | undefined {
  if (purpose !== 'collect' && purpose !== 'notice') return undefined;
  if (items.length > 0 && items.every(({ now }) => isZero(now))) return 'paid_since';
  if (items.some(({ before, now }) => !atLeast(now, before))) return 'partly_paid_since';
  return at > plusMinutes(written, longestMinutes) ? 'stale' : undefined;
}
