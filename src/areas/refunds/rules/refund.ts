/**
 * A refund: money of the customer that we hold, on its way back.
 *
 *   requested ──approved by one or two──▶ approved ──released──▶ released ──in a file──▶ paid
 *    ├─ refused · withdrawn · failed       ▲                                  ├─▶ cleared
 *    └─ its credit is free again           └── tried again ◀── returned ◀─────┤
 *                                                              dormant ◀── stale
 *
 * The rule a newcomer would break: who asks, who approves and who releases are three people, at
 * any amount (rules of segregation: refund_request × refund_approval × refund_release); and who
 * wrote down where it goes is not who releases it (refund_release × bank_details_change).
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Check } from './findings.ts';

export const refundStates = [
  'requested',
  'approved',
  'released',
  'paid',
  'cleared',
  'returned',
  'stale',
  'dormant',
  'refused',
  'withdrawn',
  'failed',
  'ended',
] as const;
export type RefundState = (typeof refundStates)[number];

/** `state`: what nobody asked for is handed to the state, by a report and not by a file. */
export const refundMethods = ['card', 'ach', 'check', 'iban'] as const;
export type PayMethod = (typeof refundMethods)[number];
export type RefundMethod = PayMethod | 'state';

export const payees = ['customer', 'parent', 'state'] as const;
export type PayeeKind = (typeof payees)[number];

export type Hands = {
  readonly requestedBy: Id | null;
  readonly approvedBy: readonly Id[];
  /** Who entered the bank details that it goes to. */
  readonly detailsBy: Id | null;
};

export type RefundStanding = {
  readonly state: RefundState;
  /** Why it waits for a person, beside its state. */
  readonly held: Check | null;
  readonly hands: Hands;
};

export type ReleaseRefusal =
  | 'refunds.only_people_release'
  | 'refunds.not_approved'
  | 'refunds.held'
  | 'refunds.own_request'
  | 'refunds.own_approval'
  | 'refunds.own_destination';

/** May this person let the money go? The third pair of hands, in the order of the refusals. */
export function mayRelease(
  { state, held, hands }: RefundStanding,
  memberId: Id | null,
): Outcome<null, ReleaseRefusal> {
  if (memberId === null) return refuse('refunds.only_people_release');
  if (state !== 'approved') return refuse('refunds.not_approved', { state });
  if (held !== null) return refuse('refunds.held', { check: held });
  if (hands.requestedBy === memberId) return refuse('refunds.own_request');
  if (hands.approvedBy.includes(memberId)) return refuse('refunds.own_approval');
  if (hands.detailsBy === memberId) return refuse('refunds.own_destination');
  return accept(null);
}

export type FreeRefusal =
  | 'refunds.only_people_release'
  | 'refunds.not_held'
  | 'refunds.own_request'
  | 'refunds.bank_details_ended'
  | 'refunds.call_back_first';

/** The hold that this person may set aside: never who asked; a new account once called back. */
export function mayFree(
  { held, hands }: RefundStanding,
  memberId: Id | null,
  isCalledBack: boolean,
): Outcome<Check, FreeRefusal> {
  if (memberId === null) return refuse('refunds.only_people_release');
  if (held === null) return refuse('refunds.not_held');
  if (hands.requestedBy === memberId) return refuse('refunds.own_request');
  if (held === 'bank_ended') return refuse('refunds.bank_details_ended');
  if (held === 'bank_changed' && !isCalledBack) return refuse('refunds.call_back_first');
  return accept(held);
}

/** Which states lead to which by a person's or the bank's word. */
const leads: Readonly<Record<string, readonly RefundState[]>> = {
  withdrawn: ['requested', 'approved', 'released'],
  cleared: ['paid', 'stale'],
  returned: ['paid', 'stale', 'dormant'],
  stale: ['paid'],
  dormant: ['stale'],
  retried: ['returned'],
  ended: ['returned'],
  department: ['paid', 'stale', 'dormant', 'returned'],
};
export type Step =
  | 'withdrawn'
  | 'cleared'
  | 'returned'
  | 'stale'
  | 'dormant'
  | 'retried'
  | 'ended'
  | 'department';

/** Refuses a step that does not follow from where the refund stands. */
export function mayStep(
  { state }: Pick<RefundStanding, 'state'>,
  step: Step,
): Outcome<null, 'refunds.not_now'> {
  return leads[step]?.includes(state) === true
    ? accept(null)
    : refuse('refunds.not_now', { state });
}
