/**
 * Signs a period off: the figures are stored with the moment that they were cut at.
 *
 * The moment is the closed watermark, not "now", so the same question as known at it gives the
 * same figures for ever. Two people sign a month: who entered the GL's balance does not.
 */
import type { Instant } from '#kernel/instant.ts';
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { closedWatermark } from '#platform/postgres/watermark.ts';
import { maySign, type SignOffRefusal } from '../rules/month-end.ts';
import type { ReportedCompany } from '../store/company.ts';
import { insertSignOff, lockMonthEnd } from '../store/month-end-facts.ts';
import { type MonthEndLine, monthEndState } from '../store/month-end-state.ts';

export type SignMonthEnd = {
  readonly company: ReportedCompany;
  readonly period: string;
  readonly note: string;
};

export async function signMonthEnd(
  context: Context,
  { company, period: name, note }: SignMonthEnd,
): Promise<Outcome<{ knownAt: Instant }, SignOffRefusal | 'reports.no_such_period'>> {
  const { companyId } = company;
  await lockMonthEnd(context, { companyId, period: name });
  const knownAt = await closedWatermark(context.tx, context.at);
  const found = await monthEndState(context.tx, company, name, knownAt);
  if (!found) return refuse('reports.no_such_period', { period: name });
  const { period, state, lines, steps, signed } = found;
  const enteredBy = lines.flatMap(({ entered }) => (entered ? [entered.actor] : []));
  const stepsLeft = steps.filter(({ done }) => !done).length;
  const now = { period: name, state, signed: signed !== null, lines, stepsLeft, enteredBy };
  const decision = maySign(now, context.actor.ref);
  if (!decision.ok) return decision;
  const figures = signedFigures(lines);
  const { lastOn } = period;
  await insertSignOff(context, { companyId, period: name, lastOn, knownAt, figures, note });
  await context.tell({
    name: 'reports.month_signed',
    accountId: null,
    payload: { companyId, period: name, knownAt },
  });
  context.did({ what: 'signed off', facts: { period: name, knownAt } });
  return accept({ knownAt });
}

/** What stands in the signature, minor units as text. */
function signedFigures(lines: readonly MonthEndLine[]) {
  return lines.map((line) => ({
    currency: line.currency,
    inBase: line.inBase,
    aging: line.aging.toString(),
    books: line.books.toString(),
    credits: line.credits.toString(),
    revaluation: line.revaluation.toString(),
    gl: line.gl?.amount.toString() ?? null,
    explained: line.manual.reduce((sum, amount) => sum + amount, 0n).toString(),
  }));
}
