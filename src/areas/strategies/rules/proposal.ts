/**
 * The life of a proposed step, and what a new decision means for the steps of its account.
 *
 *   proposed ──approve──▶ approved ──▶ queued ──▶ done        (the level advances only here)
 *      │ ▲ └─hold─▶ held      │           └──────▶ failed ──▶ proposed again by a person
 *      │ └─────── blocked ◀───┘ the gate said no; asked again when it said
 *      ├──reject──▶ rejected   ends the step for this stretch of dunning
 *      └──────────▶ withdrawn  paid, promised, contested since; comes back when it is due again
 *
 * A step is proposed once an account, stretch of dunning and step: the same row lives through
 * all of this, so that no run can make a second one.
 */
import { type StepDecision, type WrittenStep, readDecision } from './decision.ts';

export const proposalStates = [
  'proposed',
  'approved',
  'held',
  'rejected',
  'blocked',
  'queued',
  'done',
  'failed',
  'withdrawn',
] as const;
export type ProposalState = (typeof proposalStates)[number];

/** Nothing was said to anybody yet, so that it can still be withdrawn without a trace outside. */
const unsaid: readonly ProposalState[] = ['proposed', 'approved', 'held', 'blocked', 'failed'];

export type Proposal = {
  readonly episode: string;
  readonly step: string;
  readonly act: string;
  readonly state: ProposalState;
  readonly currency: string;
  readonly amount: bigint;
};

export type Move =
  | { readonly kind: 'propose' }
  /** It stays what it is, for another amount perhaps. */
  | { readonly kind: 'refresh' }
  | { readonly kind: 'propose_again' }
  | { readonly kind: 'leave' }
  | { readonly kind: 'withdraw' };

/** What becomes of the step that was decided, when there is a row of its key already. */
export function moveOf(decision: StepDecision, before: Proposal | undefined): Move {
  if (before === undefined) return { kind: 'propose' };
  if (before.state === 'withdrawn') return { kind: 'propose_again' };
  if (!unsaid.includes(before.state)) return { kind: 'leave' };
  const { currency, amount } = headline(decision);
  const same =
    before.currency === currency && before.amount === amount && before.act === decision.act;
  if (same) return { kind: 'leave' };
  const dearer = before.currency !== currency || amount > before.amount;
  if (before.state === 'approved' && decision.needsApproval && dearer) {
    // Somebody approved less than what is asked for now.
    return { kind: 'propose_again' };
  }
  return { kind: 'refresh' };
}

/** Steps that a decision no longer speaks of: what was said already takes its own course. */
export function isWithdrawn(before: Proposal, decision: StepDecision | null): boolean {
  const calls = before.act === 'call' && before.state === 'queued';
  if (!unsaid.includes(before.state) && !calls) return false;
  return decision === null || decision.episode !== before.episode || decision.step !== before.step;
}

/** The amount by which a proposal is listed: that of its first currency. */
export function headline({ asks }: StepDecision): { currency: string; amount: bigint } {
  const [first] = asks;
  return { currency: first?.currency ?? '', amount: first?.total ?? 0n };
}

/** The key under which a step's message is queued: the same key twice is the same message. */
export function messageKey(
  accountId: string,
  { episode, step }: Pick<Proposal, 'episode' | 'step'>,
) {
  return `strategy/${accountId}/${episode}/${step}`;
}

/** The step behind a proposal; undefined once the latest decision speaks of another. */
export function stepBehind({
  decision,
  step,
  episode,
}: {
  readonly decision: string;
  readonly step: string;
  readonly episode: string;
}): WrittenStep | undefined {
  const read = readDecision(decision);
  if (read.kind === 'none') return undefined;
  return read.step.step === step && read.step.episode === episode ? read.step : undefined;
}
