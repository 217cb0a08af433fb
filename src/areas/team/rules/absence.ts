/**
 * An absence: the days on which somebody is away, and what becomes of it.
 *
 *   planned ──its first day──▶ active ──its last day──▶ over ──acknowledged──▶ handed back
 *      └──called off──▶ cancelled  └──back early──▶ over
 *
 * The state follows from the day and from the facts; nobody sets it. The rule a newcomer would
 * break: the work comes back by the day alone, whether or not anybody acknowledges it.
 */
import { type Day, daysBetween, plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { accept, type Outcome, refuse } from '#kernel/outcome.ts';

export const absenceKinds = ['vacation', 'sick', 'training', 'leave', 'other'] as const;
export type AbsenceKind = (typeof absenceKinds)[number];

export const absenceStates = ['planned', 'active', 'over', 'handed_back', 'cancelled'] as const;
export type AbsenceState = (typeof absenceStates)[number];

/** The days somebody is away, the last one included. */
export type Away = { readonly memberId: Id; readonly from: Day; readonly last: Day };

export type AbsenceFacts = {
  readonly from: Day;
  /** The last day away as it was planned. */
  readonly to: Day;
  readonly cancelled: boolean;
  /** The last day away after all, when somebody was back early. */
  readonly endedOn: Day | null;
  readonly handedBack: boolean;
};

/** Longer than this is a change of owner, not an absence. */
export const longestAbsence = 366;

export type AbsenceRefusal =
  | 'team.absence_backwards'
  | 'team.absence_in_the_past'
  | 'team.absence_overlaps'
  | 'team.absence_too_long';

/** May these days be planned today? Another absence of the same person may not touch them. */
export function acceptDays(
  wish: Away,
  known: readonly Away[],
  today: Day,
): Outcome<true, AbsenceRefusal> {
  const { from, last } = wish;
  if (last < from) return refuse('team.absence_backwards', { from, last });
  if (last < today) return refuse('team.absence_in_the_past', { last });
  if (daysBetween(from, last) >= longestAbsence) {
    return refuse('team.absence_too_long', { days: longestAbsence });
  }
  const other = known.find((each) => each.memberId === wish.memberId && overlaps(each, wish));
  return other
    ? refuse('team.absence_overlaps', { from: other.from, last: other.last })
    : accept(true);
}

/** Do two spans share a day? */
export function overlaps(
  one: Pick<Away, 'from' | 'last'>,
  other: Pick<Away, 'from' | 'last'>,
): boolean {
  return one.from <= other.last && other.from <= one.last;
}

export function absenceState(facts: AbsenceFacts, today: Day): AbsenceState {
  if (facts.cancelled) return 'cancelled';
  if (facts.handedBack) return 'handed_back';
  if (today < facts.from) return 'planned';
  return today <= (facts.endedOn ?? facts.to) ? 'active' : 'over';
}

export type AbsenceEndRefusal = 'team.absence_not_planned' | 'team.absence_not_active';

/** Only what has not begun is called off; what has begun ends early instead. */
export function acceptCancel(facts: AbsenceFacts, today: Day): Outcome<true, AbsenceEndRefusal> {
  const state = absenceState(facts, today);
  return state === 'planned' ? accept(true) : refuse('team.absence_not_planned', { state });
}

/**
 * The last day away when somebody is back today: yesterday. Who comes back on the very first
 * day was not away after all, which is told by `null`.
 */
export function acceptBackEarly(
  facts: AbsenceFacts,
  today: Day,
): Outcome<{ lastOn: Day | null }, AbsenceEndRefusal> {
  const state = absenceState(facts, today);
  if (state !== 'active') return refuse('team.absence_not_active', { state });
  return accept({ lastOn: today === facts.from ? null : plusDays(today, -1) });
}

/** Taking the work back is acknowledged once it has come back. */
export function acceptHandBack(
  facts: AbsenceFacts,
  today: Day,
): Outcome<true, 'team.absence_not_over'> {
  const state = absenceState(facts, today);
  return state === 'over' ? accept(true) : refuse('team.absence_not_over', { state });
}
