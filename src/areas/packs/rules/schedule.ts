/**
 * A schedule of a pack: what it sends, when, to whom, and whose it is.
 *
 *   active ⇄ paused ──▶ retired
 *
 * The rule a newcomer would break: who is named is not yet who receives; that is decided when an
 * issue is made, by what each reader may see on that day (readers.ts).
 */
import { type Day, plusMonths } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Language } from '#kernel/words.ts';
import type { Rhythm } from './rhythm.ts';

export const scheduleStates = ['active', 'paused', 'retired'] as const;
export type ScheduleState = (typeof scheduleStates)[number];

export type Recipient =
  | { readonly kind: 'member'; readonly memberId: Id }
  | { readonly kind: 'role'; readonly role: string }
  | {
      readonly kind: 'address';
      readonly name: string;
      readonly address: string;
      readonly language: Language;
    };

export type SchedulePlan = {
  readonly kind: string;
  readonly name: string;
  readonly ownerId: Id;
  readonly rhythm: Rhythm;
  readonly recipients: readonly Recipient[];
  readonly settings: Readonly<Record<string, string>>;
  readonly reviewOn: Day;
};

export type ScheduleRefusal =
  | 'packs.no_such_kind'
  | 'packs.nobody_named'
  | 'packs.too_many_named'
  | 'packs.review_too_far'
  | 'packs.review_passed'
  | 'packs.owner_may_not';

const mostRecipients = 200;
/** A report that nobody asked about for so long is read by nobody. */
const longestMonths = 24;

/** Is the plan one that can be kept? */
export function acceptPlan(
  plan: SchedulePlan,
  { kinds, today }: { readonly kinds: readonly string[]; readonly today: Day },
): Outcome<SchedulePlan, ScheduleRefusal> {
  if (!kinds.includes(plan.kind)) return refuse('packs.no_such_kind', { kind: plan.kind });
  if (plan.recipients.length === 0) return refuse('packs.nobody_named');
  if (plan.recipients.length > mostRecipients) {
    return refuse('packs.too_many_named', { most: mostRecipients });
  }
  const latest = plusMonths(today, longestMonths);
  if (plan.reviewOn < today) return refuse('packs.review_passed', { on: plan.reviewOn });
  if (plan.reviewOn > latest) return refuse('packs.review_too_far', { on: plan.reviewOn, latest });
  return accept(plan);
}

/** May the schedule go from one state to the other? What is retired stays so. */
export function acceptState(
  from: ScheduleState,
  to: ScheduleState,
): Outcome<ScheduleState, 'packs.schedule_retired'> {
  return from === 'retired' && to !== 'retired' ? refuse('packs.schedule_retired') : accept(to);
}

/** The recipients with a member added to them, or taken from them. */
export function subscribed(
  recipients: readonly Recipient[],
  memberId: Id,
  wanted: boolean,
): Recipient[] {
  const others = recipients.filter((each) => each.kind !== 'member' || each.memberId !== memberId);
  return wanted ? [...others, { kind: 'member', memberId }] : others;
}
