/** Reasons as they cross the wire: days are written as people write them. */
import type { WireReason } from '../contract.ts';
import { toDay } from '../rules/days.ts';
import type { Reason } from '../rules/reasons.ts';

export function wireReasons(reasons: readonly Reason[]): WireReason[] {
  return reasons.map(({ on, ...reason }) => ({
    ...reason,
    ...(on === undefined ? {} : { on: toDay(on) }),
  }));
}
