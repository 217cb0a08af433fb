/**
 * A complaint: what a customer says we did wrong, acknowledged and answered in time.
 *
 *   received ──▶ acknowledged ──▶ investigating ──▶ answered ──▶ closed
 *                                       ▲                          │
 *                                       └────────reopened──────────┘
 *
 * The rule a newcomer would break: an answer says the root cause, and only what was answered is
 * closed. A dispute is about an amount; a complaint is about how we treated somebody.
 */
import type { Day } from '#kernel/day.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { type BusinessCalendar, plusBusinessDays } from '#areas/team/rules/calendar.ts';

export const complaintClasses = [
  'conduct',
  'billing',
  'payment',
  'service',
  'privacy',
  'regulator',
  'other',
] as const;
export type ComplaintClass = (typeof complaintClasses)[number];

export const severities = ['low', 'medium', 'high'] as const;
export type Severity = (typeof severities)[number];

export const channels = ['email', 'phone', 'letter', 'in_person', 'regulator'] as const;
export type ComplaintChannel = (typeof channels)[number];

export const complaintStates = [
  'received',
  'acknowledged',
  'investigating',
  'answered',
  'closed',
] as const;
export type ComplaintState = (typeof complaintStates)[number];

export const complaintSteps = ['acknowledge', 'investigate', 'answer', 'close', 'reopen'] as const;
export type ComplaintStep = (typeof complaintSteps)[number];

export type StepRefusal = 'complaint.not_now' | 'complaint.cause_missing';

const from: Readonly<Record<ComplaintStep, readonly ComplaintState[]>> = {
  acknowledge: ['received'],
  investigate: ['received', 'acknowledged'],
  answer: ['received', 'acknowledged', 'investigating'],
  close: ['answered'],
  reopen: ['answered', 'closed'],
};

const to: Readonly<Record<ComplaintStep, ComplaintState>> = {
  acknowledge: 'acknowledged',
  investigate: 'investigating',
  answer: 'answered',
  close: 'closed',
  reopen: 'investigating',
};

/** The state after a step; an answer without its cause is none. */
export function stepped(
  step: ComplaintStep,
  state: ComplaintState,
  cause: string | null,
): Outcome<ComplaintState, StepRefusal> {
  if (!from[step].includes(state)) return refuse('complaint.not_now', { step, state });
  if (step === 'answer' && cause === null) return refuse('complaint.cause_missing');
  return accept(to[step]);
}

/** The steps that a complaint in this state can take. */
export function stepsFrom(state: ComplaintState): readonly ComplaintStep[] {
  return complaintSteps.filter((step) => from[step].includes(state));
}

type Days = {
  readonly acknowledgeBy: Day;
  readonly acknowledgedOn: Day | null;
  readonly answerBy: Day;
  readonly answeredOn: Day | null;
};

/** A day to acknowledge or to answer passed. */
export function isLate(days: Days, today: Day): boolean {
  return (
    (days.acknowledgedOn === null && days.acknowledgeBy < today) ||
    (days.answeredOn === null && days.answerBy < today)
  );
}

/** Business days to acknowledge and to answer: policy of the desk, by class. */
const days: Readonly<Record<ComplaintClass, readonly [acknowledge: number, answer: number]>> = {
  conduct: [1, 10],
  billing: [2, 10],
  payment: [2, 10],
  service: [2, 15],
  privacy: [1, 10],
  // A regulator’s portal expects a response within 15 calendar days.
  regulator: [1, 9],
  other: [2, 15],
};

/** What is severe is answered in half the days. */
export function complaintDays(
  { class: of, severity }: { readonly class: ComplaintClass; readonly severity: Severity },
  receivedOn: Day,
  calendar: BusinessCalendar,
): { acknowledgeBy: Day; answerBy: Day } {
  const [acknowledge, answer] = days[of];
  const sooner = severity === 'high' ? Math.ceil(answer / 2) : answer;
  return {
    acknowledgeBy: plusBusinessDays(receivedOn, acknowledge, calendar),
    answerBy: plusBusinessDays(receivedOn, sooner, calendar),
  };
}
