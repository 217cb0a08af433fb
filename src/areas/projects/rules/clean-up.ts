/**
 * A clean-up: a scope of findings, a target and a day. Its proof is what stood at the start,
 * frozen row by row, beside what stands now; nothing in between is taken on trust.
 */
import type { Day } from '#kernel/day.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

export type Target = {
  /** So many findings may be left. */
  readonly count: number;
  /** So much may be left, in minor units of the company's currency; null: any amount. */
  readonly amount: bigint | null;
  readonly dueOn: Day;
};

export type Standing = { readonly count: number; readonly amount: bigint };

export type CleanUpRefusal =
  | 'project.day_has_passed'
  | 'project.nothing_to_clean'
  | 'project.target_met_already';

/** May it be started, with so much to clean? */
export function acceptStart(
  target: Target,
  now: Standing,
  today: Day,
): Outcome<Target, CleanUpRefusal> {
  if (target.dueOn < today) return refuse('project.day_has_passed', { dueOn: target.dueOn, today });
  if (now.count === 0) return refuse('project.nothing_to_clean');
  if (isMet(target, now)) return refuse('project.target_met_already', { count: now.count });
  return accept(target);
}

export function isMet(target: Target, { count, amount }: Standing): boolean {
  return count <= target.count && (target.amount === null || amount <= target.amount);
}
