/**
 * What is written down before a month is signed: balances of the GL, explanations, ticks.
 *
 * Each is a fact; the last one counts. Once the period is signed nothing is added, because the
 * signature stands under what was there: opening the period again makes room.
 */
import type { Id } from '#kernel/ids.ts';
import { formatMoney, type Money } from '#kernel/money.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { tickedByFacts } from '../rules/month-end.ts';
import type { ReportedCompany } from '../store/company.ts';
import { booksDiffer } from '../store/month-end.ts';
import {
  endExplanation,
  insertBalance,
  insertExplanation,
  insertTick,
  lockMonthEnd,
  type OwnStep,
  replaceSteps,
} from '../store/month-end-facts.ts';
import { monthEndState, type MonthEndState } from '../store/month-end-state.ts';

export type Prepared = { readonly company: ReportedCompany; readonly period: string };
export type PrepareRefusal =
  | 'reports.no_such_period'
  | 'reports.signed_already'
  | 'reports.amount_nothing'
  | 'reports.no_such_explanation'
  | 'reports.no_such_step'
  | 'reports.no_such_line'
  | 'reports.step_by_facts'
  | 'reports.books_differ';

export type EnterBalance = Prepared & {
  readonly amount: Money;
  readonly inBase: boolean;
  readonly withoutCredits: boolean;
  readonly withRevaluation: boolean;
  readonly note: string;
};

/** Enters what the general ledger says of the account at the end of the period. */
export async function enterBalance(
  context: Context,
  { amount, ...wish }: EnterBalance,
): Promise<Outcome<null, PrepareRefusal>> {
  const state = await preparing(context, wish);
  if (!state.ok) return state;
  const { inBase, withoutCredits, withRevaluation, note } = wish;
  const line = lineOf(state.value, amount.currency, inBase);
  if (!line) return refuse('reports.no_such_line', { currency: amount.currency });
  await insertBalance(context, {
    ...which(wish, state.value),
    currency: amount.currency,
    inBase,
    amount: amount.minor,
    withoutCredits,
    withRevaluation: withRevaluation && inBase,
    note,
  });
  context.did({ what: 'gl balance', facts: { amount: formatMoney(amount) } });
  return accept(null);
}

export type Explain = Prepared & {
  readonly amount: Money;
  readonly inBase: boolean;
  readonly note: string;
};

/** Explains a part of the difference; its sign is that of GL less ours. */
export async function explainDifference(
  context: Context,
  { amount, inBase, note, ...wish }: Explain,
): Promise<Outcome<{ explanationId: Id }, PrepareRefusal>> {
  if (amount.minor === 0n) return refuse('reports.amount_nothing');
  const state = await preparing(context, wish);
  if (!state.ok) return state;
  const { currency } = amount;
  if (!lineOf(state.value, currency, inBase)) return refuse('reports.no_such_line', { currency });
  const explanationId = context.newId();
  const made = { explanationId, currency, inBase, amount: amount.minor, note };
  await insertExplanation(context, { ...which(wish, state.value), ...made });
  context.did({ what: 'explanation', id: explanationId, facts: { amount: formatMoney(amount) } });
  return accept({ explanationId });
}

export async function withdrawExplanation(
  context: Context,
  { explanationId, ...wish }: Prepared & { readonly explanationId: Id },
): Promise<Outcome<null, PrepareRefusal>> {
  const state = await preparing(context, wish);
  if (!state.ok) return state;
  const ended = await endExplanation(context, which(wish, state.value), explanationId);
  if (!ended) return refuse('reports.no_such_explanation');
  context.did({ what: 'explanation withdrawn', id: explanationId });
  return accept(null);
}

export type TickStep = Prepared & {
  readonly step: string;
  readonly done: boolean;
  readonly note: string;
};

/** Ticks a step or takes the tick back. That the books balance is looked up, not believed. */
export async function tickStep(
  context: Context,
  { step, done, note, ...wish }: TickStep,
): Promise<Outcome<null, PrepareRefusal>> {
  const state = await preparing(context, wish);
  if (!state.ok) return state;
  if (!state.value.steps.some((each) => each.step === step)) {
    return refuse('reports.no_such_step', { step });
  }
  if (tickedByFacts(step, state.value.facts) !== undefined) {
    return refuse('reports.step_by_facts', { step });
  }
  const proves = step === 'books_proved' && done;
  if (proves && (await booksDiffer(context.tx, wish.company.companyId))) {
    return refuse('reports.books_differ');
  }
  await insertTick(context, { ...which(wish, state.value), step, done, note });
  context.did({ what: done ? 'step done' : 'step open', facts: { step } });
  return accept(null);
}

/** Gives the company a checklist of its own; an empty one brings the standard list back. */
export async function setChecklist(
  context: Context,
  { company, steps }: { readonly company: ReportedCompany; readonly steps: readonly OwnStep[] },
): Promise<Outcome<{ steps: number }, 'reports.step_named_twice'>> {
  const names = new Set(steps.map(({ step }) => step));
  if (names.size < steps.length) return refuse('reports.step_named_twice');
  await replaceSteps(context, company.companyId, steps);
  context.did({ what: 'checklist', facts: { steps: steps.length } });
  return accept({ steps: steps.length });
}

/** The period as it stands, held until the transaction ends; refused once it is signed. */
async function preparing(
  context: Context,
  { company, period }: Prepared,
): Promise<Outcome<MonthEndState, 'reports.no_such_period' | 'reports.signed_already'>> {
  await lockMonthEnd(context, { companyId: company.companyId, period });
  const state = await monthEndState(context.tx, company, period, 'infinity');
  if (!state) return refuse('reports.no_such_period', { period });
  return state.signed ? refuse('reports.signed_already', { period }) : accept(state);
}

function which({ company }: Prepared, { period }: MonthEndState) {
  return { companyId: company.companyId, period: period.name };
}

function lineOf({ lines }: MonthEndState, currency: string, inBase: boolean) {
  return lines.find((line) => line.currency === currency && line.inBase === inBase);
}
