/**
 * Which step comes next: the first that was not done of those whose conditions hold, once the
 * debt is late enough and the customer was left alone for long enough.
 *
 *   done: l1 ──▶ next: l2, though the debt be late enough for l3: no level is skipped
 *
 * An event that a branch names lets the next step come before its day, up to the step that the
 * branch goes to; it never lets a step be left out.
 */
import { type Day, later, plusDays } from '#kernel/day.ts';
import type { AccountFacts, DoneStep } from './account-facts.ts';
import { meetsAll } from './condition.ts';
import type { Why } from './decision.ts';
import { type Step, type StrategyDocument, isNotice } from './document.ts';

/** Steps for what is past due; those before the due day are reminders and no levels. */
export function ladderOf({ steps }: StrategyDocument): readonly Step[] {
  return steps.filter(({ days }) => days > 0);
}

export function remindersOf({ steps }: StrategyDocument): readonly Step[] {
  return steps.filter(({ days }) => days <= 0);
}

/** The place on the ladder of a step that was done; −1 for a reminder. */
export function rankOf(ladder: readonly Step[], done: DoneStep): number {
  const known = ladder.findIndex(({ key }) => key === done.step);
  if (known !== -1 || done.days <= 0) return known;
  return ladder.findLastIndex(({ days }) => days <= done.days);
}

export type Reached = {
  readonly rank: number;
  /** Null when no step was done yet. */
  readonly last: DoneStep | null;
};

/** How far up the ladder done steps lead, and the latest of them. */
export function reachedBy(ladder: readonly Step[], done: readonly DoneStep[]): Reached {
  let reached: Reached = { rank: -1, last: null };
  for (const each of done) {
    const rank = rankOf(ladder, each);
    if (rank === -1) continue;
    const last = reached.last === null || each.on > reached.last.on ? each : reached.last;
    reached = { rank: Math.max(rank, reached.rank), last };
  }
  return reached;
}

export type Candidate = { readonly step: Step; readonly rank: number };

/** The first step above the rank whose conditions hold. */
export function candidateAbove(
  ladder: readonly Step[],
  rank: number,
  facts: AccountFacts,
  on: Day,
): Candidate | undefined {
  const found = ladder.findIndex(
    ({ when }, index) => index > rank && (when.length === 0 || meetsAll(when, facts, on)),
  );
  const step = ladder[found];
  return step && { step, rank: found };
}

/** Why the step must wait; undefined when its day has come for a debt of that due day. */
export function mustWait(
  document: StrategyDocument,
  { step, rank }: Candidate,
  {
    facts,
    dueOn,
    last,
    on,
  }: {
    readonly facts: AccountFacts;
    readonly dueOn: Day;
    readonly last: DoneStep | null;
    readonly on: Day;
  },
): Why | undefined {
  const lateOn = plusDays(dueOn, step.days);
  if (lateOn > on && rank > hurriedTo(document, facts, dueOn, on)) {
    return { code: 'not_late_enough', facts: { step: step.key, on: lateOn } };
  }
  const until = quietUntil(document, step, facts, last);
  return until !== null && until > on
    ? { code: 'waiting', facts: { step: step.key, on: until } }
    : undefined;
}

/** The first day on which the step may follow what went before; null when nothing did. */
export function quietUntil(
  document: StrategyDocument,
  step: Step,
  { lastNoticeOn }: AccountFacts,
  last: DoneStep | null,
): Day | null {
  const notice = isNotice(step) ? lastNoticeOn : null;
  const before = last === null ? notice : notice === null ? last.on : later(last.on, notice);
  return before && plusDays(before, step.waitDays ?? document.betweenNotices);
}

/** The rank up to which steps need not wait for their day, because of what happened. */
function hurriedTo(
  document: StrategyDocument,
  { events }: AccountFacts,
  dueOn: Day,
  on: Day,
): number {
  if (document.branches.length === 0 || events.length === 0) return -1;
  const ladder = ladderOf(document);
  const ranks = document.branches
    .filter((branch) =>
      events.some((each) => each.event === branch.on && each.on >= dueOn && each.on <= on),
    )
    .map(({ goTo }) => ladder.findIndex(({ key }) => key === goTo));
  return Math.max(-1, ...ranks);
}
