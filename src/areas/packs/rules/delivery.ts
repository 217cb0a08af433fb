/**
 * A reader's mail on its way, and a period that could not be made.
 *
 *   queued ──▶ attempted ──▶ sent | failed
 *     ▲            ├─ not now ──▶ queued again, later
 *     │            └─ no word ──▶ unknown ──a person says it did not arrive──┐
 *     └───────────────────────────────────────────────────────────────────────┘
 *
 * The rule a newcomer would break: what may have arrived is never sent again by itself.
 */
import type { Instant } from '#kernel/instant.ts';
import { plusMinutes } from '#kernel/local-time.ts';

export type DeliveryState = 'queued' | 'attempted' | 'sent' | 'failed' | 'unknown';

/** Minutes until the next try; after the last there is none. */
const pauses = [2, 10, 60, 240, 720];

/** When it is tried again after so many attempts; null: not by itself. */
export function againAt(attempts: number, now: Instant): Instant | null {
  const pause = pauses[attempts - 1];
  return pause === undefined ? null : plusMinutes(now, pause);
}
