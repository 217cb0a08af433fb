/**
 * A sweep: the small rests of a company given up together, by its policy.
 *
 *   listed ──within one's authority──▶ written off, each with its own entry
 *     └──asked for, granted by another──▶ written off
 *
 * The rule a newcomer would break: what is disputed, held or in a plan is nobody's small
 * balance, however small; and the list is read again when it is carried out.
 */
import { type Day, plusDays } from '#kernel/day.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

/** In this order: the first that holds is told. */
export const leftOutReasons = ['disputed', 'held', 'on_plan'] as const;
export type LeftOut = (typeof leftOutReasons)[number];

export type Standing = Readonly<Record<LeftOut, boolean>>;

/** Why a small rest stays; undefined when it may go. */
export function leftOut(standing: Standing): LeftOut | undefined {
  return leftOutReasons.find((reason) => standing[reason]);
}

/** The last due day that counts today. */
export function lastCutOff(today: Day, days: number): Day {
  return plusDays(today, -days);
}

export type SweepRefusal =
  | 'write_offs.cut_off_too_late'
  | 'write_offs.nothing_small'
  | 'write_offs.list_changed';

/** May what is listed now go, when `expected` were listed before the person's eyes? */
export function acceptSweep(
  listed: { readonly cutOff: Day; readonly count: number },
  expected: number,
  last: Day,
): Outcome<null, SweepRefusal> {
  if (listed.cutOff > last) return refuse('write_offs.cut_off_too_late', { last });
  if (listed.count === 0) return refuse('write_offs.nothing_small');
  if (listed.count !== expected) {
    return refuse('write_offs.list_changed', { now: listed.count, seen: expected });
  }
  return accept(null);
}
