/**
 * An escalation: a collector asks somebody who can do more, with everything one must know.
 *
 *   open ──answered──▶ answered ──who asked has read it──▶ closed
 *    └──who asked thought better──▶ withdrawn
 *
 * The rule a newcomer would break: an answer ends nothing until it is back with who asked.
 */
import type { Id } from '#kernel/ids.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';

export const desks = ['manager', 'sales', 'controller'] as const;
export type EscalationDesk = (typeof desks)[number];

export const escalationStates = ['open', 'answered', 'closed', 'withdrawn'] as const;
export type EscalationState = (typeof escalationStates)[number];

export type EscalationActs = {
  readonly answered: boolean;
  readonly withdrawn: boolean;
  readonly read: boolean;
};

export function escalationState({ answered, withdrawn, read }: EscalationActs): EscalationState {
  if (withdrawn) return 'withdrawn';
  if (read) return 'closed';
  return answered ? 'answered' : 'open';
}

/** Business days until an answer is due, and until who asked has read it. */
export const answerDays = 2;
export const readDays = 1;

export type EscalationAct = 'answered' | 'withdrawn' | 'read';

export type ActRefusal =
  | 'escalations.not_open'
  | 'escalations.not_answered'
  | 'escalations.not_yours';

type Standing = {
  readonly state: EscalationState;
  readonly askedBy: Id;
  readonly toMember: Id;
};

/** Whose turn it is: who was asked answers, who asked takes back or reads. */
export function acceptAct(
  { state, askedBy, toMember }: Standing,
  what: EscalationAct,
  memberId: Id,
): Outcome<EscalationAct, ActRefusal> {
  const wanted = what === 'read' ? 'answered' : 'open';
  const turn = what === 'answered' ? toMember : askedBy;
  if (memberId !== turn) return refuse('escalations.not_yours');
  if (state === wanted) return accept(what);
  return refuse(what === 'read' ? 'escalations.not_answered' : 'escalations.not_open', { state });
}

type Person = {
  readonly memberId: Id;
  readonly roles: readonly string[];
};

export type AddresseeRefusal = 'escalations.name_somebody' | 'escalations.not_to_oneself';

/**
 * Who is asked: who was named, else the one person with the role of the desk. Sales has no role
 * here, so somebody is named; so is one of several managers.
 */
export function addressee<P extends Person>(
  { desk, named, asker }: { desk: EscalationDesk; named: Id | null; asker: Id | null },
  people: readonly P[],
): Outcome<P, AddresseeRefusal> {
  if (named !== null && named === asker) return refuse('escalations.not_to_oneself');
  const fit = people.filter(({ memberId, roles }) =>
    named === null ? memberId !== asker && roles.includes(desk) : memberId === named,
  );
  const [only, ...others] = fit;
  return only && others.length === 0 ? accept(only) : refuse('escalations.name_somebody');
}
