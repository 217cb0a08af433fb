/**
 * The life of a version of a policy.
 *
 *   proposed ──examples pass──▶ tested ──second person──▶ approved ──a day comes──▶ published
 *      └──▶ rejected, withdrawn     └──▶ the same             └──▶ withdrawn          │
 *                                                              superseded, retired ◀──┘
 *
 * Who wrote a version never approves it, and nothing runs that is not published. A version is
 * never edited: a correction is the next version.
 */
import type { Day } from '#kernel/day.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

export const versionStates = [
  'proposed',
  'tested',
  'approved',
  'published',
  'superseded',
  'retired',
  'rejected',
  'withdrawn',
] as const;
export type VersionState = (typeof versionStates)[number];

export type ActKind =
  | 'tested'
  | 'simulated'
  | 'approved'
  | 'rejected'
  | 'published'
  | 'withdrawn'
  | 'retired';

/** One thing that was done with a version, oldest first in a list. */
export type Act = {
  readonly kind: ActKind;
  readonly effectiveOn: Day | null;
  /** Of `tested`: how many examples passed and failed. */
  readonly passed: number;
  readonly failed: number;
};

export type Standing = {
  readonly author: string;
  readonly hasExamples: boolean;
  readonly hasSimulation: boolean;
  readonly acts: readonly Act[];
};

export type LifeRefusal =
  | 'policies.already_decided'
  | 'policies.examples_fail'
  | 'policies.followed'
  | 'policies.in_force_already'
  | 'policies.not_approved'
  | 'policies.not_in_force'
  | 'policies.not_simulated'
  | 'policies.not_tested'
  | 'policies.own_version'
  | 'policies.starts_before_another'
  | 'policies.starts_in_the_past'
  | 'policies.withdrawn_already';

type May = Outcome<null, LifeRefusal>;

/** May this person approve or reject it? A rejection asks only for a second person. */
export function mayDecide(
  standing: Standing,
  wish: { readonly act: 'approved' | 'rejected'; readonly unseen: boolean; readonly by: string },
): May {
  const { acts, author } = standing;
  if (has(acts, 'approved') || has(acts, 'rejected')) return refuse('policies.already_decided');
  if (has(acts, 'withdrawn')) return refuse('policies.withdrawn_already');
  if (wish.by === author) return refuse('policies.own_version');
  if (wish.act === 'rejected') return accept(null);
  if (standing.hasExamples) {
    const tested = acts.findLast(({ kind }) => kind === 'tested');
    if (tested === undefined || tested.passed + tested.failed === 0) {
      return refuse('policies.not_tested');
    }
    if (tested.failed > 0) return refuse('policies.examples_fail', { failed: tested.failed });
  }
  if (standing.hasSimulation && !has(acts, 'simulated') && !wish.unseen) {
    return refuse('policies.not_simulated');
  }
  return accept(null);
}

/** May it come into force on this day? `later`: the first day of a version that starts later. */
export function mayPublish(
  { acts }: Standing,
  from: Day,
  { today, later }: { readonly today: Day; readonly later: Day | null },
): May {
  if (has(acts, 'withdrawn')) return refuse('policies.withdrawn_already');
  if (!has(acts, 'approved')) return refuse('policies.not_approved');
  if (has(acts, 'published')) return refuse('policies.already_decided');
  if (from < today) return refuse('policies.starts_in_the_past', { from, today });
  if (later !== null && later > from) {
    return refuse('policies.starts_before_another', { from, later });
  }
  return accept(null);
}

/** May it be taken back? Until the day on which it comes into force. */
export function mayWithdraw({ acts }: Standing, today: Day): May {
  if (has(acts, 'rejected')) return refuse('policies.already_decided');
  if (has(acts, 'withdrawn')) return refuse('policies.withdrawn_already');
  const from = firstDayOf(acts, 'published');
  if (from !== null && from <= today) {
    return refuse('policies.in_force_already', { from });
  }
  return accept(null);
}

/** Where a version stands on a day; `inForce` is the one of its document that is in force then. */
export function stateOf(
  { acts }: Pick<Standing, 'acts'>,
  version: number,
  { inForce, on }: { readonly inForce: number | null; readonly on: Day },
): VersionState {
  if (has(acts, 'withdrawn')) return 'withdrawn';
  if (has(acts, 'rejected')) return 'rejected';
  const from = firstDayOf(acts, 'published');
  if (from !== null) {
    if (from > on || version === inForce) return 'published';
    const end = firstDayOf(acts, 'retired');
    return end !== null && end <= on ? 'retired' : 'superseded';
  }
  if (has(acts, 'approved')) return 'approved';
  const tested = acts.findLast(({ kind }) => kind === 'tested');
  return tested !== undefined && tested.failed === 0 ? 'tested' : 'proposed';
}

function has(acts: readonly Act[], kind: ActKind): boolean {
  return acts.some((act) => act.kind === kind);
}

function firstDayOf(acts: readonly Act[], kind: 'published' | 'retired'): Day | null {
  return acts.find((act) => act.kind === kind)?.effectiveOn ?? null;
}
