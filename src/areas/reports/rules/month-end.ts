/**
 * Month end: what the general ledger says against what we say, and why they differ.
 *
 *   the aging of the last day            by effective day
 *   + posted in a later period           facts that came after the period was closed
 *   = our books                          by posting day
 *   + credits that the GL keeps apart, + revaluation that the GL holds in the account
 *   + what a person explains
 *   + what nobody has explained          must be nothing before anybody signs
 *   = the general ledger
 *
 * What a source named no more stands beside the aging, which is without it: the general ledger
 * may hold it still, until somebody has said what it was.
 *
 * Two currencies are never added: each has its line, and a company with foreign items has one
 * more in its base currency. Amounts are minor units.
 */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { PeriodState } from '#areas/ledger/rules/period.ts';

export type GlBalance = {
  readonly amount: bigint;
  /** The GL keeps unapplied money and credits in another account. */
  readonly withoutCredits: boolean;
  /** The GL holds the unrealised exchange difference in this account. */
  readonly withRevaluation: boolean;
};

export type MonthEndFigures = {
  /** The control account by effective day: what the aging adds up to. */
  readonly aging: bigint;
  /** By posting day: what the trial balance says. */
  readonly books: bigint;
  /** Unapplied money and open credits, at most nothing. */
  readonly credits: bigint;
  readonly revaluation: bigint;
  readonly gl: GlBalance | null;
  readonly manual: readonly bigint[];
};

export type Part = {
  readonly part: 'posted_later' | 'credits' | 'revaluation';
  readonly amount: bigint;
};

export type Reconciled = {
  readonly parts: readonly Part[];
  /** GL less aging; null as long as no balance was entered. */
  readonly difference: bigint | null;
  readonly unexplained: bigint | null;
};

export function reconcile(figures: MonthEndFigures): Reconciled {
  const { aging, books, credits, revaluation, gl, manual } = figures;
  const parts: Part[] = [{ part: 'posted_later', amount: books - aging }];
  if (gl?.withoutCredits === true) parts.push({ part: 'credits', amount: -credits });
  if (gl?.withRevaluation === true) parts.push({ part: 'revaluation', amount: revaluation });
  if (gl === null) return { parts, difference: null, unexplained: null };
  const difference = gl.amount - aging;
  const named = parts.reduce((sum, { amount }) => sum + amount, 0n);
  const told = manual.reduce((sum, amount) => sum + amount, 0n);
  return { parts, difference, unexplained: difference - named - told };
}

/** What opens to its rows on the page. */
export const rowParts = [
  'posted_later',
  'effective_before',
  'credits',
  'revaluation',
  'closings',
  'after_close',
] as const;
export type RowPart = (typeof rowParts)[number];

export type SignOffRefusal =
  | 'reports.period_still_open'
  | 'reports.signed_already'
  | 'reports.balance_missing'
  | 'reports.unexplained_left'
  | 'reports.steps_left'
  | 'reports.second_person_signs';

export type SignOffState = {
  readonly period: string;
  readonly state: PeriodState;
  readonly signed: boolean;
  readonly lines: readonly { readonly currency: string; readonly unexplained: bigint | null }[];
  readonly stepsLeft: number;
  /** Who entered the balances that count. */
  readonly enteredBy: readonly string[];
};

/** May this actor sign? The period is closed, everything explained and done, by two people. */
export function maySign(state: SignOffState, actor: string): Outcome<true, SignOffRefusal> {
  const { period } = state;
  if (state.signed) return refuse('reports.signed_already', { period });
  if (state.state === 'open') return refuse('reports.period_still_open', { period });
  const missing = state.lines.find(({ unexplained }) => unexplained === null);
  if (missing) return refuse('reports.balance_missing', { currency: missing.currency });
  const left = state.lines.find(({ unexplained }) => unexplained !== 0n);
  if (left) return refuse('reports.unexplained_left', { currency: left.currency });
  if (state.stepsLeft > 0) return refuse('reports.steps_left', { count: state.stepsLeft });
  if (state.enteredBy.includes(actor)) return refuse('reports.second_person_signs');
  return accept(true);
}

/** The steps of a company that has no list of its own; all but three can tick themselves. */
export const standardSteps = [
  'gl_entered',
  'unapplied_reviewed',
  'disputes_reviewed',
  'aging_reviewed',
  'closings_confirmed',
  'books_proved',
  'bank_files_in',
  'over60_pack',
] as const;

/** What the program knows about the steps. */
export type StepFacts = {
  readonly balancesMissing: number;
  /** Currencies with unapplied money at the end of the period. */
  readonly unapplied: number;
  readonly openDisputes: number;
  readonly reviewedSince: boolean;
  /** Items that a source named no more, of which nobody has said what they were. */
  readonly closingsOpen: number;
  /** Bank accounts of the company, and those without a statement to the end of the period. */
  readonly bankAccounts: number;
  readonly bankFilesMissing: number;
};

/** Whether the facts tick the step themselves; undefined: a person must. */
export function tickedByFacts(step: string, facts: StepFacts): boolean | undefined {
  if (step === 'gl_entered') return facts.balancesMissing === 0;
  if (step === 'unapplied_reviewed') return facts.unapplied === 0 ? true : undefined;
  if (step === 'disputes_reviewed') return facts.openDisputes === 0 ? true : undefined;
  if (step === 'bank_files_in') {
    return facts.bankAccounts > 0 && facts.bankFilesMissing === 0 ? true : undefined;
  }
  if (step === 'closings_confirmed') return facts.closingsOpen === 0 ? true : undefined;
  if (step === 'aging_reviewed') return facts.reviewedSince ? true : undefined;
  return undefined;
}
