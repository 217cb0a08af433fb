/**
 * The life of a case: whose turn it is, and what may follow.
 *
 *   open ──▶ with owner ──▶ with customer ──▶ decided ──▶ closed
 *    ▲  ◀─an answer came──┘  ◀──────────────┘   │          │
 *    └──────────what was asked for is refused───┘◀─reopened┘
 *
 * The rule a newcomer would break: a case ends only by a decision or because the items that it
 * contests are paid; that everybody is silent ends nothing.
 */
import type { Day } from '#kernel/day.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

export const caseStates = ['open', 'with_owner', 'with_customer', 'decided', 'closed'] as const;
export type CaseState = (typeof caseStates)[number];

export const decisions = ['credit', 'rebill', 'reject', 'write_off'] as const;
export type Decision = (typeof decisions)[number];

/** What one does to a case, beside deciding what is owed. */
export const caseMoves = ['ask_owner', 'ask_customer', 'take_back', 'reopen'] as const;
export type CaseMove = (typeof caseMoves)[number];

/** A case as far as moving it depends on it. */
export type Standing = {
  readonly state: CaseState;
  /** Somebody of the desk or outside is named who must find out. */
  readonly owned: boolean;
};

export type MoveRefusal = 'dispute.closed' | 'dispute.decided' | 'dispute.no_owner';

const becomes: Readonly<Record<CaseMove, CaseState>> = {
  ask_owner: 'with_owner',
  ask_customer: 'with_customer',
  take_back: 'open',
  reopen: 'open',
};

/** The state after a move; what waits for an approval, or has ended, is reopened first. */
export function moved(move: CaseMove, { state, owned }: Standing): Outcome<CaseState, MoveRefusal> {
  if (move === 'reopen') {
    return state === 'closed' ? accept('open') : refuse('dispute.decided', { state });
  }
  if (state === 'closed') return refuse('dispute.closed');
  if (state === 'decided') return refuse('dispute.decided', { state });
  if (move === 'ask_owner' && !owned) return refuse('dispute.no_owner');
  return accept(becomes[move]);
}

/** May what is owed be decided now? */
export function mayDecide({ state }: Pick<Standing, 'state'>): Outcome<true, MoveRefusal> {
  if (state === 'closed') return refuse('dispute.closed');
  return state === 'decided' ? refuse('dispute.decided', { state }) : accept(true);
}

export type Timing = {
  readonly state: CaseState;
  readonly openedOn: Day;
  readonly answerBy: Day | null;
};

/** How the day to answer stands: nothing waits once it is decided. */
export type Pace = 'none' | 'in_time' | 'due' | 'late';

export function paceOf({ state, answerBy }: Timing, today: Day): Pace {
  if (answerBy === null || state === 'decided' || state === 'closed') return 'none';
  if (answerBy < today) return 'late';
  return answerBy === today ? 'due' : 'in_time';
}
